import { createPublicKey, createSign, createVerify } from 'node:crypto'
import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin'
import { openMerchant } from '../../../../local/wechat-pay/merchants'
import { openSimulator, type Simulator } from '../../../../local/wechat-pay/simulator'
import { encryptFor, signedHeaders } from '../../../../local/wechat-pay/wire'
import { type WechatPay, WechatPayRefusal, WechatPayUnknown, wechatPayOf } from './client'
import { openKeys, sealKeys } from './merchant-keys'
import { authorizationFor, linesOf, payParametersFor, signText } from './sign'
import { decryptResource, doubtAbout } from './verify'

/**
 * Three voices: ours, the simulator's and the independent client of npm. What two of them agree on by accident, the third
 * finds out.
 */
/** The key that the merchant documents print for everyone to try their signatures with; it opens nothing. */
const DOCUMENTED_KEY = `-----BEGIN PRIVATE KEY-----
MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQCm2mb6q8gMKH/3
CNTbpJAIrbqiBiQGEOtjGcBrDYltsGynWgNscqT7WvfzU14FQbYcQUC5T4Wvva7m
i3fIp3OgX8VqMDNA0qebnr38Pe6kqiLyZgFpJPXlSKDyPyqhRbVTbXssvSMQeVKc
dXeVxoNNeoOlNFHgF/P0io6AmAVnz+hN8SiZKuOsth5/zUTLGvtkgxBcQooQrtXh
RcpLT798OyIb9xeJ2HO3xRtMv2+perEzb4gMibI74UBz+2QEbnkubPE+2jU2rRZu
dnNEz/BPOt3Qj/w2V6/G0VumGDh6+UeMU0jv4aupHztWITC4Akn0l7lBCNy3lgl8
VFaJnkIxAgMBAAECggEAYGL8aESB7NwciDWW2UdoWUsa7GxFtSdjAz2mFXGdeTsY
mVh7b9OOkRGM+Qio4LqEHDBp1mMk5E/cUJwy1zw8pGGO5nfvs7u9TT3XnHaefIs4
YvUgTYAneIuLRkXNN5rQU+CD7mVYczTSz0Vgjqo9wa1LjUz7G0xbBmJgTdMEFGJs
eJjy6AbJo0CGIwp6HJbTm4CmOUgXnnDAIbEGTIRImkZFH/rzneIeR7oZ77FVwxr1
CZB2gfRCov/yRPbw8vnryYkmvQ7D/ze3j5097vRg/MoDGBSdoOwcmo75vyofr0AS
zytMjmHYyifqkf5slPropSiJeGf4p/7gtKyF6dE/XQKBgQDVAlJ+4U5ZVGOuDc3+
sAhz8CTzgFNlq9vKuSoFK6hOz2L+cwj+E7NXGkOe2DsHHZNy2Xqxk7caKhPEp1z9
hhpMpyLVMoFt6CKemyoRBWDCQwLLwem9SZF/IAyovBkLiH36P42Jm26gUkNMKC/5
Zhtqxf6RZgRQzbVudJi47vIRCwKBgQDIh0+v27Oo+DM3fhObH4I1NrXpWOEGH7OQ
G1dEsMuFYF4hjGhg0kBEP3w9vVdl2+mRllZKTsx9oqjb8OibPLLIH8xsdbAB0WLf
JvjLu4wl/ILUzN1RI03dWnnv2EnEeQn6c3hizvrJ9wR5U4ue9RPVnQooJ0hZF1PU
uCL5fWK3MwKBgElReU/PAYbh80WP3t3Rfbdaa32dKBeQ5iCLR5lsA4zM+YgX1HqQ
EWTj126vgvHaDkyz6vWAoL/Sx+cirHFfXWIRDX5Q2hgYlQH+6qXdMgbrxeSYpHnQ
/tHBGFpkFELSAnrGsVMyOwvYBO4LzyeLK9i+ufcWJFoj1FVmsMLHDG8tAoGARdbi
iQQCoYG4DMarO2aQ6cmhN6EN1h0qY7EyBqlwaIZ0okiNfdMcMOjPc41DKCWcRmlO
qlihXcxN9TQFPzO3rH1urAOdBjUPs1qWYhZyrDQyuLyVBBJApyxAtajloDjrob+f
mQIvVDHk7ACN6xG+E7K6+9salnTKbJapD618uQMCgYBNy6XUvzLkP/A1U/UZdtcx
l8GwU/dturLxz4CyGbqDw4ubaYY2e13lnqHUqQgPtiSyH51nq3tdo8G0YAJdfkSv
KvnfslW91fyEBUKnkdW1o3/1UFU/wprZ7ixVL/F42A4xDu7OFE8EnweJOZ0jWceE
OdhCkaIGBCfRnlECRK8UyQ==
-----END PRIVATE KEY-----
`

