/** @jest-environment jsdom */

interface Result {
  errMsg: string
}
interface Host {
  mingjuHost: { token: string; origin: string }
  wx: { requestPayment(request: object): void }
}

const host = window as unknown as Host
const ORDER = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=wx1', signType: 'RSA', paySign: 's' }
const tokenUntil = (seconds: number) => `h.${btoa(JSON.stringify({ sub: 'uid-lin', exp: seconds }))}.s`

/** Runs the script anew, as a freshly opened page does. */
async function openPage(token: string): Promise<void> {
  sessionStorage.setItem('mingju.token', token)
  jest.resetModules()
  await import('./host')
}

function pay(order: object): Promise<{ result: Result; completed: Result | undefined }> {
  return new Promise((resolve) => {
    let result: Result
    const tell = (told: Result) => {
      result = told
    }
    host.wx.requestPayment({
      ...order,
      success: tell,
      fail: tell,
      complete: (completed: Result) => resolve({ result, completed }),
    })
  })
}

const till = () => document.querySelector<HTMLIFrameElement>('iframe')

function say(data: unknown, from: { origin?: string; source?: Window | null } = {}): void {
  const source = from.source === undefined ? till()?.contentWindow : from.source
  window.dispatchEvent(
    new MessageEvent('message', { data, origin: from.origin ?? location.origin, source: source ?? null }),
  )
}

/** What the stage was asked to open a till for. */
const asked: unknown[] = []

beforeEach(() => {
  asked.length = 0
  window.fetch = ((_url: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body))
    return Promise.resolve({ ok: true, json: () => Promise.resolve({ till: 's1' }) })
  }) as unknown as typeof fetch
  return openPage(tokenUntil(9_999_999_999))
})

const tillOpened = async () => {
  while (!till()) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('what the browser has instead of WeChat', () => {
  it('hands the token of this tab to the page', () => {
    expect(host.mingjuHost).toMatchObject({ token: tokenUntil(9_999_999_999), origin: location.origin })
  })

  it.each([[''], [tokenUntil(1)], ['nonsense']])(
    'hands over nothing when the token is missing or has run out',
    async (token) => {
      await openPage(token)
      expect(host.mingjuHost.token).toBe('')
    },
  )

  it.each([
    [{ ...ORDER, timeStamp: 1 }, 'parameter.timeStamp should be String instead of Number;'],
    [{ ...ORDER, paySign: undefined }, 'parameter.paySign should be String instead of Undefined;'],
    [{ ...ORDER, package: 'wx1' }, 'parameter.package should start with prepay_id=;'],
  ])('refuses an order with a field missing, without opening the till', async (order, words) => {
    const { result, completed } = await pay(order)
    expect(result).toEqual({ errMsg: `requestPayment:fail parameter error: ${words}` })
    expect(completed).toEqual(result)
    expect(till()).toBeNull()
  })

  it.each([
    ['cancel', 'requestPayment:fail cancel'],
    ['fail', 'requestPayment:fail 支付失败'],
    ['ok', 'requestPayment:ok'],
  ])('opens the till for the signed order and reports %s in WeChat’s words', async (left, errMsg) => {
    const paid = pay(ORDER)
    await tillOpened()
    expect(asked).toEqual([ORDER])
    expect(till()?.getAttribute('src')).toBe('/local/till?session=s1')
    say({ till: left })
    expect((await paid).result).toEqual({ errMsg })
    expect(till()).toBeNull()
  })

  it('believes only the till that it opened', async () => {
    const paid = pay(ORDER)
    await tillOpened()
    say({ till: 'cancel' }, { origin: 'https://evil.example' })
    say({ till: 'cancel' }, { source: window })
    say({ till: 'constructor' })
    expect(till()).not.toBeNull()
    say({ till: 'cancel' })
    await paid
  })

  it('opens one till at a time', async () => {
    const first = pay(ORDER)
    expect((await pay(ORDER)).result.errMsg).toContain('another payment is open')
    await tillOpened()
    say({ till: 'cancel' })
    await first
  })
})
