import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** One order as WeChat is asked for it. [商户文档 4012791897] */
export interface Order {
  appid: string
  mchid: string
  /** Shown in the payer's own WeChat bill, at most 127 characters. */
  description: string
  outTradeNo: string
  /** The last moment to pay, by the world's clock; it does not close the order. */
  payBefore: Date
  /** Public, https, no query. */
  notifyUrl: string
  amountFen: number
  openid: string
}

const DESCRIPTION_MAX = 127

/** The body that is sent, kept and sent again: serialized here once and nowhere else. */
export const orderBodyOf = (order: Order): string =>
  JSON.stringify({
    appid: order.appid,
    mchid: order.mchid,
    description: [...order.description].slice(0, DESCRIPTION_MAX).join(''),
    out_trade_no: order.outTradeNo,
    time_expire: dayjs.utc(order.payBefore).utcOffset(8).format('YYYY-MM-DDTHH:mm:ssZ'),
    notify_url: order.notifyUrl,
    amount: { total: order.amountFen, currency: 'CNY' },
    payer: { openid: order.openid },
  })
