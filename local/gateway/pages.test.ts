import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTestStage, type TestStage } from './stage-for-tests'

let stage: TestStage
beforeAll(async () => {
  stage = await openTestStage({})
})
afterAll(() => stage.end())

describe('the pages', () => {
  it('shows the people by community, with what they wrote made harmless', async () => {
    const answer = await fetch(stage.gateway.url)
    const text = await answer.text()
    expect(text).toMatch(/锦绣花园[\s\S]*林女士[\s\S]*还没有小区[\s\S]*访客/)
    expect(text).not.toContain('<3-2-1801>')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('says in the till that a payment order nobody issued does not exist', async () => {
    const text = await (await fetch(`${stage.gateway.url}/local/till?session=<script>`)).text()
    expect(text).toContain('这笔支付单不存在或已过期')
    expect(text).toContain('返回')
    expect(text.match(/<script/g)).toHaveLength(1)
  })

  it('puts the host script before everything else in the built page and allows its own inline script alone', async () => {
    const folder = join(stage.folder, 'dist', 'h5')
    mkdirSync(join(folder, 'js'), { recursive: true })
    writeFileSync(join(folder, 'index.html'), '<html><head><meta charset="utf-8"><script>size()</script></head></html>')
    writeFileSync(join(folder, 'js', 'app.0123abcd.js'), 'app()')
    const answer = await fetch(`${stage.gateway.url}/app/`)
    expect(await answer.text()).toContain('<head><script src="/local/host.js"></script><meta')
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^']+';/)
    const script = await fetch(`${stage.gateway.url}/app/js/app.0123abcd.js`)
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect(script.headers.get('cache-control')).toContain('immutable')
  })

  it.each([
    '/app/../cloudbaserc.json',
    '/app/%2e%2e/%2e%2e/cloudbaserc.json',
    '/app/..%2f..%2fcloudbaserc.json',
    '/app/%',
    '/app/none.js',
  ])('finds nothing at %s', async (path) => {
    expect(await stage.raw(path, {})).toBe(404)
  })

  it('tells who it is at /healthz', async () => {
    expect(await (await fetch(`${stage.gateway.url}/healthz`)).json()).toEqual({
      app: 'mingju',
      ok: true,
      instance: 'test',
    })
  })
})
