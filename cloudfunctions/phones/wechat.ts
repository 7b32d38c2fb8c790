import cloudbase from '@cloudbase/node-sdk'
import * as z from 'zod'
import { AppError } from '../shared/call/app-error'
import { logLine } from '../shared/call/log'

/** Shorter than the function's own time by far: the person waits with the telephone in hand. */
const TIMEOUT_MS = 5_000

/** WeChat's answer to `POST /wxa/business/getuserphonenumber` (服务端 API 获取手机号). */
const Answer = z.object({
  errcode: z.int(),
  phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.coerce.string() }).optional(),
})

/** WeChat is busy or counts too many: not the code's fault. */
const NOT_NOW: readonly number[] = [-1, 45009, 45011]

/**
 * The full number behind the phone button's one-time code; undefined when WeChat does not take the code (used, too old,
 * made up) or the number is none of the mainland. Throws BUSY when WeChat does not answer.
 */
export async function numberBehind(phoneCode: string): Promise<string | undefined> {
  const { errcode, phone_info: info } = await exchange(phoneCode)
  if (NOT_NOW.includes(errcode)) throw new AppError('BUSY')
  return errcode === 0 && info?.countryCode === '86' ? info.purePhoneNumber : undefined
}

async function exchange(phoneCode: string): Promise<z.output<typeof Answer>> {
  const wechat = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV })
  try {
    const reply = await wechat.callWxOpenApi(
      { apiName: 'phonenumber.getPhoneNumber', requestData: { code: phoneCode } },
      { timeout: TIMEOUT_MS },
    )
    return Answer.parse(reply.result)
  } catch (error) {
    logLine({ fn: 'phones', job: 'WeChat gave no number', why: error instanceof Error ? error.message : String(error) })
    throw new AppError('BUSY')
  }
}
