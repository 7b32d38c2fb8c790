import { getCloudbaseContext } from '@cloudbase/node-sdk'
import { callerOf } from './who'

const contextOf = (variables: Record<string, string>) => ({
  environment: JSON.stringify(variables),
  memory_limit_in_mb: 256,
  time_limit_in_ms: 10_000,
  request_id: 'r-1',
  function_version: '$LATEST',
  function_name: 'members',
  namespace: 'env-1',
})

describe('who calls', () => {
  it('is the WeChat user whom the platform names, as the platform’s own SDK reads it', () => {
    const context = contextOf({
      WX_OPENID: 'o-1',
      WX_APPID: 'wx-1',
      TCB_UUID: 'u-1',
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
      TCB_CONTEXT_KEYS: 'TCB_UUID',
    })
    const oracle = getCloudbaseContext(context)
    expect(callerOf(context)).toEqual({
      kind: 'person',
      provider: 'wx',
      app: oracle.WX_APPID,
      subject: oracle.WX_OPENID,
    })
  })

  it('is the web user by CloudBase uid, as the platform’s own SDK reads it', () => {
    const context = contextOf({
      TCB_UUID: 'u-2',
      TCB_ENV: 'env-1',
      TCB_ISANONYMOUS_USER: 'false',
      TCB_CONTEXT_KEYS: 'TCB_UUID',
    })
    expect(callerOf(context)).toEqual({
      kind: 'person',
      provider: 'cloudbase',
      app: 'env-1',
      subject: getCloudbaseContext(context).TCB_UUID,
    })
  })

  it('reads the older form of the context too', () => {
    expect(callerOf({ environ: 'WX_OPENID=o-3;WX_APPID=wx-3;X=a=b' })).toEqual({
      kind: 'person',
      provider: 'wx',
      app: 'wx-3',
      subject: 'o-3',
    })
  })

  it('is nobody when anonymous, unreadable, or only claimed in the process environment', () => {
    process.env.WX_OPENID = 'forged'
    process.env.WX_APPID = 'forged'
    expect(callerOf(contextOf({ TCB_UUID: 'u', TCB_ISANONYMOUS_USER: 'true' }))).toEqual({ kind: 'nobody' })
    expect(callerOf({ environment: '[1' })).toEqual({ kind: 'nobody' })
    expect(callerOf({ environment: 'null' })).toEqual({ kind: 'nobody' })
    expect(callerOf({})).toEqual({ kind: 'nobody' })
    expect(callerOf(undefined)).toEqual({ kind: 'nobody' })
    delete process.env.WX_OPENID
    delete process.env.WX_APPID
  })

  it('is the timer only by the platform’s own mark', () => {
    expect(callerOf(contextOf({ TRIGGER_SRC: 'timer' }))).toEqual({ kind: 'timer' })
  })
})
