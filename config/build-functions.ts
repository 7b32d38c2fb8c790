import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { FUNCTION_SOURCES, functionNames } from './function-names'

/** WeChat's open interfaces that a function calls; WeChat reads the permission beside the code. */
const OPEN_INTERFACES: Record<string, readonly string[]> = { phones: ['phonenumber.getPhoneNumber'] }

const OUTPUT = resolve(__dirname, '..', 'dist', 'cloudfunctions')

/** Parts of the platform's SDK that no function of ours calls: its models and its document store. A third of its weight. */
const LEFT_OUT = /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/](?:ai|database)[\\/]index\.js$/
const LEFT_OUT_SAYS = 'this part of the SDK is left out of the bundle (config/build-functions.ts)'

const leaveOut: Plugin = {
  name: 'leave out what nobody calls',
  setup: ({ onLoad }) => {
    const contents = `exports.createAI = exports.newDb = () => { throw new Error(${JSON.stringify(LEFT_OUT_SAYS)}) }`
    onLoad({ filter: LEFT_OUT }, () => ({ contents, loader: 'js' }))
  },
}

/**
 * One CommonJS bundle for each function: CloudBase refuses ES modules there, and an unbundled start is more
 * than twice as slow. The folder needs no install in the cloud, so its package.json names no dependency.
 */
export async function buildFunction(name: string, output: string): Promise<void> {
  const folder = join(output, name)
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: [join(FUNCTION_SOURCES, name, 'index.ts')],
    outfile: join(folder, 'index.js'),
    plugins: [leaveOut],
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minify: true,
    keepNames: true, // faults are read by their names in the log
    legalComments: 'none',
    external: ['pg-native'],
    logLevel: 'warning',
  })
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`,
  )
  const openapi = OPEN_INTERFACES[name]
  if (openapi) writeFileSync(join(folder, 'config.json'), `${JSON.stringify({ permissions: { openapi } }, null, 2)}\n`)
}

async function buildAll(): Promise<void> {
  rmSync(OUTPUT, { recursive: true, force: true })
  const names = functionNames()
  await Promise.all(names.map((name) => buildFunction(name, OUTPUT)))
  console.log(`built ${names.length} functions: ${names.join(', ')}`)
}

if (require.main === module) void buildAll()
