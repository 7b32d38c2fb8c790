import Taro from '@tarojs/taro'
import type { ErrorCode, Reply, WireRequest } from '../../types/vocabulary/errors'
import { asReply } from './replies'
import { refusal } from './refusals'

/**
 * The platform's own errors, by number, where they are not simply "no network": too many at once, out of time or
 * memory, or a request over its size. In each case nobody can tell whether the function ran.
 */
const PLATFORM_ERRORS: Record<number, ErrorCode> = {
  [-501001]: 'BUSY',
  [-501002]: 'BUSY',
  [-501005]: 'BUSY',
  [-504001]: 'BUSY',
  [-504002]: 'BUSY',
  [-504003]: 'BUSY',
  [-404011]: 'BUSY',
  [-404012]: 'BUSY',
  [-606001]: 'TOO_LARGE',
}

let ready = false

/** Sends one request through WeChat, which says itself who the person is. */
export async function sendFromWeChat(functionName: string, request: WireRequest): Promise<Reply<unknown>> {
  if (!ready) {
    // Taro sends no environment id of its own; the build takes it from TARO_APP_CLOUD_ENV.
    const environment = process.env.TARO_APP_CLOUD_ENV
    Taro.cloud.init(environment ? { env: environment } : {})
    ready = true
  }
  try {
    const { result } = await Taro.cloud.callFunction({ name: functionName, data: { ...request } })
    return asReply(result) ?? { ok: false, error: refusal('BUSY') }
  } catch (problem) {
    return { ok: false, error: refusal(PLATFORM_ERRORS[numberOf(problem)] ?? 'OFFLINE') }
  }
}

const numberOf = (problem: unknown): number =>
  typeof problem === 'object' && problem !== null && 'errCode' in problem ? Number(problem.errCode) : 0
