import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'

/** A person at a browser: looks, clicks and types, and does nothing that a hand could not. */

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PATIENCE_MS = 15_000

export const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} as const
export const DESK = {
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1,
  hasTouch: false,
  isMobile: false,
} as const

/** A missing browser fails: a journey that nobody walked proves nothing. */
export function browserPath(): string {
  const places = BROWSERS.flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  )
  const found = process.env.CHROMIUM_PATH ?? places.find(isExecutable)
  if (!found)
    throw new Error('The journeys need Chromium: apt-get install -y chromium fonts-noto-cjk, or set CHROMIUM_PATH')
  return found
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), args: FLAGS, headless: true })

const literally = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export class Walker {
  /** What went wrong while nobody looked. */
  readonly faults: string[] = []

  private constructor(
    readonly page: Page,
    private readonly stage: string,
    /** Console errors that belong to the walk, for example of a network that was cut on purpose. */
    private readonly expected: RegExp | undefined,
  ) {
    page.on('request', (request) => this.judge(request.url()))
    page.on('pageerror', (error) => this.faults.push(`the page threw ${error.stack ?? error.message}`))
    page.on('console', (line) => {
      if (line.type() === 'error' && !this.expected?.test(line.text()))
        this.faults.push(`console: ${line.text()} (${line.location().url})`)
    })
  }

  /** Opens the chooser and picks a person by a click. */
  static async enter(browser: Browser, stage: string, name: string, options: Entry = {}): Promise<Walker> {
    const walker = await Walker.arrive(browser, stage, options)
    await walker.picks(name)
    return walker
  }

  /** Opens the chooser. */
  static async arrive(browser: Browser, stage: string, { expected, beside, ...options }: Entry = {}): Promise<Walker> {
    const context = beside?.page.context() ?? (await browser.newContext({ ...PHONE, locale: 'zh-CN', ...options }))
    context.setDefaultTimeout(PATIENCE_MS)
    const walker = new Walker(await context.newPage(), stage, expected)
    await walker.page.goto(`${stage}/`)
    return walker
  }

  /** Picks a person in the chooser. */
  async picks(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(literally(name)) })
      .first()
      .click()
    await this.page.waitForURL(`${this.stage}/app/**`)
  }

  /** Whatever can be tapped and begins with these whole words, as a person or a screen reader names it. */
  target(words: string): Locator {
    const name = new RegExp(`^${literally(words)}(?![\\p{L}\\p{N}])`, 'u')
    const roles = (['button', 'tab', 'radio', 'checkbox', 'switch'] as const).map((role) => this.page.getByRole(role, { name }))
    return roles
      .reduce((one, other) => one.or(other))
      .filter({ visible: true })
      .first()
  }

  field(label: string): Locator {
    return this.page
      .getByLabel(new RegExp(`^${literally(label)}`))
      .and(this.page.locator('input, textarea'))
      .filter({ visible: true })
      .first()
  }

  words(words: string): Locator {
    return this.page.getByText(words).filter({ visible: true })
  }

  taps(words: string): Promise<void> {
    return this.tries(`tap “${words}”`, () => this.target(words).click())
  }

  types(label: string, text: string): Promise<void> {
    return this.tries(`type into “${label}”`, async () => {
      await this.field(label).click()
      await this.field(label).fill(text)
    })
  }

  sees(words: string, patienceMs = PATIENCE_MS): Promise<void> {
    return this.tries(`see “${words}”`, () => this.words(words).first().waitFor({ timeout: patienceMs }))
  }

  seesNoMore(words: string): Promise<void> {
    return this.tries(`see “${words}” go`, () => this.words(words).first().waitFor({ state: 'detached' }))
  }

  /** Says what stood on the page when a hand or an eye did not find what it looked for. */
  private async tries(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (cause) {
      const stood = await this.page.locator('body').innerText()
      throw new Error(`could not ${what} at ${this.page.url()}, where stood:\n${stood}`, { cause })
    }
  }

  async leaves(): Promise<void> {
    await this.page.context().close()
  }

  private judge(url: string): void {
    if (/^(data|blob):/.test(url) || new URL(url).origin === this.stage) return
    this.faults.push(`asked a foreign host: ${url}`)
  }
}

export interface Entry extends BrowserContextOptions {
  expected?: RegExp
  /** In another tab of this person's browser. */
  beside?: Walker
}

/** For a test file: one browser, a fresh context for each person, and after each test nothing may have gone wrong. */
export function peopleAt(): { enters(name: string, options?: Entry): Promise<Walker> } {
  const stage = process.env.MINGJU_STAGE
  if (!stage) throw new Error('no stage: run npm run journeys')
  const here: Walker[] = []
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterEach(async () => {
    const faults = here.flatMap((walker) => walker.faults)
    for (const walker of here.splice(0)) await walker.leaves()
    expect(faults).toEqual([])
  })
  afterAll(() => browser.close())
  return {
    enters: async (name, options) => {
      const walker = await Walker.enter(browser, stage, name, options)
      here.push(walker)
      return walker
    },
  }
}
