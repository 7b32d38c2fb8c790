import { randomBytes } from 'node:crypto'

/** One call to WeChat's open interface, as it would have left the house. */
export interface SentToWechat {
  at: string
  apiName: string
  request: unknown
  answer: unknown
}

const KEPT_MAX = 200
const PHONE_CODE_MS = 5 * 60_000

/** WeChat's side of the open interface: answers in WeChat's shapes and keeps what was sent, for a demonstration. */
export interface Wechat {
  call(apiName: string, request: Record<string, unknown>): Record<string, unknown>
  sent(): readonly SentToWechat[]
  /** What the phone button would hand to the page of somebody with this number: good for one exchange within five minutes. */
  phoneCodeFor(number: string): string
}

export function createWechat(): Wechat {
  const kept: SentToWechat[] = []
  const phoneCodes = new Map<string, { number: string; until: number }>()
  const answers: Record<string, Answer | undefined> = {
    ...ANSWERS,
    'phonenumber.getphonenumber': ({ code }) => {
      const found = typeof code === 'string' ? phoneCodes.get(code) : undefined
      phoneCodes.delete(String(code))
      return found && Date.now() < found.until ? numberAnswer(found.number) : { errcode: 40029, errmsg: 'invalid code' }
    },
  }
  return {
    sent: () => kept,
    phoneCodeFor: (number) => {
      const code = randomBytes(32).toString('hex')
      phoneCodes.set(code, { number, until: Date.now() + PHONE_CODE_MS })
      return code
    },
    call: (apiName, request) => {
      const answer = (answers[nameOf(apiName)] ?? unknownApi)(request)
      kept.unshift({ at: new Date().toISOString(), apiName, request, answer })
      kept.length = Math.min(kept.length, KEPT_MAX)
      return answer
    },
  }
}

type Answer = (request: Record<string, unknown>) => Record<string, unknown>

const ANSWERS: Record<string, Answer | undefined> = {
  'subscribemessage.send': (request) => {
    if (!isText(request.touser)) return { errcode: 40003, errmsg: 'invalid openid' }
    if (!isText(request.template_id ?? request.templateId)) return { errcode: 40037, errmsg: 'invalid template_id' }
    if (typeof request.data !== 'object' || request.data === null)
      return { errcode: 47003, errmsg: 'argument invalid! data' }
    return { errcode: 0, errmsg: 'ok' }
  },
  'security.msgseccheck': ({ content }) => {
    if (!isText(content)) return { errcode: 44991, errmsg: 'content is empty' }
    const risky = content.includes(RISKY_WORD)
    return {
      errcode: 0,
      errmsg: 'ok',
      trace_id: 'local',
      result: risky ? { suggest: 'risky', label: 20006 } : { suggest: 'pass', label: 100 },
    }
  },
}

const numberAnswer = (number: string) => ({
  errcode: 0,
  errmsg: 'ok',
  phone_info: {
    phoneNumber: number,
    purePhoneNumber: number,
    countryCode: '86',
    watermark: { timestamp: Math.floor(Date.now() / 1000), appid: 'wx-local' },
  },
})

/** A text with this word is found risky, so that the refusal can be shown without real bad words. */
const RISKY_WORD = '违规示例'

function unknownApi(): Record<string, unknown> {
  return { errcode: 48001, errmsg: 'api unauthorized' }
}

/** The SDK's documentation spells one interface in several ways: `openapi.subscribeMessage.send`, `/cgi-bin/message/subscribe/send`. */
function nameOf(apiName: string): string {
  const spelt = apiName
    .toLowerCase()
    .replace(/^openapi\./, '')
    .replace(/^\/+/, '')
  return PATHS[spelt] ?? spelt
}

const PATHS: Record<string, string | undefined> = {
  'cgi-bin/message/subscribe/send': 'subscribemessage.send',
  'wxa/business/getuserphonenumber': 'phonenumber.getphonenumber',
  'wxa/msg_sec_check': 'security.msgseccheck',
  msgseccheck: 'security.msgseccheck',
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
