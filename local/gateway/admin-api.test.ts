import cloudbase from '@cloudbase/node-sdk'
import { LOCAL_ENV } from '../persona'
import { contextFor } from './function-context'
import { openTestStage, type TestStage } from './stage-for-tests'

const ECHO = 'exports.main = (event, context) => ({ event, who: JSON.parse(context.environment) })'

let stage: TestStage
let sdk: ReturnType<typeof cloudbase.init>
beforeAll(async () => {
  stage = await openTestStage({ echo: ECHO })
  // As a function does it: the address and the credentials come from the environment alone.
  sdk = cloudbase.init({ env: LOCAL_ENV })
})
afterAll(() => stage.end())

describe('the real SDK against the local platform', () => {
  it('calls one function from another, without any person’s identity', async () => {
    const { result } = await sdk.callFunction({ name: 'echo', data: { word: '你好' } })
    expect(result).toMatchObject({ event: { word: '你好' }, who: { TCB_UUID: '', TRIGGER_SRC: 'scf' } })
  })

  it('hears that a function does not exist', async () => {
    await expect(sdk.callFunction({ name: 'nowhere', data: {} })).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })

  it('stores a file with a Chinese name, links to it, reads it back and deletes it', async () => {
    const bytes = Buffer.from('一张照片')
    const { fileID } = await sdk.uploadFile({ cloudPath: '报修/1 月/照片.jpg', fileContent: bytes })
    expect(fileID).toMatch(/^cloud:\/\//)
    expect((await sdk.downloadFile({ fileID })).fileContent).toEqual(bytes)
    const { fileList } = await sdk.getFileInfo({ fileList: [fileID] })
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: bytes.byteLength, mime: 'image/jpeg' })
    expect((await sdk.deleteFile({ fileList: [fileID] })).fileList[0]).toMatchObject({ code: 'SUCCESS' })
    expect((await sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]).toMatchObject({
      code: 'STORAGE_FILE_NONEXIST',
    })
  })

  it('copies a file', async () => {
    await sdk.uploadFile({ cloudPath: 'a/one.txt', fileContent: Buffer.from('one') })
    const { fileList } = await sdk.copyFile({ fileList: [{ srcPath: 'a/one.txt', dstPath: 'b/one.txt' }] })
    expect(fileList[0]).toMatchObject({ code: 'SUCCESS' })
    const copied = await sdk.downloadFile({ fileID: `cloud://${LOCAL_ENV}.local/b/one.txt` })
    expect(String(copied.fileContent)).toBe('one')
  })

  it.each(['../secrets.json', 'a/../../secrets.json', '/etc/passwd', 'a//b', 'a\\b'])(
    'refuses the path %s, which leaves the bucket',
    async (cloudPath) => {
      await expect(sdk.uploadFile({ cloudPath, fileContent: Buffer.from('x') })).rejects.toMatchObject({
        code: 'INVALID_PARAM',
      })
    },
  )

  it('refuses a file id that climbs out or is of another environment', async () => {
    const { fileList } = await sdk.getTempFileURL({
      fileList: [`cloud://${LOCAL_ENV}.local/../secrets.json`, 'cloud://other.env/a.txt'],
    })
    expect(fileList.map(({ code }: { code: string }) => code)).toEqual(['INVALID_PARAM', 'INVALID_PARAM'])
  })

  it('refuses a download link that was altered', async () => {
    const { fileID } = await sdk.uploadFile({ cloudPath: 'c.txt', fileContent: Buffer.from('c') })
    const { fileList } = await sdk.getTempFileURL({ fileList: [fileID] })
    const url = String(fileList[0]?.tempFileURL)
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url.slice(0, -2) + 'xx')).status).toBe(403)
    expect((await fetch(url, { method: 'PUT', body: 'other' })).status).toBe(403)
  })

  it('speaks to WeChat in WeChat’s shapes and shows what was sent', async () => {
    const message = {
      touser: 'openid-1',
      template_id: 't1',
      page: 'pages/home/index',
      data: { thing1: { value: '已受理' } },
    }
    const send = (requestData: object, apiName: string) => sdk.callWxOpenApi({ apiName, requestData })
    expect((await send(message, 'openapi.subscribeMessage.send')).result).toEqual({ errcode: 0, errmsg: 'ok' })
    expect((await send({ ...message, touser: '' }, '/cgi-bin/message/subscribe/send')).result).toMatchObject({
      errcode: 40003,
    })
    const code = stage.gateway.wechat.phoneCodeFor('13800000001')
    expect((await send({ code }, 'phonenumber.getPhoneNumber')).result).toMatchObject({
      errcode: 0,
      phone_info: { phoneNumber: '13800000001' },
    })
    expect((await send({ code }, 'phonenumber.getPhoneNumber')).result).toMatchObject({ errcode: 40029 }) // serves once
    expect((await send({ content: '电梯又坏了' }, 'openapi.security.msgSecCheck')).result).toMatchObject({
      errcode: 0,
      result: { suggest: 'pass' },
    })
    const sent = (await (await fetch(`${stage.gateway.url}/local/outbox-wechat`)).json()) as {
      apiName: string
      request: unknown
    }[]
    expect(sent).toContainEqual(expect.objectContaining({ apiName: 'openapi.subscribeMessage.send', request: message }))
  })

  it('is refused without the environment’s credentials', async () => {
    const stranger = cloudbase.init({ env: LOCAL_ENV, secretId: 'stranger', secretKey: 'stranger' })
    await expect(stranger.callFunction({ name: 'echo', data: {} })).rejects.toMatchObject({
      code: 'SIGN_PARAM_INVALID',
    })
    const answer = await fetch(`${stage.gateway.url}/admin`, {
      method: 'POST',
      body: '{"action":"functions.invokeFunction","function_name":"echo"}',
    })
    expect(await answer.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
  })
})

describe('the context of a call', () => {
  const read = (caller: Parameters<typeof contextFor>[0]['caller']) =>
    cloudbase.getCloudbaseContext(
      contextFor({ functionName: 'repairs', requestId: 'r1', caller, sourceIp: '127.0.0.1', timeLimitMs: 10_000 }),
    )

  it('is read by the real SDK as the person who calls', () => {
    expect(read({ kind: 'person', uid: 'uid-lin' })).toMatchObject({
      TCB_UUID: 'uid-lin',
      TCB_ISANONYMOUS_USER: 'false',
      TCB_ENV: LOCAL_ENV,
      TCB_SOURCE_IP: '127.0.0.1',
    })
  })

  it('is read as the timer, with nobody behind it', () => {
    expect(read({ kind: 'timer' })).toMatchObject({ TRIGGER_SRC: 'timer', TCB_UUID: '' })
  })

  it('carries what the SDK’s parseContext looks for', () => {
    const context = contextFor({
      functionName: 'repairs',
      requestId: 'r1',
      caller: { kind: 'timer' },
      sourceIp: '',
      timeLimitMs: 10_000,
    })
    expect(cloudbase.parseContext(context)).toMatchObject({
      requestId: 'r1',
      functionName: 'repairs',
      timeLimitIns: 10_000,
      memoryLimitInMb: 256,
    })
  })
})
