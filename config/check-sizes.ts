import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * `npm run sizes`: what each built part weighs against its limit.
 * WeChat refuses a main package over 2 MB; we stop at half of it, so that a feature never meets the wall.
 */

const KB = 1024
const MB = 1024 * KB

const LIMITS = {
  weappMain: MB,
  weappTotal: 4 * MB,
  bundle: 600 * KB,
  bundleWithSdk: 1.5 * MB,
}

/** The functions that carry the SDK (storage, WeChat's open interfaces). */
export const SDK_FUNCTIONS: readonly string[] = ['files', 'imports', 'phones', 'clockwork']

export interface Weight {
  what: string
  bytes: number
  /** Absent where there is only something to know, nothing to refuse. */
  maxBytes?: number
}

export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** The functions that were built, one folder each. */
export const builtFunctions = (dist: string): string[] =>
  readdirSync(join(dist, 'cloudfunctions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

/** A check of what is not there would pass: say first what is missing. */
export function missingParts(dist: string): string[] {
  const parts = ['weapp/app.json', 'h5/index.html', 'cloudfunctions']
  return parts.filter((part) => !existsSync(join(dist, part))).map((part) => `${part} is not built: npm run build`)
}

const weigh = (files: string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

interface AppJson {
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

function weighWeapp(weapp: string): Weight[] {
  const app = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
  const files = filesUnder(weapp)
  const rootOf = (file: string) => roots.find((root) => relative(weapp, file).startsWith(root))
  return [
    { what: 'weapp main package', bytes: weigh(files.filter((file) => !rootOf(file))), maxBytes: LIMITS.weappMain },
    ...roots.map((root) => ({ what: `weapp ${root}`, bytes: weigh(files.filter((file) => rootOf(file) === root)) })),
    { what: 'weapp in all', bytes: weigh(files), maxBytes: LIMITS.weappTotal },
  ]
}

const weighFunctions = (dist: string): Weight[] =>
  builtFunctions(dist).map((name) => ({
    what: `function ${name}`,
    bytes: weigh(filesUnder(join(dist, 'cloudfunctions', name))),
    maxBytes: SDK_FUNCTIONS.includes(name) ? LIMITS.bundleWithSdk : LIMITS.bundle,
  }))

/** The page and what its own text asks for: what stands between a visitor and the first words. */
function weighFirstScreen(h5: string): Weight {
  const html = readFileSync(join(h5, 'index.html'), 'utf8')
  const asked = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)=["']?([^"'\s>]+\.(?:js|css))/g)]
  const files = ['index.html', ...asked.map(([, url = '']) => fileOf(h5, url))]
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(h5, file))).length, 0)
  return { what: 'h5 first screen, gzip', bytes }
}

/** Pages are served under a path of their own (`/app/js/…`): the file is what remains of the address when that is cut off. */
function fileOf(h5: string, url: string): string {
  const steps = url.split('/')
  const file = steps
    .map((_, cut) => steps.slice(cut).join('/'))
    .find((rest) => rest !== '' && existsSync(join(h5, rest)))
  if (file === undefined) throw new Error(`index.html asks for ${url}, which was not built`)
  return file
}

export const weighAll = (dist: string): Weight[] => [
  ...weighWeapp(join(dist, 'weapp')),
  ...weighFunctions(dist),
  weighFirstScreen(join(dist, 'h5')),
]

export const tooHeavy = (weights: Weight[]): string[] =>
  weights
    .filter(({ bytes, maxBytes }) => maxBytes !== undefined && bytes > maxBytes)
    .map(({ what, bytes, maxBytes }) => `${what} weighs ${inKb(bytes)}, more than ${inKb(maxBytes ?? 0)}`)

const inKb = (bytes: number) => `${(bytes / KB).toFixed(0)} KB`

function main(dist: string): number {
  const missing = missingParts(dist)
  const weights = missing.length === 0 ? weighAll(dist) : []
  for (const { what, bytes, maxBytes } of weights) {
    console.log(`${what.padEnd(28)} ${inKb(bytes).padStart(9)}${maxBytes ? `  of ${inKb(maxBytes)}` : ''}`)
  }
  const problems = [...missing, ...tooHeavy(weights)]
  for (const problem of problems) console.error(`sizes: ${problem}`)
  return problems.length === 0 ? 0 : 1
}

if (require.main === module) process.exitCode = main(join(__dirname, '../dist'))
