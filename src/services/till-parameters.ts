/** For wx.requestPayment, as the server signed them. */
export interface TillParameters {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

/** How the till was left. None of them is proof of anything: what was paid, the server asks of WeChat. */
export type TillEnd = 'ok' | 'cancel' | 'failed'
