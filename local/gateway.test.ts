import { SignJWT } from 'jose'
import { openGateway } from './gateway'
import { LOCAL_ENV } from './persona'
import { openTestStage, type TestStage } from './gateway/stage-for-tests'

const ECHO = `exports.main = async (event, context) => {
  const who = JSON.parse(context.environment)
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
  return { event, uid: who.TCB_UUID, requestId: context.request_id, inProcess: process.env.TCB_UUID ?? null, owner: process.env.DATABASE_URL ?? null }
}`
const SLEEPY = 'exports.main = () => new Promise((resolve) => setTimeout(resolve, 1500))'
const BROKEN = `exports.main = () => { throw new Error('secret words of a stack') }`

let stage: TestStage
beforeAll(async () => {
  stage = await openTestStage({ echo: ECHO, sleepy: SLEEPY, broken: BROKEN })
})
afterAll(() => stage.end())

const bearer = async (persona = 'lin') => ({ authorization: `Bearer ${await stage.login(persona)}` })

async function foreignToken(claims: { key?: string; exp?: string; kind?: string; aud?: string }): Promise<string> {
  return await new SignJWT({ kind: claims.kind ?? 'demo' })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('uid-lin')
    .setIssuer('mingju-local-stage')
    .setAudience(claims.aud ?? LOCAL_ENV)
    .setExpirationTime(claims.exp ?? '1h')
    .sign(new TextEncoder().encode(claims.key ?? 'a key of this test alone'))
}

describe('a call through the gateway', () => {
  it('gives the function the body as its event and the answer back unwrapped', async () => {
    const answer = await stage.call('echo', { call: 'echo.say', input: { word: '你好👋' } }, await bearer())
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      event: { call: 'echo.say', input: { word: '你好👋' } },
      uid: 'uid-lin',
    })
  })

  it('echoes the caller’s request id and hands it to the function', async () => {
    const answer = await stage.call('echo', {}, { ...(await bearer()), 'x-request-id': 'my-id-1' })
    expect(answer.headers.get('x-request-id')).toBe('my-id-1')
    expect(await answer.json()).toMatchObject({ requestId: 'my-id-1' })
  })

  it('tells the identity through the context alone and keeps the owner’s address from functions', async () => {
    const answer = await stage.call('echo', {}, await bearer())
    expect(await answer.json()).toMatchObject({ inProcess: null, owner: null })
  })

  it('never mixes twenty people who call two hundred times at once', async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => ({
        uid: `uid-${index}`,
        token: await new SignJWT({ kind: 'demo' })
          .setProtectedHeader({ alg: 'HS256' })
          .setSubject(`uid-${index}`)
          .setIssuer('mingju-local-stage')
          .setAudience(LOCAL_ENV)
          .setExpirationTime('1h')
          .sign(new TextEncoder().encode('a key of this test alone')),
      })),
    )
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const { uid, token } = people[index % 20] ?? { uid: '', token: '' }
        const answer = (await (await stage.call('echo', { index }, { authorization: `Bearer ${token}` })).json()) as {
          uid: string
          event: { index: number }
        }
        return answer.uid === uid && answer.event.index === index
      }),
    )
    expect(answers.filter(Boolean)).toHaveLength(200)
  })
})

describe('the end of the gateway', () => {
  it('lets a call under way end, and takes no other', async () => {
    const ending = await openTestStage({
      slow: "exports.main = () => new Promise((resolve) => setTimeout(() => resolve('done'), 300))",
    })
    const headers = { authorization: `Bearer ${await ending.login('lin')}` }
    const underWay = ending.call('slow', {}, headers)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const closing = ending.end()
    expect(await (await underWay).json()).toBe('done')
    await closing
    await expect(ending.call('slow', {}, headers)).rejects.toThrow()
  })
})

