import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { BREACHES, SOUND } from './check-laws-cases'

/**
 * A law that cannot fail is no law: a small house is built in a temporary folder, every law is broken in it once,
 * the real ESLint configuration looks at it, and each breach must be reported under the law's own name.
 */

const REPO = resolve(__dirname, '..')

interface Report {
  filePath: string
  messages: { ruleId: string | null; message: string }[]
}

/** What was reported, by file and rule. */
let found: Map<string, string[]>
let house: string

const put = async (file: string, text: string) => {
  await mkdir(dirname(join(house, file)), { recursive: true })
  await writeFile(join(house, file), text)
}

function lint(): Promise<Report[]> {
  const eslint = join(REPO, 'node_modules/eslint/bin/eslint.js')
  const args = [eslint, '-c', join(REPO, 'eslint.config.mjs'), '--format', 'json', '.']
  return new Promise((done, fail) => {
    // ESLint ends with 1 when it finds something, which is what we want; without a report it broke down.
    execFile(process.execPath, args, { cwd: house, maxBuffer: 1 << 26 }, (_end, report, complaint) => {
      if (report === '') fail(new Error(complaint))
      else done(JSON.parse(report) as Report[])
    })
  })
}

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'mingju-laws-'))
  await symlink(join(REPO, 'node_modules'), join(house, 'node_modules'))
  const tsconfig = { extends: join(REPO, 'tsconfig.json'), compilerOptions: { types: ['node', 'jest'] } }
  const include = ['types', 'cloudfunctions', 'src', 'local']
  await put('tsconfig.json', JSON.stringify({ ...tsconfig, include, exclude: ['node_modules'] }))
  for (const [file, text] of Object.entries(SOUND)) await put(file, text)
  for (const [, file, text] of BREACHES) await put(file, text)
  const reports = await lint()
  found = new Map(
    reports.map((report) => [
      relative(house, report.filePath),
      report.messages.map(({ ruleId, message }) => ruleId ?? message),
    ]),
  )
}, 60_000)

afterAll(() => rm(house, { recursive: true, force: true }))

it.each(BREACHES)('%s reports %s', (rule, file) => {
  expect(found.get(file)).toContain(rule)
})

it('has a breach for every law', async () => {
  const text = await readFile(join(__dirname, 'check-laws.mjs'), 'utf8')
  const laws = [...text.matchAll(/= ban(?:Imports)?\('([a-z-]+)'/g)].map(([, name]) => `law/${String(name)}`)
  const broken = new Set(BREACHES.map(([rule]) => rule))
  expect(laws.length).toBeGreaterThan(15)
  expect(laws.filter((law) => !broken.has(law))).toEqual([])
})

it.each(Object.keys(SOUND))('lets the sound file %s pass', (file) => {
  expect(found.get(file)).toEqual([])
})