const { merchant, kit } = openMerchant('1900000301', ['wx-test'])
const NUMBER = 'WY202611_0001|a*-'
let simulator: Simulator
let ours: WechatPay
let theirs: Wechatpay

beforeAll(async () => {
  simulator = await openSimulator({ merchants: [merchant], now: () => new Date() })
  ours = wechatPayOf({ keys: kit, baseUrl: simulator.url, clock: () => new Date(), timeoutMs: 1_000 })
  theirs = new Wechatpay({
    mchid: kit.mchid,
    serial: kit.serial,
    privateKey: kit.privateKey,
    certs: kit.platformKeys,
    baseURL: `${simulator.url}/`,
  })
})
afterAll(() => simulator.close())
afterEach(() => simulator.faults.clear())

const bodyOf = (number: string, total = 100, more: object = {}) => ({
  appid: 'wx-test',
  mchid: kit.mchid,
  description: '物业账单',
  out_trade_no: number,
  notify_url: 'http://127.0.0.1:1/payment-notice/1900000301',
  amount: { total, currency: 'CNY' },
  payer: { openid: 'payer' },
  ...more,
})
const createOurs = (number: string, total?: number) => ours.createOrder(JSON.stringify(bodyOf(number, total)))
const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'yes',
    (error: unknown) =>
      error instanceof WechatPayRefusal
        ? `${error.status} ${error.code}`
        : error instanceof WechatPayUnknown
          ? 'unknown'
          : String(error),
  )

/** The scheme and its five fields, in whatever order they come. */
const fieldsOf = (authorization: string) => {
  const [scheme, rest = ''] = authorization.split(' ')
  return [scheme, ...rest.split(',').sort()]
}

