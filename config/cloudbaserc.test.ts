import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEADLINES } from '../cloudfunctions/shared/db/pool'
import { functionNames } from './function-names'

interface FunctionConfig {
  name: string
  runtime: string
  timeout: number
  installDependency: boolean
  envVariables: Record<string, string>
}
const ROOT = join(__dirname, '..')
const configured = (JSON.parse(readFileSync(join(ROOT, 'cloudbaserc.json'), 'utf8')) as { functions: FunctionConfig[] })
  .functions

it('deploys every function there is, and no other', () => {
  expect(configured.map((fn) => fn.name).sort()).toEqual(functionNames())
})

it('keeps every deadline of the database shorter than the function’s own', () => {
  for (const fn of configured) {
    expect(fn.timeout * 1_000).toBeGreaterThan(DEADLINES.connectMs + DEADLINES.statementMs)
    expect(DEADLINES.lockMs).toBeLessThan(DEADLINES.statementMs)
  }
})

it('names every environment variable that the functions read, because a deployment replaces them all', () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  const readIn = (folder: string) =>
    sources(join(ROOT, 'cloudfunctions', folder)).flatMap((text) =>
      [...text.matchAll(/process\.env\.([A-Z_]+)/g)].map((match) => match[1] ?? ''),
    )
  for (const fn of configured) {
    const read = new Set([...readIn('shared'), ...readIn(fn.name)])
    expect({ fn: fn.name, names: Object.keys(fn.envVariables).sort() }).toEqual({
      fn: fn.name,
      names: [...read].sort(),
    })
  }
})
