import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
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

it('names every environment variable that the functions read, because a deployment replaces them all', async () => {
  const read = await environmentReadBy(configured.map((fn) => fn.name))
  for (const fn of configured) {
    const names = [...(read.get(fn.name) ?? [])].sort()
    expect({ fn: fn.name, names: Object.keys(fn.envVariables).sort() }).toEqual({ fn: fn.name, names })
  }
})

/** What the sources of each function's bundle read: only payments know the merchants' keys, for example. */
async function environmentReadBy(names: string[]): Promise<Map<string, Set<string>>> {
  const { metafile } = await build({
    entryPoints: names.map((name) => ({ in: join(ROOT, 'cloudfunctions', name, 'index.ts'), out: name })),
    outdir: 'nowhere',
    bundle: true,
    platform: 'node',
    external: ['pg-native'],
    write: false,
    metafile: true,
    absWorkingDir: ROOT,
    logLevel: 'error',
  })
  const readIn = (file: string) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/process\.env\.([A-Z_]+)/g)].map((match) => match[1] ?? '')
  return new Map(
    Object.values(metafile.outputs).map(({ entryPoint = '', inputs }) => [
      entryPoint.split('/')[1] ?? '',
      new Set(
        Object.keys(inputs)
          .filter((file) => file.startsWith('cloudfunctions/'))
          .flatMap(readIn),
      ),
    ]),
  )
}