describe('signatures', () => {
  const at = new Date(1_554_208_460_000)
  const nonce = '593BEC0C930BF1AFEB40B4A08C8FB242'

  it('signs the text of the merchant document, line by line', () => {
    const text = linesOf('GET', '/v3/certificates', '1554208460', nonce, '')
    expect(text).toBe(`GET\n/v3/certificates\n1554208460\n${nonce}\n\n`)
    expect(text).toBe(Formatter.request('GET', '/v3/certificates', '1554208460', nonce, ''))
  })

  it('gives the signatures that the documents print for their own key', () => {
    const order = { appid: 'wx2421b1c4370ec43b', prepayId: 'wx201410272009395522657a690389285100' }
    expect(payParametersFor({ privateKey: DOCUMENTED_KEY }, order, { at, nonce }).paySign).toBe(
      'mI35pfNEQV6777ke/1T+LJLQDNTm7yeoUJH+j/adPGhmCCi0PbgkvYQTRcXH0uibcLVtvFLdGLpmoYO9FV6lBBsTAjuhh5YOvQi0e2g3e0yytitiNET9FEuqM0pjnKfRW4K6LIZDdbWJv9KhZUx3DrJa5TL7OJ7VdADVivxVySIlPVKjGwuCXzuXSJes0UcILgWQUMyha5/3nYofuHtS7r+KYyMuxD+oJ9VM1Qdxk4UIG59CP5Y3wtYIFybyF3bdu1caHTRRX+DLyMXyYA/IrTmiW01c4RPjpHBX5Dk1sZyY1zVsWNsvMHr2e1NTWtBxKJ+qk5N61J7caYoepHFaxw==',
    )
    const body =
      '{"appid":"wxd678efh567hg6787","mchid":"1900007291","description":"Image形象店-深圳腾大-QQ公仔","out_trade_no":"1217752501201407033233368018","notify_url":"https://www.weixin.qq.com/wxpay/pay.php","amount":{"total":100,"currency":"CNY"},"payer":{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}}'
    expect(signText(DOCUMENTED_KEY, linesOf('POST', '/v3/pay/transactions/jsapi', '1554208460', nonce, body))).toBe(
      'jnks4dlrPw3ZX+ozVvSK39oa0t7OMBsg83BHAwd8BRdUFiVaQNTLTvci+wURgP1OQBbKYhFGvt7iqYpDSTQkp7Uq1sltaQKyncCyrA1g88m5bsKERQfPyT0ahSwKTYJ1CAn9QiJuSJRq1QsQs07eehbU/k9BCS51jTyc1Jpsi2H77HF9f/BnjXAOP3/sPObg6V5Ee4EzwLox684hhuMuIwHo7D8KFk3LIHOKDcNI4It1aCXydFWNpNK+SG86VUDe5kwoDpw4Ulqfu9z8OFDGbDs9TCxEv8iqQzbpxOlEVoOe2kalSYM5kApQb3nZcxdUtoE0liJGW3RGUNE0t4v01A==',
    )
  })

  it('signs to the character as the independent client does', () => {
    const body = JSON.stringify(bodyOf(NUMBER))
    const url = '/v3/pay/transactions/jsapi'
    const signature = Rsa.sign(Formatter.request('POST', url, '1554208460', nonce, body), kit.privateKey)
    const theirs = Formatter.authorization(kit.mchid, nonce, signature, '1554208460', kit.serial)
    expect(fieldsOf(authorizationFor(kit, { method: 'POST', url, body }, { at, nonce }))).toEqual(fieldsOf(theirs))
  })

  it('gives wx.requestPayment what the independent client would', () => {
    const order = { appid: 'wx2421b1c4370ec43b', prepayId: 'wx201410272009395522657a690389285100' }
    const given = payParametersFor(kit, order, { at, nonce })
    const text = Formatter.joinedByLineFeed(order.appid, '1554208460', nonce, `prepay_id=${order.prepayId}`)
    expect(given).toEqual({
      timeStamp: '1554208460',
      nonceStr: nonce,
      package: `prepay_id=${order.prepayId}`,
      signType: 'RSA',
      paySign: Rsa.sign(text, kit.privateKey),
    })
  })

  it('holds against plain OpenSSL, both ways', () => {
    const publicKey = createPublicKey(kit.privateKey)
    expect(createVerify('RSA-SHA256').update('字').verify(publicKey, signText(kit.privateKey, '字'), 'base64')).toBe(
      true,
    )
    const signed = createSign('RSA-SHA256').update('字').sign(kit.privateKey, 'base64')
    expect(signText(kit.privateKey, '字')).toBe(signed)
  })

  it('believes only the key that the message names, and only within five minutes', () => {
    const body = '{"id":"1"}'
    const now = new Date()
    const raw = signedHeaders(merchant, body, now)
    const headers = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name.toLowerCase(), value]))
    const { platformKeys } = kit
    const doubt = (change: object, given = { platformKeys, now }) =>
      doubtAbout({ headers: { ...headers, ...change }, body }, given)
    const off = (seconds: number) => ({
      platformKeys,
      now: new Date(Math.floor(now.getTime() / 1000) * 1000 + seconds * 1000),
    })
    expect(doubt({})).toBeUndefined()
    expect(doubt({}, off(300))).toBeUndefined()
    expect(doubt({}, off(301))).toBe('stale')
    expect(doubt({}, off(-301))).toBe('stale')
    expect(doubt({ 'wechatpay-timestamp': 'NaN' })).toBe('stale')
    expect(doubt({ 'wechatpay-serial': '__proto__' })).toBe('unknown key')
    expect(doubt({ 'wechatpay-signature': undefined })).toBe('unsigned')
    expect(doubt({ 'wechatpay-nonce': 'other' })).toBe('wrong signature')
    // While a merchant changes over, both keys are in the map, and each message names its own.
    const other = openMerchant('1900000302', []).kit.platformKeys
    expect(doubt({}, { platformKeys: { ...other, ...platformKeys }, now })).toBeUndefined()
  })
})

it('decrypts what the independent client decrypts, and nothing that was changed', () => {
  const { ciphertext, nonce, associated_data: associatedData } = encryptFor(kit.apiV3Key, '{"钱":1}')
  expect(decryptResource(kit.apiV3Key, { ciphertext, nonce, associatedData })).toBe('{"钱":1}')
  expect(Aes.AesGcm.decrypt(ciphertext, kit.apiV3Key, nonce, associatedData)).toBe('{"钱":1}')
  for (const change of [{ nonce: 'x'.repeat(12) }, { associatedData: '' }, { ciphertext: `A${ciphertext.slice(1)}` }]) {
    const given = { ciphertext, nonce, associatedData, ...change }
    if (given.ciphertext !== ciphertext || given.nonce !== nonce || given.associatedData !== associatedData) {
      expect(() => decryptResource(kit.apiV3Key, given)).toThrow()
    }
  }
})

