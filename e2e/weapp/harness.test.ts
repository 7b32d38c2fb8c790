import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MiniProgram } from './harness'

/** The harness must find what a telephone would refuse: a small program, and each test spoils one thing. */

const WXML = `<template name="tmpl_0_0">
  <view class="{{i.cl}}" bindtap="eh" id="{{i.sid}}" data-sid="{{i.sid}}">
  </view>
</template>
<template name="tmpl_0_9">
  <block>{{i.v}}</block>
</template>
`

let dist: string

const put = (file: string, text: string) => writeFileSync(join(dist, file), text)

/** A page with the word 开 that can be tapped, and with this work in its life. */
const page = (work: string) =>
  `Page({ data: { root: { cn: [{ nn: '0', sid: 'a', cn: [{ nn: '9', v: '开' }] }] } }, onLoad() { ${work} }, eh(e) { this.setData({ 'root.cn.[0].cn.[0].v': '开了 ' + e.currentTarget.dataset.sid }) } })`

function open(work: string): MiniProgram {
  put('pages/home/index.js', page(work))
  const program = new MiniProgram({ dist, answer: () => Promise.resolve({ ok: true, data: '好' }) })
  program.open('pages/home/index')
  return program
}

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'mingju-weapp-'))
  mkdirSync(join(dist, 'pages/home'), { recursive: true })
  put('app.json', '{"pages":["pages/home/index"]}')
  put('app.js', 'App({})')
  put('base.wxml', WXML)
})

afterEach(() => rmSync(dist, { recursive: true, force: true }))

it('shows a page, taps it and lets setData through', async () => {
  const program = open('')
  await program.tap('开')
  expect(program.screen.text()).toBe('开了 a')
  expect(program.faults).toEqual([])
})

it.each([
  ['a browser’s fetch', 'fetch("/x")', 'fetch is not defined'],
  ['a document', 'document.title', 'document is not defined'],
  ['Intl', 'new Intl.NumberFormat("zh")', 'Intl is not defined'],
  ['Node’s process', 'process.env.X', 'process is not defined'],
  ['AbortController', 'new AbortController()', 'AbortController is not defined'],
  ['URL', 'new URL("https://x.cn")', 'URL is not defined'],
  ['TextEncoder', 'new TextEncoder()', 'TextEncoder is not defined'],
  ['code from a string', 'new Function("return 1")()', 'Code generation from strings disallowed'],
  ['a throw in a timer', 'setTimeout(() => { throw new Error("late") }, 0)', 'late'],
  ['an error on the console', 'console.error("of React")', 'of React'],
])('notices %s', async (_what, work, fault) => {
  const program = open(work)
  await program.until('fault', () => program.faults.join('\n').includes(fault), 500)
  program.close()
})

it('notices a file that the package does not hold', () => {
  const program = open('require("../../lib")')
  expect(program.faults.join('\n')).toMatch(/no such file/)
})

it('answers a call as JSON and keeps count of it', async () => {
  const program = open(
    'wx.cloud.callFunction({ name: "repairs", data: { call: "x", at: new Date(0), gone: undefined } }).then((r) => this.setData({ "root.cn[0].cn[0].v": r.result.data }))',
  )
  await program.shows('好')
  expect(program.calls).toEqual([{ name: 'repairs', data: { call: 'x', at: '1970-01-01T00:00:00.000Z' } }])
})
