import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

/**
 * `npm run check`: everything that can be known without a browser, in under three minutes when the builds are fresh.
 * Steps of one row run side by side; the first failure ends it with one clear line.
 */

const REPO = resolve(__dirname, '..')

interface Step {
  name: string
  command: string
  args: string[]
}

const node = (name: string, script: string, ...args: string[]): Step => ({
  name,
  command: process.execPath,
  args: [join(REPO, script), ...args],
})

const ROWS: Step[][] = [
  [
    node('types', 'node_modules/typescript/bin/tsc', '-p', '.'),
    node('laws', 'node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'),
  ],
  [node('tests', 'node_modules/jest/bin/jest.js')],
  // Parts whose sources have not changed are left as they are.
  [{ name: 'build', command: 'npm', args: ['run', '--silent', 'build'] }],
  [
    node('sizes', 'node_modules/tsx/dist/cli.mjs', 'config/check-sizes.ts'),
    node('dist', 'node_modules/tsx/dist/cli.mjs', 'config/check-dist.ts'),
  ],
]

interface Outcome {
  step: Step
  ok: boolean
  seconds: number
  said: string
}

/** Runs a step to its end and keeps what it said: it is shown only when it matters, so that two never mix. */
function run(step: Step): Promise<Outcome> {
  const startedAt = performance.now()
  return new Promise((done) => {
    const child = spawn(step.command, step.args, { cwd: REPO, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const keep = (chunk: Buffer) => (said += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const end = (ok: boolean) => done({ step, ok, seconds: (performance.now() - startedAt) / 1000, said })
    child.once('error', (error) => {
      said += error.message
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

async function main(): Promise<number> {
  const startedAt = performance.now()
  for (const row of ROWS) {
    const outcomes = await Promise.all(row.map(run))
    for (const { step, ok, seconds } of outcomes) {
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${step.name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`)
    }
    const failed = outcomes.filter(({ ok }) => !ok)
    for (const { step, said } of failed) console.error(`\n--- ${step.name} ---\n${said.trim()}`)
    if (failed.length > 0) {
      console.error(`\ncheck failed at: ${failed.map(({ step }) => step.name).join(', ')}`)
      return 1
    }
    // What a passing step found is worth seeing: how many tests there were, and the sizes.
    for (const { step, said } of outcomes) {
      if (step.name === 'tests') console.log(/^Tests:.*$/m.exec(said)?.[0] ?? '')
      if (step.name === 'sizes') console.log(said.trim())
    }
  }
  console.log(`check passed in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  return 0
}

void main().then((code) => (process.exitCode = code))
