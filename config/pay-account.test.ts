import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeys } from '../cloudfunctions/shared/wechat/pay/merchant-keys'
import { openTestStage, type TestStage } from '../local/testing/stage'
import { COMMUNITY_A } from '../local/testing/two-communities'
import { openMerchant } from '../local/wechat-pay/merchants'
import { payAccountFrom } from './pay-account'

let stage: TestStage
const folder = mkdtempSync(join(tmpdir(), 'mingju-account-'))
const masterKey = Buffer.alloc(32, 3).toString('base64')

beforeAll(async () => {
  stage = await openTestStage()
  await stage.found(COMMUNITY_A)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await stage.close()
})

it('opens a merchant number from the example’s form, brings it new keys, and keeps none of them in the open', async () => {
  const example = JSON.parse(
    readFileSync(join(__dirname, '..', 'docs', 'examples', 'pay-account.json'), 'utf8'),
  ) as object
  const community = { name: 'A 小区', city: '测试市' }
  for (const round of [1, 2]) {
    const { kit } = openMerchant('1900000000', [])
    const [[serial, publicKey] = ['', '']] = Object.entries(kit.platformKeys)
    writeFileSync(join(folder, 'apiclient_key.pem'), kit.privateKey)
    writeFileSync(join(folder, 'pub_key.pem'), publicKey)
    const given = { serial: kit.serial, apiV3Key: kit.apiV3Key, platformKeyFiles: { [serial]: 'pub_key.pem' } }
    const file = join(folder, 'account.json')
    writeFileSync(file, JSON.stringify({ ...example, community, ...given }))
    expect(await payAccountFrom(file, { ownerUrl: stage.ownerUrl, masterKey })).toMatchObject({ ok: true })
    const rows = await stage.see<{ sealed: Buffer; kind: string }>(
      'select sealed, kind from merchant_secret join pay_account using (pay_account_id)',
    )
    expect(`${round} ${rows.length} ${rows[0]?.kind ?? ''}`).toBe(`${round} 1 fees`)
    const sealed = rows[0]?.sealed ?? Buffer.alloc(0)
    expect(sealed.includes(kit.apiV3Key)).toBe(false)
    expect(openKeys(masterKey, '1900000000', sealed)).toEqual(kit)
  }
})

it('says what is missing, and lets the functions’ role read no key', async () => {
  expect(await payAccountFrom(undefined, { ownerUrl: 'x', masterKey })).toMatchObject({ ok: false })
  expect(await payAccountFrom('x', { ownerUrl: undefined, masterKey })).toMatchObject({ ok: false })
  const may = await stage.see(`select has_table_privilege('mingju_app', 'merchant_secret', 'select') as app,
    has_table_privilege('mingju_payments', 'merchant_secret', 'select') as payments,
    has_table_privilege('mingju_payments', 'receipt', 'select') as receipts`)
  expect(may).toEqual([{ app: false, payments: true, receipts: false }])
})
