/** The small house in which `check-laws.test.ts` breaks every law once. */

/** The sound files of the small house: what the breaches import, and what must pass. */
export const SOUND: Record<string, string> = {
  'types/vocabulary/repair.ts': `export const REPAIR_STATES = { submitted: { zh: '待受理' } } as const\n`,
  'types/contracts/repairs.ts': `import * as z from 'zod'\nexport const listRepairs = { input: z.strictObject({}) }\n`,
  'cloudfunctions/shared/time/clock.ts': `export const MINUTE_MS = 60_000\n`,
  'cloudfunctions/shared/call/log.ts': `export const log = (line: string): void => console.log(line)\n`,
  'cloudfunctions/shared/policy/reach.ts': `import sql from 'sql-template-tag'\nexport const everyone = sql\`true\`\n`,
  'cloudfunctions/repairs/repair-store.ts': `import sql from 'sql-template-tag'\nexport const one = sql\`select id from repair\`\n`,
  'cloudfunctions/repairs/rules/late.ts': `export const isLate = (due: Date, now: Date): boolean => now > due\n`,
  'cloudfunctions/repairs/index.ts': `import { one } from './repair-store'\nexport const main = (): unknown => one\n`,
  'cloudfunctions/files/store.ts': `import * as sdk from '@cloudbase/node-sdk'\nexport const version = sdk.version\n`,
  'local/gateway.ts': `export const PORT = 8080\n`,
  'src/pages/home/index.tsx': `import type { Contracts } from '../../../types/contracts'\nexport default function Home(): keyof Contracts {\n  return 'repairs'\n}\n`,
  'src/features/repairs/card.tsx': `export const Card = (): string => '报修'\n`,
  'src/features/bills/bill.tsx': `export const Bill = (): string => '账单'\n`,
}

const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n')

