/**
 * Runs in the browser before the h5 bundle, inside /app/. It gives the bundle what WeChat would give it on a phone:
 * who is signed in, and the till. The bundle knows nothing of how the token came to be.
 */
const TOKEN = 'mingju.token'
const CHOOSER = '/'
/** The chooser says why it is shown again. */
const EXPIRED = '/?expired'

interface PaymentRequest {
  timeStamp?: unknown
  nonceStr?: unknown
  package?: unknown
  signType?: unknown
  paySign?: unknown
  success?: (result: { errMsg: string }) => void
  fail?: (result: { errMsg: string }) => void
  complete?: (result: { errMsg: string }) => void
}

/** Text of WeChat's own refusal when a field has the wrong type; undefined when all are right. */
function parameterError(request: PaymentRequest): string | undefined {
  const fields = ['timeStamp', 'nonceStr', 'package', 'paySign'] as const
  const wrong = fields.find((field) => typeof request[field] !== 'string' || request[field] === '')
  if (wrong) return `parameter.${wrong} should be String instead of ${typeName(request[wrong])};`
  if (!String(request.package).startsWith('prepay_id=')) return 'parameter.package should start with prepay_id=;'
  return undefined
}

function typeName(value: unknown): string {
  if (value === '') return 'empty String'
  return value === undefined ? 'Undefined' : Object.prototype.toString.call(value).slice(8, -1)
}

/** Lays the till over the page and resolves with WeChat's errMsg when it is left. */
async function openTill(request: PaymentRequest): Promise<string> {
  const { timeStamp, nonceStr, package: packageText, signType, paySign } = request
  const answer = await fetch('/local/till', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${signedIn?.token ?? ''}` },
    body: JSON.stringify({ timeStamp, nonceStr, package: packageText, signType, paySign }),
  })
  if (!answer.ok) return 'requestPayment:fail'
  const { till } = (await answer.json()) as { till: string }
  return layOver(`/local/till?session=${till}`)
}

function layOver(url: string): Promise<string> {
  const frame = document.createElement('iframe')
  frame.src = url
  frame.title = '收银台'
  Object.assign(frame.style, {
    position: 'fixed',
    inset: '0',
    width: '100%',
    height: '100%',
    border: '0',
    zIndex: '2147483647',
  })
  const before = document.activeElement
  return new Promise((resolve) => {
    const listen = (event: MessageEvent<unknown>) => {
      const result = resultOf(event, frame)
      if (!result) return
      window.removeEventListener('message', listen)
      frame.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve(result)
    }
    window.addEventListener('message', listen)
    document.body.append(frame)
    frame.focus()
  })
}

/** Only the till that we opened, from our own origin, may say how it ended. */
function resultOf(event: MessageEvent<unknown>, frame: HTMLIFrameElement): string | undefined {
  if (event.origin !== location.origin || event.source !== frame.contentWindow) return undefined
  const { till } = (event.data ?? {}) as { till?: unknown }
  return typeof till === 'string' && Object.hasOwn(RESULTS, till) ? RESULTS[till] : undefined
}

/** WeChat's words for how the till was left. None of them proves that money went or stayed. */
const RESULTS: Record<string, string> = {
  ok: 'requestPayment:ok',
  cancel: 'requestPayment:fail cancel',
  fail: 'requestPayment:fail 支付失败',
}

let tillIsOpen = false

async function requestPayment(request: PaymentRequest): Promise<void> {
  const errMsg = await pay(request)
  const ok = errMsg === 'requestPayment:ok'
  if (ok) request.success?.({ errMsg })
  else request.fail?.({ errMsg })
  request.complete?.({ errMsg })
}

async function pay(request: PaymentRequest): Promise<string> {
  const wrong = parameterError(request)
  if (wrong) return `requestPayment:fail parameter error: ${wrong}`
  if (tillIsOpen) return 'requestPayment:fail another payment is open'
  tillIsOpen = true
  try {
    return await openTill(request)
  } finally {
    tillIsOpen = false
  }
}

interface SignedIn {
  token: string
  /** Who it is: the same at every sign-in, while each token is new. */
  person: string
}

/** Who is signed in in this tab; a token that has run out would only meet refusals. */
function readSignIn(): SignedIn | undefined {
  const token = sessionStorage.getItem(TOKEN) ?? ''
  try {
    const payload = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as {
      exp?: number
      sub?: string
    }
    const lives = (payload.exp ?? 0) * 1000 > Date.now()
    return lives && payload.sub ? { token, person: payload.sub } : undefined
  } catch {
    return undefined
  }
}

/** WeChat's phone button: a one-time code for this person's number, or nothing when they would not give it. */
async function phoneCode(): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${signedIn?.token ?? ''}` }
  const response = await fetch('/local/phone-code', { method: 'POST', headers })
  return response.ok ? ((await response.json()) as { code?: string }).code : undefined
}

function signOut(): void {
  sessionStorage.removeItem(TOKEN)
  location.assign(CHOOSER)
}

const signedIn = readSignIn()
if (!signedIn) location.replace(sessionStorage.getItem(TOKEN) ? EXPIRED : CHOOSER)
Object.assign(window, {
  mingjuHost: { token: '', person: '', ...signedIn, origin: location.origin, signOut, phoneCode },
  wx: { requestPayment: (request: PaymentRequest) => void requestPayment(request) },
})

/** A browser may bring back a page as it was left; by then this tab may be somebody else's. */
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted && readSignIn()?.token !== signedIn?.token) location.reload()
})

export {}
