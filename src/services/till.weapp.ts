import Taro from '@tarojs/taro'
import type { TillEnd, TillParameters } from './till-parameters'

/** WeChat's own till. */
export const openTillInWeChat = (parameters: TillParameters): Promise<TillEnd> =>
  Taro.requestPayment(parameters).then(
    () => 'ok',
    (reason: unknown) => (messageOf(reason).endsWith('cancel') ? 'cancel' : 'failed'),
  )

const messageOf = (reason: unknown): string =>
  typeof reason === 'object' && reason !== null && 'errMsg' in reason ? String(reason.errMsg) : ''
