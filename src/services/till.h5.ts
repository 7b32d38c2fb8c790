import type { TillEnd, TillParameters } from './till-parameters'

interface TillOfHost {
  requestPayment(
    request: TillParameters & {
      success(result: { errMsg: string }): void
      fail(result: { errMsg: string }): void
    },
  ): void
}

declare global {
  interface Window {
    /** Whoever hosts the page in a browser lends it WeChat's till; WeChat's own browser does so by itself. */
    wx?: TillOfHost
  }
}

/** Opens the till that the host lends the page. */
export const openTillInBrowser = (parameters: TillParameters): Promise<TillEnd> =>
  new Promise((done) => {
    if (!window.wx) {
      done('failed')
      return
    }
    window.wx.requestPayment({
      ...parameters,
      success: () => done('ok'),
      fail: ({ errMsg }) => done(errMsg.endsWith('cancel') ? 'cancel' : 'failed'),
    })
  })
