import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Engine } from './engine'
import { type Node, type Place, Screen } from './screen'
import { readTemplates, type Templates } from './templates'
import { makeWx } from './wechat'

type Method = (this: Page, ...given: unknown[]) => unknown
type PageConfig = Record<string, unknown> & { data?: { root: Node } }

/** A page on the stack, with the members that WeChat gives it. */
interface Page extends Record<string, unknown> {
  route: string
  data: { root: Node }
}

export interface Call {
  name: string
  data: { call: string; input: unknown; requestId?: string }
}

export interface Given {
  dist: string
  /** Answers `wx.cloud.callFunction`. */
  answer: (call: Call) => Promise<unknown>
  /** What WeChat kept from an earlier visit. */
  kept?: Record<string, unknown>
}

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

/** The paths of every page, those of subpackages included. */
export function pagesOf(dist: string): string[] {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson
  const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => join(root, page)))
  return [...app.pages, ...inPackages]
}

/** One launch of the built mini-program on one telephone. */
export class MiniProgram {
  /** Every cloud function call that was made, in order. */
  readonly calls: Call[] = []
  readonly kept: Map<string, string>
  private readonly engine: Engine
  private readonly templates: Templates
  private readonly configs = new Map<string, PageConfig>()
  private readonly stack: Page[] = []
  private opening = ''

  constructor(private readonly given: Given) {
    this.kept = new Map(Object.entries(given.kept ?? {}).map(([key, value]) => [key, JSON.stringify(value)]))
    this.templates = readTemplates(given.dist)
    let app: Record<string, unknown> = {}
    this.engine = new Engine(given.dist, {
      App: (config: Record<string, unknown>) => void (app = config),
      Page: (config: PageConfig) => void this.configs.set(this.opening, config),
      Component: () => undefined,
      Behavior: (behavior: unknown) => behavior,
      getApp: () => app,
      getCurrentPages: () => [...this.stack],
      wx: makeWx(this.host(), this.kept),
    })
    this.engine.attempt('app.js', () => this.engine.require('app.js'))
    for (const moment of ['onLaunch', 'onShow'])
      this.run(`app.${moment}`, app, moment, { path: '', query: {}, scene: 1001 })
  }

  get faults(): readonly string[] {
    return this.engine.faults
  }

  get path(): string {
    return this.stack.at(-1)?.route ?? ''
  }

  get screen(): Screen {
    return new Screen(this.stack.at(-1)?.data.root ?? {}, this.templates)
  }

