import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Call } from './harness'

/** Answers the mini-program's calls with the built function bundles, as the platform would run them for one WeChat user. */

const APP_ID = 'wx-test'

interface Bundle {
  main: (event: unknown, context: unknown) => Promise<unknown>
}

export function functionsFor(dist: string, openid: string): (call: Call) => Promise<unknown> {
  return async ({ name, data }) => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the bundle is a built file, not a source of ours
    const { main } = require(join(dist, name, 'index.js')) as Bundle
    // The platform adds userInfo to what the client sent.
    return main({ ...data, userInfo: { appId: APP_ID, openId: openid } }, contextFor(name, openid))
  }
}

/** The second argument of an event function called through wx.cloud. */
const contextFor = (name: string, openid: string) => ({
  request_id: randomUUID(),
  function_name: name,
  function_version: '$LATEST',
  namespace: 'mingju-test',
  memory_limit_in_mb: 256,
  time_limit_in_ms: 10_000,
  environment: JSON.stringify({
    TCB_ENV: 'mingju-test',
    SCF_NAMESPACE: 'mingju-test',
    TCB_UUID: '',
    TCB_SOURCE_IP: '127.0.0.1',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_UUID,TCB_SOURCE_IP',
    TRIGGER_SRC: 'wx_client',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID',
    WX_APPID: APP_ID,
    WX_OPENID: openid,
  }),
})
