import type { ErrorCode } from '../../types/vocabulary/errors'

const PATIENCE_MS = 50
const REQUEST = { call: 'repairs.listRepairs', input: { filter: 'open' } }

type Send = (typeof import('./transport.h5'))['sendFromBrowser']
let sendFromBrowser: Send
let interruption: (typeof import('./interruption'))['interruption']

beforeEach(async () => {
  jest.resetModules()
  process.env.TARO_ENV = 'h5'
  window.mingjuHost = { token: 't', person: 'lin', origin: 'https://api.example.cn', signOut: () => undefined }
  ;({ sendFromBrowser } = await import('./transport.h5'))
  ;({ interruption } = await import('./interruption'))
})

/** What comes down the wire, in the shape that the transport reads. */
function answers(status: number, body: string): void {
  window.fetch = () => Promise.resolve({ status, text: () => Promise.resolve(body) } as Response)
}

const send = () => sendFromBrowser('repairs', REQUEST, PATIENCE_MS)

it.each<[number, ErrorCode]>([
  [400, 'BAD_REQUEST'],
  [403, 'NOT_ALLOWED'],
  [404, 'UNKNOWN_CALL'],
  [413, 'TOO_LARGE'],
  [429, 'BUSY'],
  [500, 'BUSY'],
  [504, 'BUSY'],
])('tells a person what a gateway that answers %i means, and never blames the network', async (status, code) => {
  answers(status, '{"code":"ANY","message":"in its own words","requestId":"r"}')
  expect(await send()).toMatchObject({ ok: false, error: { code } })
})

it('reads a status also where the answer is no JSON, as from a proxy', async () => {
  answers(502, '<html>bad gateway</html>')
  expect(await send()).toMatchObject({ ok: false, error: { code: 'BUSY' } })
})

it('says that the sign-in has run out instead of leaving without a word', async () => {
  const left = jest.fn()
  if (window.mingjuHost) window.mingjuHost.signOut = left
  answers(401, '{"code":"ACCESS_TOKEN_EXPIRED"}')
  expect(await send()).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
  expect(interruption()).toEqual({ kind: 'signed out' })
  expect(left).not.toHaveBeenCalled()
})

it('cuts off a request that nobody waits for any more', async () => {
  window.fetch = (_, options) =>
    new Promise((_resolve, reject) => {
      options?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
    })
  await expect(send()).rejects.toThrow('aborted')
})
