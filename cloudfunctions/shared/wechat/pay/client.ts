import * as z from 'zod'
import type { MerchantKeys } from './merchant-keys'
import { authorizationFor, newNonce, type Signable } from './sign'
import { Transaction } from './transaction'
import { doubtAbout, SIGNED_BY, type SignedHeaders } from './verify'

/** WeChat said no, and which no it is; `isSigned` tells whether it can be proven to come from WeChat. */
export class WechatPayRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly isSigned: boolean

  constructor(status: number, code: string, isSigned: boolean) {
    super(`WeChat Pay refused: ${status} ${code}`)
    this.status = status
    this.code = code
    this.isSigned = isSigned
  }
}

/** Nothing is known: no answer, a broken one, or one that cannot be believed. Whatever was asked may have happened. */
export class WechatPayUnknown extends Error {}

/** WeChat's refusal or silence, and no mistake of ours: what was asked may be asked again. */
export const isWechatsAnswer = (error: unknown): error is WechatPayRefusal | WechatPayUnknown =>
  error instanceof WechatPayRefusal || error instanceof WechatPayUnknown

export interface WechatPayOptions {
  keys: MerchantKeys
  /** `https://api.mch.weixin.qq.com`, or the simulator. */
  baseUrl: string
  /** WeChat's clock is the world's, not the movable one of a demonstration. */
  clock: () => Date
  timeoutMs: number
}

/** A merchant's line to WeChat Pay APIv3, JSAPI (of which mini-programs are one). Every answer is verified before it is read. */
export interface WechatPay {
  /** Sends exactly this body; the same number with the same body may be sent again. Gives the prepay_id, good for 2 hours. */
  createOrder(body: string): Promise<string>
  /** The transaction of our number; undefined when WeChat says, signed or not, that it has none. */
  queryOrder(outTradeNo: string): Promise<Transaction | undefined>
  /** Closes an order that is not paid. After any refusal the caller must query: it may have been paid meanwhile. */
  closeOrder(outTradeNo: string): Promise<void>
}

const ErrorBody = z.object({ code: z.string() })
const orders = '/v3/pay/transactions'

export function wechatPayOf(options: WechatPayOptions): WechatPay {
  const { mchid } = options.keys
  const ofNumber = (outTradeNo: string) => `${orders}/out-trade-no/${encodeURIComponent(outTradeNo)}`
  return {
    async createOrder(body) {
      const { prepay_id } = read(
        z.object({ prepay_id: z.string().min(1).max(64) }),
        await send(options, { method: 'POST', url: `${orders}/jsapi`, body }),
      )
      return prepay_id
    },
    async queryOrder(outTradeNo) {
      try {
        const url = `${ofNumber(outTradeNo)}?mchid=${mchid}`
        const found = read(Transaction, await send(options, { method: 'GET', url, body: '' }))
        if (found.out_trade_no !== outTradeNo || found.mchid !== mchid)
          throw new WechatPayUnknown('about another order')
        return found
      } catch (error) {
        if (error instanceof WechatPayRefusal && error.status === 404 && error.code === 'ORDER_NOT_EXIST')
          return undefined
        throw error
      }
    },
    async closeOrder(outTradeNo) {
      await send(options, { method: 'POST', url: `${ofNumber(outTradeNo)}/close`, body: JSON.stringify({ mchid }) })
    },
  }
}

async function send(options: WechatPayOptions, request: Signable): Promise<string> {
  const { keys, clock } = options
  const response = await reach(options, request)
  const body = await response.text().catch((error: unknown) => {
    throw new WechatPayUnknown('the answer broke off', { cause: error })
  })
  const headers: SignedHeaders = Object.fromEntries(
    SIGNED_BY.map((name) => [name, response.headers.get(name) ?? undefined]),
  )
  const doubt = doubtAbout({ headers, body }, { platformKeys: keys.platformKeys, now: clock() })
  if (response.ok) {
    if (doubt) throw new WechatPayUnknown(`an answer that cannot be believed: ${doubt}`)
    return body
  }
  // Refusals may come unsigned; a signature that is there and wrong is another matter.
  if (doubt && doubt !== 'unsigned') throw new WechatPayUnknown(`a refusal that cannot be believed: ${doubt}`)
  if (response.status >= 500 || response.status === 429) throw new WechatPayUnknown(`status ${response.status}`)
  throw new WechatPayRefusal(response.status, codeOf(body), doubt === undefined)
}

async function reach({ keys, baseUrl, clock, timeoutMs }: WechatPayOptions, request: Signable): Promise<Response> {
  const [serialWanted = ''] = Object.keys(keys.platformKeys)
  try {
    return await fetch(baseUrl + request.url, {
      method: request.method,
      headers: {
        accept: 'application/json',
        'user-agent': 'mingju',
        authorization: authorizationFor(keys, request, { at: clock(), nonce: newNonce() }),
        'wechatpay-serial': serialWanted, // or the answer may be signed with another key during a change of keys
        ...(request.method === 'POST' && { 'content-type': 'application/json' }),
      },
      ...(request.method === 'POST' && { body: request.body }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
  } catch (error) {
    throw new WechatPayUnknown('no answer', { cause: error })
  }
}

function read<Shape extends z.ZodType>(shape: Shape, body: string): z.output<Shape> {
  const parsed = shape.safeParse(json(body))
  if (!parsed.success) throw new WechatPayUnknown('an answer of another shape', { cause: parsed.error })
  return parsed.data
}

const codeOf = (body: string): string => {
  const parsed = ErrorBody.safeParse(json(body))
  return parsed.success ? parsed.data.code : ''
}

function json(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined // an answer that is no JSON has no shape that anyone waits for
  }
}