describe('what the platform refuses itself', () => {
  const refusal = async (answer: Response) => ({
    status: answer.status,
    body: (await answer.json()) as { code: string; message: string; requestId: string },
  })

  it.each([
    ['a stranger without a token', () => Promise.resolve({}), 'MISSING_CREDENTIALS'],
    [
      'a token that has expired',
      async () => ({ authorization: `Bearer ${await foreignToken({ exp: '-1s' })}` }),
      'ACCESS_TOKEN_EXPIRED',
    ],
    [
      'a token of another data folder',
      async () => ({ authorization: `Bearer ${await foreignToken({ key: 'another key altogether' })}` }),
      'INVALID_ACCESS_TOKEN',
    ],
    [
      'a token of another environment',
      async () => ({ authorization: `Bearer ${await foreignToken({ aud: 'production' })}` }),
      'INVALID_ACCESS_TOKEN',
    ],
    [
      'a token of another kind',
      async () => ({ authorization: `Bearer ${await foreignToken({ kind: 'api key' })}` }),
      'INVALID_ACCESS_TOKEN',
    ],
    [
      'a token without a signature',
      () => Promise.resolve({ authorization: `Bearer ${unsigned()}` }),
      'INVALID_ACCESS_TOKEN',
    ],
    ['words that are no token', () => Promise.resolve({ authorization: 'Bearer nonsense' }), 'INVALID_ACCESS_TOKEN'],
  ])('answers 401 to %s', async (_who, headers, code) => {
    const { status, body } = await refusal(await stage.call('echo', {}, await headers()))
    expect(status).toBe(401)
    expect(body).toEqual({ code, message: expect.any(String), requestId: expect.any(String) })
  })

  it.each([
    ['{"call":', 'half a JSON'],
    ['[]', 'a list'],
    ['"text"', 'a text'],
    ['', 'nothing'],
    ['null', 'null'],
  ])('answers 400 to %s', async (text) => {
    const { status, body } = await refusal(await stage.call('echo', text, await bearer()))
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'FUNCTION_PARAM_INVALID' })
  })

  it.each(['nowhere', '..%2fecho', '%00', 'ECHO', 'constructor'])('answers 404 to the function %s', async (name) => {
    const { status, body } = await refusal(await stage.call(name, {}, await bearer()))
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'FUNCTION_NOT_FOUND' })
  })

  it('answers 413 to a body over 100 KB, and takes one just under', async () => {
    const { status, body } = await refusal(await stage.call('echo', { text: 'x'.repeat(100 * 1024) }, await bearer()))
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'EXCEED_MAX_PAYLOAD_SIZE' })
    expect((await stage.call('echo', { text: 'x'.repeat(100 * 1024 - 20) }, await bearer())).status).toBe(200)
  })

  it('answers 413 to a body of many megabytes without waiting for all of it', async () => {
    const { status } = await refusal(await stage.call('echo', { text: 'x'.repeat(8_000_000) }, await bearer()))
    expect(status).toBe(413)
  })

  it('answers 504 when a function exceeds the time limit of cloudbaserc.json', async () => {
    const { status, body } = await refusal(await stage.call('sleepy', {}, await bearer()))
    expect({ status, code: body.code }).toEqual({ status: 504, code: 'FUNCTION_TIME_LIMIT_EXCEEDED' })
  })

  it('hides why a function failed from the caller and says it in the terminal', async () => {
    const { status, body } = await refusal(await stage.call('broken', {}, await bearer()))
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'FUNCTION_INVOCATION_FAILED' })
    expect(JSON.stringify(body)).not.toContain('secret words')
    expect(stage.logged.join('\n')).toContain('secret words')
  })
})

describe('the login without a password', () => {
  it('names the people and gives each a token of their own', async () => {
    const people = (await (await fetch(`${stage.gateway.url}/local/personas`)).json()) as object[]
    expect(people[0]).toEqual({ id: 'lin', name: '林女士', role: '业主 <3-2-1801>', community: '锦绣花园' })
    const answer = await stage.call('echo', {}, await bearer('visitor'))
    expect(await answer.json()).toMatchObject({ uid: 'uid-visitor' })
  })

  it('refuses a person who does not exist', async () => {
    const answer = await fetch(`${stage.gateway.url}/local/login`, { method: 'POST', body: '{"persona":"nobody"}' })
    expect(answer.status).toBe(404)
  })

  it('is closed as soon as the database is not marked as a demonstration', async () => {
    stage.demo.isDemo = false
    try {
      expect((await fetch(`${stage.gateway.url}/local/personas`)).status).toBe(404)
      expect(
        (await fetch(`${stage.gateway.url}/local/login`, { method: 'POST', body: '{"persona":"lin"}' })).status,
      ).toBe(404)
      expect(await (await fetch(stage.gateway.url)).text()).not.toContain('林女士')
    } finally {
      stage.demo.isDemo = true
    }
  })

  it.each(['evil.example', 'evil.example:8080', '127.0.0.1.evil.example', '10.0.0.5:8080'])(
    'refuses the host name %s',
    async (host) => {
      expect(await stage.raw('/local/personas', { host })).toBe(403)
    },
  )

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])(
    'refuses a page from %s',
    async (origin) => {
      expect(await stage.raw('/local/login', { origin }, 'POST', '{"persona":"lin"}')).toBe(403)
    },
  )

  it('lets its own page in', async () => {
    expect(await stage.raw('/local/login', { origin: stage.gateway.url }, 'POST', '{"persona":"lin"}')).toBe(200)
  })

  it('does not start at all in production', async () => {
    const before = process.env.NODE_ENV
    Object.assign(process.env, { NODE_ENV: 'production' })
    try {
      await expect(openGateway({} as Parameters<typeof openGateway>[0])).rejects.toThrow(
        'never runs with NODE_ENV=production',
      )
    } finally {
      Object.assign(process.env, { NODE_ENV: before })
    }
  })
})

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ sub: 'uid-lin', kind: 'demo', iss: 'mingju-local-stage', aud: LOCAL_ENV, exp: 9_999_999_999 })}.`
}
