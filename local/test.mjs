/**
 * `npm test`: everything that can be checked, from a fresh clone. Plain JavaScript on Node built-ins,
 * for the same reason as start.mjs.
 */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { command, ensureNode, ensurePackages, npm, npmArgs, Plain, run, step } from './setup.mjs'

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
/** Without Chinese letters every picture would be boxes, and a text that does not fit would seem to. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk']

await command(async () => {
  ensureNode()
  await ensurePackages()
  await ensureChromium()
  await step('npm run check', () => run(npm(), [...npmArgs(), 'run', 'check']))
  await step('npm run journeys', () => run(npm(), [...npmArgs(), 'run', 'journeys'], { CHROMIUM_PATH: findChromium() }))
})

/** The journeys are done in a real browser; a missing one fails the test and never skips it. */
async function ensureChromium() {
  if (findChromium()) return
  if (!findProgram('apt-get')) {
    throw new Plain('The journeys need Chromium. Install it, or name it: CHROMIUM_PATH=/path/to/chromium npm test')
  }
  if (process.getuid?.() !== 0) {
    throw new Plain(
      `The journeys need Chromium. Type this once: sudo apt-get update && sudo apt-get install -y ${DEBIAN_PACKAGES.join(' ')}`,
    )
  }
  await step('Chromium', async (say) => {
    say('installing …')
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], quiet, { quiet: true })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES], quiet, {
      quiet: true,
    })
  })
  if (!findChromium()) throw new Plain('Chromium was installed but is not on the PATH.')
}

function findChromium() {
  return process.env.CHROMIUM_PATH || BROWSERS.map(findProgram).find(Boolean)
}

function findProgram(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
