import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { FUNCTION_SOURCES, functionNames } from './function-names'

const OUTPUT = resolve(__dirname, '..', 'dist', 'cloudfunctions')

/**
 * One CommonJS bundle for each function: CloudBase refuses ES modules there, and an unbundled start is more
 * than twice as slow. The folder needs no install in the cloud, so its package.json names no dependency.
 */
async function buildFunction(name: string): Promise<void> {
  const folder = join(OUTPUT, name)
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints: [join(FUNCTION_SOURCES, name, 'index.ts')],
    outfile: join(folder, 'index.js'),
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
}

async function buildAll(): Promise<void> {
  rmSync(OUTPUT, { recursive: true, force: true })
  const names = functionNames()
  await Promise.all(names.map(buildFunction))
  console.log(`built ${names.length} functions: ${names.join(', ')}`)
}

void buildAll()
