import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type AnyNode, type ecmaVersion, parse } from 'acorn'
import { missingGlobals } from './check-globals'
import { builtFunctions, filesUnder, missingParts, SDK_FUNCTIONS } from './check-sizes'

/** `npm run dist`: what was built is what the platforms take, read from the built files themselves. */

/** What each place can read. WeChat's engines on old phones know ES2015; functions run on Node 18 or later. */
const LANGUAGE: Record<string, ecmaVersion> = { weapp: 2015, h5: 2022, cloudfunctions: 2022 }

/** Addresses that stand in the built text and are never asked for, each with its reason. */
const QUIET_URLS: [url: RegExp, reason: string][] = [
  [/^https?:\/\/www\.w3\.org\//, 'names of XML spaces'],
  [/^https?:\/\/(reactjs|react)\.(org|dev)\//, 'React tells a developer where an error is explained'],
  [/^https?:\/\/(fb\.me|github\.com)\//, 'a link in a message for developers'],
  [/^https:\/\/stenciljs\.com\/docs\//, 'Stencil, under Taro’s web components, tells a developer what to read'],
  [/^https:\/\/(taro\.com|query-string\.invalid)$/, 'a base to resolve relative addresses against'],
  [/^https?:\/\/(localhost|127\.0\.0\.1)(?![\w.])/, 'this machine'],
]

/** Words by which a package that must not be there is known, whatever the minifier did to its names. */
const STRANGERS: Record<string, [mark: RegExp, what: string][]> = {
  weapp: [
    [/ZodError|invalid_union|unrecognized_keys/, 'zod'],
    [/pg-pool|pg-native|PGPASSWORD|pgpass/, 'pg'],
    [/tcb-api\.tencentcloudapi\.com/, 'node-sdk'],
    [/persona/i, 'the demo people of the local stage'],
  ],
  h5: [
    [/ZodError|invalid_union|unrecognized_keys/, 'zod'],
    [/persona/i, 'the demo people of the local stage'],
  ],
}

const SDK_MARK = /tcb-api\.tencentcloudapi\.com|node_modules\/@cloudbase\/node-sdk/

const TEXT = /\.(js|json|css|wxss|wxml|wxs|html|svg)$/

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length

/** Each node of a parsed script. */
function* nodesOf(node: AnyNode): Generator<AnyNode> {
  yield node
  for (const value of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (child !== null && typeof child === 'object' && 'type' in child) yield* nodesOf(child as AnyNode)
    }
  }
}

/** `new Function(…)`, `Function(…)` and `eval(…)`: a mini-program throws at each. */
function codeFromStrings(program: AnyNode, text: string): string[] {
  const found: string[] = []
  for (const node of nodesOf(program)) {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue
    if (node.callee.type !== 'Identifier' || !['Function', 'eval'].includes(node.callee.name)) continue
    const said = text.slice(node.start, node.end)
    // webpack and core-js ask for the global object this way inside a try, after all other ways.
    if (/^(new )?Function\(["']return this["']\)$/.test(said)) continue
    found.push(`line ${lineOf(text, node.start)}: code from a string: ${said.slice(0, 80)}`)
  }
  return found
}

/** Every script parses in the language of its place. */
export function unreadable(dist: string, place: string): string[] {
  const ecmaVersion = LANGUAGE[place] ?? 2015
  return filesUnder(join(dist, place))
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      const name = relative(dist, file)
      try {
        const program = parse(text, { ecmaVersion, sourceType: 'script', allowHashBang: true })
        if (place !== 'weapp') return []
        const absent = missingGlobals(program).map((global) => `uses ${global}, which a mini-program does not have`)
        return [...codeFromStrings(program, text), ...absent].map((problem) => `${name} ${problem}`)
      } catch (error) {
        return [`${name} does not parse as ES${ecmaVersion}: ${error instanceof Error ? error.message : String(error)}`]
      }
    })
}

export const strangers = (dist: string, place: string): string[] =>
  filesUnder(join(dist, place))
    .filter((file) => TEXT.test(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      return (STRANGERS[place] ?? []).flatMap(([mark, what]) => {
        const at = text.search(mark)
        if (at < 0) return []
        return [`${relative(dist, file)} line ${lineOf(text, at)} contains ${what}: …${text.slice(at - 20, at + 40)}…`]
      })
    })

const URL_TEXT = /(?:https?:)?\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}[^\s"'`)<>\\]*/gi

/** Addresses of other hosts. Without a scheme an address counts only where a string or `url(` begins with it. */
function foreignUrls(text: string): string[] {
  return [...text.matchAll(URL_TEXT)]
    .filter(({ 0: url, index }) => url.startsWith('http') || /["'`(]\s*$/.test(text.slice(index - 1, index)))
    .map(({ 0: url }) => url)
    .filter((url) => !QUIET_URLS.some(([quiet]) => quiet.test(url)))
}

export const foreignHosts = (dist: string, place: string): string[] =>
  filesUnder(join(dist, place))
    .filter((file) => TEXT.test(file))
    .flatMap((file) => {
      const urls = [...new Set(foreignUrls(readFileSync(file, 'utf8')))]
      return urls.map((url) => `${relative(dist, file)} names a foreign host: ${url.slice(0, 120)}`)
    })

/** Each bundle starts under plain Node with an empty environment and offers `main`; the SDK rides in four alone. */
export const brokenBundles = (dist: string): string[] =>
  builtFunctions(dist).flatMap((name) => {
    const file = join(dist, 'cloudfunctions', name, 'index.js')
    const carriesSdk = !SDK_FUNCTIONS.includes(name) && SDK_MARK.test(readFileSync(file, 'utf8'))
    const problems = carriesSdk ? [`${name} carries the SDK; only ${SDK_FUNCTIONS.join(', ')} may`] : []
    const script = `if (typeof require(${JSON.stringify(file)}).main !== 'function') throw new Error('it exports no main')`
    try {
      execFileSync(process.execPath, ['-e', script], { env: {}, cwd: sep, stdio: 'pipe', timeout: 10_000 })
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      problems.push(`${name} does not start under plain Node: ${said.split('\n').slice(1).join(' ').slice(0, 300)}`)
    }
    return problems
  })

export function problemsOf(dist: string): string[] {
  const missing = missingParts(dist)
  if (missing.length > 0) return missing
  return [
    ...['weapp', 'h5', 'cloudfunctions'].flatMap((place) => unreadable(dist, place)),
    ...['weapp', 'h5'].flatMap((place) => [...strangers(dist, place), ...foreignHosts(dist, place)]),
    ...brokenBundles(dist),
  ]
}

if (require.main === module) {
  const problems = problemsOf(join(__dirname, '../dist'))
  for (const problem of problems) console.error(`dist: ${problem}`)
  console.log(
    problems.length === 0 ? 'dist: every built file is what its platform takes' : `dist: ${problems.length} problems`,
  )
  process.exitCode = problems.length === 0 ? 0 : 1
}
