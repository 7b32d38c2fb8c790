import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import { openPool } from '../cloudfunctions/shared/db/pool'
import { inTransaction } from '../cloudfunctions/shared/db/transaction'
import { openPayAccount } from '../cloudfunctions/shared/founding/open-pay-account'
import { MerchantKeys } from '../cloudfunctions/shared/wechat/pay/merchant-keys'

/** What an operator writes down about a merchant number; keys stay in the PEM files that WeChat gave. */
const AccountFile = z.strictObject({
  kind: z.enum(['fees', 'publicRevenue']),
  community: z.strictObject({ name: z.string().min(1), city: z.string().min(1) }),
  appid: z.string().min(1),
  onlyThisCommunity: z.boolean(),
  mchid: z.string(),
  serial: z.string(),
  privateKeyFile: z.string(),
  apiV3Key: z.string(),
  /** Public keys of WeChat: serial (`PUB_KEY_ID_…`) → file. */
  platformKeyFiles: z.record(z.string(), z.string()),
})

/**
 * `npm run pay-account -- account.json`: opens a merchant number for payments, or brings it new keys. An operator's command
 * with the owner role of `DATABASE_URL`; the keys are sealed under `MINGJU_MASTER_KEY` before they reach the database.
 */
export async function payAccountFrom(
  file: string | undefined,
  { ownerUrl, masterKey }: { ownerUrl: string | undefined; masterKey: string | undefined },
): Promise<{ ok: boolean; says: string }> {
  if (!file) {
    const says =
      '用法：DATABASE_URL=… MINGJU_MASTER_KEY=… npm run pay-account -- 文件.json（例子见 docs/examples/pay-account.json）'
    return { ok: false, says }
  }
  if (!ownerUrl || !masterKey) return { ok: false, says: '要设置 DATABASE_URL（数据库所有者）和 MINGJU_MASTER_KEY' }
  const account = AccountFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const read = (name: string) => readFileSync(resolve(dirname(file), name), 'utf8')
  const { mchid, serial, apiV3Key, privateKeyFile, platformKeyFiles, ...rest } = account
  const platformKeys = Object.fromEntries(Object.entries(platformKeyFiles).map(([key, name]) => [key, read(name)]))
  const keys = MerchantKeys.parse({ mchid, serial, apiV3Key, privateKey: read(privateKeyFile), platformKeys })
  const owner = openPool(ownerUrl)
  try {
    await inTransaction(owner, 'write', (db) => openPayAccount(db, masterKey, { ...rest, keys }))
    return { ok: true, says: `商户号 ${mchid} 可以收款了，密钥已加密保存；请删掉这些文件` }
  } finally {
    await owner.end()
  }
}

if (require.main === module) {
  const { DATABASE_URL: ownerUrl, MINGJU_MASTER_KEY: masterKey } = process.env
  payAccountFrom(process.argv[2], { ownerUrl, masterKey }).then(
    ({ ok, says }) => {
      console[ok ? 'log' : 'error'](says)
      process.exitCode = ok ? 0 : 1
    },
    (error: unknown) => {
      console.error(`没有开通，什么都没有改动：${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    },
  )
}