it('seals keys so that they open for their own merchant under their own master key alone', () => {
  const master = Buffer.alloc(32, 7).toString('base64')
  const sealed = sealKeys(master, kit)
  expect(openKeys(master, kit.mchid, sealed)).toEqual(kit)
  expect(sealed.includes('PRIVATE KEY')).toBe(false)
  expect(() => openKeys(master, '1900000302', sealed)).toThrow()
  expect(() => openKeys(Buffer.alloc(32, 8).toString('base64'), kit.mchid, sealed)).toThrow()
  expect(() => openKeys('short', kit.mchid, sealed)).toThrow('32 bytes')
})

describe('on the wire', () => {
  it('the simulator satisfies the independent client, and ours reads what it has done', async () => {
    const number = `${NUMBER}1`
    const made = await theirs.v3?.pay?.transactions?.jsapi?.post(bodyOf(number))
    expect(made?.data).toEqual({ prepay_id: expect.stringMatching(/^wx/) })
    expect(await ours.queryOrder(number)).toMatchObject({ trade_state: 'NOTPAY', out_trade_no: number })
    const closed = await theirs.v3?.pay?.transactions?.outTradeNo?._no_?.close?.post(
      { mchid: kit.mchid },
      { no: number },
    )
    expect(closed?.status).toBe(204)
    expect(await ours.queryOrder(number)).toMatchObject({ trade_state: 'CLOSED' })
  })

  it('gives the same number another prepay_id for the same body, and refuses a changed one', async () => {
    const number = `${NUMBER}2`
    const first = await createOurs(number)
    expect(await createOurs(number)).not.toBe(first)
    expect(await refusalOf(createOurs(number, 101))).toBe('403 OUT_TRADE_NO_USED') // a changed amount, deep in the body
    await ours.closeOrder(number)
    await ours.closeOrder(number) // closing twice is closing
    expect(await refusalOf(createOurs(number))).toBe('400 ORDER_CLOSED')
  })

  it('knows nothing of a number that nobody made; once closed it is burned', async () => {
    expect(await ours.queryOrder('NOBODY-1')).toBeUndefined()
    await ours.closeOrder('NOBODY-1')
    expect(await refusalOf(createOurs('NOBODY-1'))).toBe('400 INVALID_REQUEST')
  })

  it('is paid by the payer alone, once, and then neither closed nor made again', async () => {
    const number = `${NUMBER}3`
    const prepay = await createOurs(number)
    expect(simulator.pay(prepay, 'somebody')).toBe('下单账号与支付账号不一致')
    expect(simulator.pay(prepay, 'payer')).toBeUndefined()
    expect(simulator.pay(prepay, 'payer')).toBe('这笔订单已经付过了')
    expect(await ours.queryOrder(number)).toMatchObject({ trade_state: 'SUCCESS', amount: { total: 100 } })
    expect(await refusalOf(ours.closeOrder(number))).toBe('400 ORDERPAID')
    expect(await refusalOf(createOurs(number))).toBe('400 ORDERPAID')
  })

  it.each<[string, object]>([
    ['PARAM_ERROR', { stranger: 1 }],
    ['PARAM_ERROR', { mchid: '1900000999' }],
    ['PARAM_ERROR', { amount: { total: 1.5 } }],
    ['PARAM_ERROR', { notify_url: 'https://pay.example/notice?a=1' }],
    ['PARAM_ERROR', { time_expire: '2020-01-01T00:00:00+08:00' }],
    ['APPID_MCHID_NOT_MATCH', { appid: 'wx-other' }],
  ])('refuses with %s what WeChat refuses: %o', async (code, more) => {
    const work = ours.createOrder(JSON.stringify(bodyOf(`${NUMBER}4`, 100, more)))
    expect(await refusalOf(work)).toBe(`400 ${code}`)
  })

  it.each<[string, Partial<Parameters<typeof wechatPayOf>[0]>]>([
    ['a clock that is six minutes off', { clock: () => new Date(Date.now() - 360_000) }],
    ['another serial number', { keys: { ...kit, serial: '00000000' } }],
    ['another private key', { keys: { ...kit, privateKey: openMerchant('1900000303', []).kit.privateKey } }],
  ])('refuses %s', async (_what, change) => {
    const careless = wechatPayOf({
      keys: kit,
      baseUrl: simulator.url,
      clock: () => new Date(),
      timeoutMs: 1_000,
      ...change,
    })
    expect(await refusalOf(careless.createOrder(JSON.stringify(bodyOf(`${NUMBER}5`))))).toBe('401 SIGN_ERROR')
  })

  it('knows nothing when there is nobody at the other end', async () => {
    const nowhere = wechatPayOf({ keys: kit, baseUrl: 'http://127.0.0.1:1', clock: () => new Date(), timeoutMs: 200 })
    expect(await refusalOf(nowhere.queryOrder('X'))).toBe('unknown')
  })
})