  /** Opens a page on top of the others: `pages/home/index?id=7`. */
  open(url: string): void {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!pagesOf(this.given.dist).includes(path)) throw new Error(`page "${path}" is not found`)
    this.opening = path
    this.engine.attempt(`${path}.js`, () => this.engine.require(path))
    const config = this.configs.get(path)
    if (!config) throw new Error(`${path} registered no page`)
    this.run(this.path, this.stack.at(-1), 'onHide')
    const page = this.makePage(path, config)
    this.stack.push(page)
    const options = Object.fromEntries(
      query
        .split('&')
        .filter(Boolean)
        .map((pair) => pair.split('=').map(decodeURIComponent)),
    )
    for (const moment of ['onLoad', 'onShow', 'onReady'])
      this.run(path, page, moment, moment === 'onLoad' ? options : undefined)
  }

  /** Waits until the page on top shows what is looked for; says what it shows instead when it never does. */
  async until(what: string, isThere: () => boolean, patienceMs = 8_000): Promise<void> {
    const deadline = Date.now() + patienceMs
    while (!isThere()) {
      if (Date.now() > deadline) {
        throw new Error(`no ${what} on ${this.path}\n${this.screen.text()}\n${this.faults.join('\n')}`)
      }
      await new Promise((again) => setTimeout(again, 10))
    }
  }

  shows = (words: string): Promise<void> => this.until(`“${words}”`, () => this.screen.text().includes(words))

  /** A finger on the place with these words. */
  async tap(words: string): Promise<void> {
    this.send(await this.place('tap', words), 'tap', { x: 1, y: 1 })
  }

  /** Types into the field with this placeholder or label, as the keyboard hands it over: the whole text at once. */
  async type(field: string, text: string): Promise<void> {
    const place = await this.place('input', field)
    this.send(place, 'input', { value: text, cursor: text.length })
    this.send(place, 'blur', { value: text })
  }

  /** The first place with these words where something listens to this event, itself or, for a tap, around it. */
  private async place(event: 'tap' | 'input', words: string): Promise<Place> {
    const listens = (node: Node) => this.screen.template(node)?.events.has(event) ?? false
    const places = () =>
      this.screen.find(words).filter(({ node, around }) => listens(node) || (event === 'tap' && around.some(listens)))
    await this.until(`place “${words}” to ${event}`, () => places().length > 0)
    const [place] = places()
    if (!place) throw new Error(`“${words}” went away`)
    return place
  }

  close(): void {
    this.engine.close()
  }

  /** WeChat calls `eh` for the node itself and then for each node around it that listens. */
  private send({ node, around }: Place, type: string, detail: unknown): void {
    const page = this.stack.at(-1)
    if (!page) return
    const bubbles = type === 'tap' ? [node, ...around] : [node]
    const target = handle(node)
    for (const at of bubbles.filter((one) => this.screen.template(one)?.events.has(type))) {
      if (type === 'tap' && this.screen.attribute(at, 'disabled') === true) return
      const event = {
        type,
        timeStamp: Date.now(),
        target,
        currentTarget: handle(at),
        detail,
        mark: {},
        touches: [],
        changedTouches: [],
      }
      this.run(`${page.route} ${type}`, page, 'eh', event)
    }
  }

  private makePage(route: string, config: PageConfig): Page {
    const page: Page = { ...config, route, __route__: route, data: copyOf(config.data ?? { root: {} }) }
    page.setData = (changes: Record<string, unknown>, done?: () => void) => {
      for (const [path, value] of Object.entries(changes)) setAt(page.data, path, value)
      if (done) this.engine.attempt(`${route} setData`, done)
    }
    for (const absent of ['selectComponent', 'createSelectorQuery', 'getOpenerEventChannel']) page[absent] = () => null
    return page
  }

  private run(what: string, on: Record<string, unknown> | undefined, method: string, given?: unknown): void {
    const work = on?.[method]
    if (typeof work === 'function')
      this.engine.attempt(`${what} ${method}`, () => (work as Method).call(on as Page, given))
  }

  private host() {
    const closeTop = () => {
      const page = this.stack.pop()
      this.run(page?.route ?? '', page, 'onUnload')
    }
    return {
      openPage: (url: string) => this.open(url),
      closePages: (delta: number) => {
        for (let left = Math.min(delta, this.stack.length - 1); left > 0; left -= 1) closeTop()
        this.run(this.path, this.stack.at(-1), 'onShow')
      },
      replacePages: (url: string, all: boolean) => {
        const count = all ? this.stack.length : 1
        for (let left = count; left > 0; left -= 1) closeTop()
        this.open(url)
      },
      callFunction: async (name: string, data: unknown) => {
        const call = { name, data } as Call
        this.calls.push(call)
        // A function never throws across the wire; where one does, the page would only say that the network is gone.
        return this.given.answer(call).catch((error: unknown) => {
          this.engine.fault(`function ${name}`, error)
          throw error
        })
      },
    }
  }
}

const handle = (node: Node) => ({
  id: node.uid ?? node.sid ?? '',
  dataset: { sid: node.sid },
  offsetLeft: 0,
  offsetTop: 0,
})

/** What crosses the bridge between the app's script and the screen is a copy, as JSON. */
const copyOf = <Value>(value: Value): Value =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value)

/** WeChat's data paths: `root.cn.[0].v` and `root.cn[0].v` are one place. */
function setAt(data: object, path: string, value: unknown): void {
  const steps = path.split(/[.[\]]+/).filter(Boolean)
  const last = steps.pop() ?? ''
  const place = steps.reduce<Record<string, unknown>>(
    (at, step) => {
      at[step] ??= {}
      return at[step] as Record<string, unknown>
    },
    data as Record<string, unknown>,
  )
  place[last] = copyOf(value)
}
