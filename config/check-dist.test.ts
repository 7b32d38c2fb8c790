import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { problemsOf } from './check-dist'
import { missingParts, tooHeavy, weighAll } from './check-sizes'

/** A dist of a few bytes in which all is well; each test spoils one thing. */
const SOUND = {
  'weapp/app.json': '{"pages":["pages/home/index"],"subPackages":[{"root":"packages/staff","pages":["desk/index"]}]}',
  'weapp/app.js': 'App({ onLaunch: function () { return "明居" } })',
  'weapp/packages/staff/desk/index.js': 'Page({})',
  'h5/index.html': '<html><script src="/app/js/app.js"></script></html>',
  'h5/js/app.js': 'const x = { ...{}, y: 1 }; // https://www.w3.org/2000/svg',
  'cloudfunctions/repairs/index.js': 'exports.main = async () => ({ ok: true })',
  'cloudfunctions/files/index.js': 'exports.main = async () => "https://x.tcb-api.tencentcloudapi.com/admin"',
}

let dist: string

const put = (file: string, text: string) => {
  mkdirSync(dirname(join(dist, file)), { recursive: true })
  writeFileSync(join(dist, file), text)
}

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'mingju-dist-'))
  for (const [file, text] of Object.entries(SOUND)) put(file, text)
})

afterEach(() => rmSync(dist, { recursive: true, force: true }))

it('finds nothing wrong where nothing is wrong', () => {
  expect(problemsOf(dist)).toEqual([])
  expect(tooHeavy(weighAll(dist))).toEqual([])
})

it.each([
  [
    'an arrow with await in the mini-program',
    'weapp/app.js',
    'App({ f: async () => 1 })',
    /app\.js does not parse as ES2015/,
  ],
  ['a private field that the minifier spoilt', 'h5/js/app.js', 'class A { #"e" = 1 }', /app\.js does not parse/],
  ['zod in the mini-program', 'weapp/vendors.js', 'var n = "ZodError"', /contains zod/],
  ['pg in the mini-program', 'weapp/vendors.js', 'var n = "pg-pool"', /contains pg/],
  [
    'code from a string in the mini-program',
    'weapp/vendors.js',
    'var f = new Function("a", "return a")',
    /code from a string/,
  ],
  [
    'a variable of the build that was not filled in',
    'weapp/common.js',
    'try { init(process.env.CLOUD) } catch (e) {}',
    /common\.js uses process, which/,
  ],
  ['a browser’s fetch in the mini-program', 'weapp/common.js', 'fetch("/x")', /uses fetch, which/],
  ['eval in the mini-program', 'weapp/vendors.js', 'eval("1")', /code from a string/],
  ['the demo people in the web build', 'h5/js/app.js', 'fetch("/local/personas")', /contains the demo people/],
  [
    'a font of a foreign host',
    'h5/app.css',
    '@font-face{src:url(//at.alicdn.com/t/a.woff2)}',
    /names a foreign host: \/\/at\.alicdn/,
  ],
  ['a picture of a foreign host', 'weapp/app.js', 'var u = "https://img.yzcdn.cn/empty.png"', /names a foreign host/],
  [
    'a function that needs a variable to start',
    'cloudfunctions/repairs/index.js',
    'if (!process.env.PGHOST) throw new Error("no PGHOST")',
    /repairs does not start under plain Node.*no PGHOST/,
  ],
  ['a function without an entrance', 'cloudfunctions/repairs/index.js', 'exports.handler = 1', /it exports no main/],
  [
    'the SDK in a small function',
    'cloudfunctions/repairs/index.js',
    'exports.main = () => "tcb-api.tencentcloudapi.com"',
    /repairs carries the SDK/,
  ],
])('refuses %s', (_what, file, text, problem) => {
  put(file, text)
  expect(problemsOf(dist).join('\n')).toMatch(problem)
})

it('lets the bundler ask for the global object', () => {
  put('weapp/runtime.js', 'try { Function("return this")() } catch (e) {}')
  expect(problemsOf(dist)).toEqual([])
})

it.each([
  ['a main package over 1 MB', 'weapp/vendors.js', 1_050_000, /weapp main package weighs/],
  ['4 MB in all', 'weapp/packages/staff/photos.png', 4_200_000, /weapp in all weighs/],
  ['a bundle over 600 KB', 'cloudfunctions/repairs/more.js', 620_000, /function repairs weighs/],
  ['a bundle with the SDK over 1.5 MB', 'cloudfunctions/files/more.js', 1_600_000, /function files weighs/],
])('refuses %s', (_what, file, bytes, problem) => {
  put(file, ' '.repeat(bytes))
  expect(tooHeavy(weighAll(dist)).join('\n')).toMatch(problem)
})

it('lets a script ask whether a name is there, and have such a name of its own', () => {
  put(
    'weapp/common.js',
    'var a = typeof fetch === "function" ? fetch : b.fetch; (function (window) { return window.x })({ document: 1 })',
  )
  expect(problemsOf(dist)).toEqual([])
})

it('does not count a subpackage into the main package', () => {
  put('weapp/packages/staff/photos.png', ' '.repeat(1_100_000))
  expect(tooHeavy(weighAll(dist))).toEqual([])
})

it('says what is not built instead of passing', () => {
  rmSync(join(dist, 'weapp'), { recursive: true })
  expect(missingParts(dist)).toEqual(['weapp/app.json is not built: npm run build'])
  expect(problemsOf(dist)).toEqual(['weapp/app.json is not built: npm run build'])
})
