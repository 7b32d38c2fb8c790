import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Main } from '../../cloudfunctions/shared/call/serve'
import { CHECKOUT } from '../data-dir'

/** A change to one production file: what stands there, and what a careless hand would make of it. */
export interface Patch {
  file: string
  find: string
  replace: string
}

/**
 * Bundles a function from the production sources with patches applied, to see which wall still holds when one falls.
 * A patch that finds nothing to change fails: the code has moved and the test must follow.
 */
export async function mutantOf(fn: string, patches: Patch[]): Promise<Main> {
  const folder = mkdtempSync(join(tmpdir(), 'mingju-mutant-'))
  const outfile = join(folder, 'index.cjs')
  const left = new Set(patches)
  await build({
    entryPoints: [join(CHECKOUT, 'cloudfunctions', fn, 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['pg-native'],
    plugins: [
      {
        name: 'patches',
        setup(builder) {
          builder.onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const mine = patches.filter((patch) => path === join(CHECKOUT, patch.file))
            let contents = readFileSync(path, 'utf8')
            for (const patch of mine) {
              if (!contents.includes(patch.find)) continue
              contents = contents.replaceAll(patch.find, patch.replace)
              left.delete(patch)
            }
            return { contents, loader: 'ts' }
          })
        },
      },
    ],
  })
  const lost = [...left].map((patch) => patch.file)
  if (lost.length > 0) throw new Error(`these patches found nothing to change: ${lost.join(', ')}`)
  const mutant = createRequire(__filename)(outfile) as { main: Main }
  rmSync(folder, { recursive: true, force: true })
  return mutant.main
}