/** [the law, the file that breaks it, what it says] */
export const BREACHES: [rule: string, file: string, text: string][] = [
  [
    'import-x/no-restricted-paths',
    'cloudfunctions/repairs/sees-local.ts',
    `import { PORT } from '../../local/gateway'\nexport const port = PORT\n`,
  ],
  [
    'import-x/no-restricted-paths',
    'src/features/repairs/sees-function.ts',
    `import { isLate } from '../../../cloudfunctions/repairs/rules/late'\nexport const late = isLate\n`,
  ],
  [
    'import-x/no-restricted-paths',
    'cloudfunctions/files/sees-repairs.ts',
    `import { isLate } from '../repairs/rules/late'\nexport const late = isLate\n`,
  ],
  [
    'import-x/no-restricted-paths',
    'cloudfunctions/shared/time/sees-repairs.ts',
    `import { isLate } from '../../repairs/rules/late'\nexport const late = isLate\n`,
  ],
  [
    'import-x/no-restricted-paths',
    'types/vocabulary/sees-contract.ts',
    `import { listRepairs } from '../contracts/repairs'\nexport const list = listRepairs\n`,
  ],
  [
    'import-x/no-restricted-paths',
    'types/contracts/sees-function.ts',
    `import { MINUTE_MS } from '../../cloudfunctions/shared/time/clock'\nexport const minute = MINUTE_MS\n`,
  ],
  [
    'import-x/no-restricted-paths',
    'src/components/sees-feature.tsx',
    `import { Card } from '../features/repairs/card'\nexport const Other = Card\n`,
  ],
  [
    'import-x/no-restricted-paths',
    'src/features/bills/sees-repairs.tsx',
    `import { Card } from '../repairs/card'\nexport const Other = Card\n`,
  ],
  [
    'import-x/no-cycle',
    'cloudfunctions/repairs/cycle-a.ts',
    `import { b } from './cycle-b'\nexport const a = (): unknown => b\n`,
  ],
  [
    'import-x/no-cycle',
    'cloudfunctions/repairs/cycle-b.ts',
    `import { a } from './cycle-a'\nexport const b = (): unknown => a\n`,
  ],
  [
    'law/contract-index-is-types',
    'types/contracts/index.ts',
    `import { listRepairs } from './repairs'\nexport interface Contracts {\n  repairs: typeof listRepairs\n}\n`,
  ],
  [
    'law/client-takes-types-alone',
    'src/features/repairs/takes-schema.ts',
    `import { listRepairs } from '../../../types/contracts/repairs'\nexport const list = listRepairs\n`,
  ],
  [
    'law/no-zod-in-the-client',
    'src/features/repairs/takes-zod.ts',
    `import * as z from 'zod'\nexport const text = z.string()\n`,
  ],
  [
    'law/no-zod-in-the-client',
    'types/vocabulary/takes-zod.ts',
    `import type * as z from 'zod'\nexport type Schema = z.ZodType\n`,
  ],
  ['law/zod-by-star', 'types/contracts/named-zod.ts', `import { z } from 'zod'\nexport const text = z.string()\n`],
  ['law/zod-by-star', 'types/contracts/default-zod.ts', `import z from 'zod'\nexport const text = z.string()\n`],
  ['law/zod-by-star', 'types/contracts/mini-zod.ts', `import * as z from 'zod/mini'\nexport const text = z.string()\n`],
  [
    'law/rules-are-pure',
    'cloudfunctions/repairs/rules/waits.ts',
    `export const waits = async (fact: Promise<number>): Promise<number> => await fact\n`,
  ],
  ['law/rules-are-pure', 'cloudfunctions/repairs/rules/clock.ts', `export const now = (): Date => new Date()\n`],
  ['law/rules-are-pure', 'cloudfunctions/shared/machine/clock.ts', `export const now = (): number => Date.now()\n`],
  ['law/rules-are-pure', 'types/vocabulary/dice.ts', `export const dice = (): number => Math.random()\n`],
  [
    'law/rules-know-no-outside',
    'cloudfunctions/repairs/rules/reads.ts',
    `import { one } from '../repair-store'\nexport const rule = (): unknown => one\n`,
  ],
  [
    'law/sql-lives-in-stores',
    'cloudfunctions/repairs/calls/list-repairs.ts',
    `import sql from 'sql-template-tag'\nexport const list = sql\`select id from repair\`\n`,
  ],
  [
    'law/sql-lives-in-stores',
    'cloudfunctions/shared/call/pool.ts',
    `import { Pool } from 'pg'\nexport const pool = new Pool()\n`,
  ],
  [
    'law/no-sql-in-strings',
    'cloudfunctions/repairs/calls/strings.ts',
    `export const text = 'delete from repair where id = 1'\n`,
  ],
  [
    'law/no-sql-in-strings',
    'cloudfunctions/repairs/calls/template.ts',
    'export const text = (id: string): string => `\n  select id\n  from repair where id = ${id}`\n',
  ],
  [
    'law/columns-are-named',
    'cloudfunctions/repairs/all-store.ts',
    `import sql from 'sql-template-tag'\nexport const all = sql\`select * from repair\`\n`,
  ],
  [
    'law/sdk-in-its-four-functions',
    'cloudfunctions/shared/call/who.ts',
    `import * as sdk from '@cloudbase/node-sdk'\nexport const version = sdk.version\n`,
  ],
  [
    'law/no-hidden-imports',
    'cloudfunctions/repairs/calls/lazy.ts',
    `export const lazy = (): Promise<unknown> => import('../repair-store')\n`,
  ],
  ['law/no-intl', 'src/features/repairs/intl.ts', `export const format = new Intl.NumberFormat('zh')\n`],
  ['law/no-intl', 'src/features/repairs/locale.ts', `export const say = (n: number): string => n.toLocaleString()\n`],
  ['law/colours-are-tokens', 'src/components/red.tsx', `export const red = '#b3261e'\n`],
  ['law/no-barrels', 'cloudfunctions/repairs/rules/index.ts', `export * from './late'\n`],
  ['law/no-barrels', 'src/features/repairs/index.ts', `export { Card } from './card'\n`],
  ['law/named-exports', 'src/components/button.tsx', `export default function Button(): string {\n  return '好'\n}\n`],
  ['law/one-logger', 'cloudfunctions/repairs/calls/logs.ts', `export const tell = (): void => console.error('x')\n`],
  ['law/plain-typescript', 'types/vocabulary/enum.ts', `export enum State {\n  Open,\n}\n`],
  [
    'law/plain-typescript',
    'cloudfunctions/repairs/quiet.ts',
    `export const quiet = (work: Promise<void>): Promise<void> => work.catch(() => {})\n`,
  ],
  ['law/plain-typescript', 'src/components/code.ts', `export const run = new Function('return 1')\n`],
  ['law/every-test-runs', 'cloudfunctions/repairs/only.test.ts', `it.only('runs alone', () => {})\n`],
  ['law/every-test-runs', 'cloudfunctions/repairs/skip.test.ts', `describe.skip('sleeps', () => {})\n`],
  ['law/every-test-runs', 'cloudfunctions/repairs/todo.test.ts', `it.todo('is promised')\n`],
  ['law/every-test-runs', 'cloudfunctions/repairs/each.test.ts', `it.skip.each([1])('sleeps %i times', () => {})\n`],
  ['law/no-drawers', 'cloudfunctions/shared/utils/pad.ts', `export const two = 2\n`],
  ['law/kebab-case', 'src/components/BigButton.tsx', `export const two = 2\n`],
  ['no-warning-comments', 'src/components/later.ts', `// TODO: later\nexport const two = 2\n`],
  ['no-warning-comments', 'src/components/broken.ts', `/* this is a FIXME */\nexport const two = 2\n`],
  ['max-lines', 'src/components/long-file.ts', `${lines(251, (n) => `export const v${String(n)} = ${String(n)}`)}\n`],
  [
    'max-lines-per-function',
    'src/components/long-function.ts',
    `export function long(): void {\n${lines(71, (n) => `  void ${String(n)}`)}\n}\n`,
  ],
  [
    'no-empty',
    'src/components/swallow.ts',
    `export function swallow(work: () => void): void {\n  try {\n    work()\n  } catch {}\n}\n`,
  ],
  ['@typescript-eslint/no-explicit-any', 'src/components/any.ts', `export const any = (x: any): unknown => x\n`],
  [
    '@typescript-eslint/no-non-null-assertion',
    'src/components/bang.ts',
    `export const first = (xs: string[]): string => xs[0]!\n`,
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'cloudfunctions/repairs/floats.ts',
    `export function float(work: () => Promise<void>): void {\n  work()\n}\n`,
  ],
]
