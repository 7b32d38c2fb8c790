import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPool } from '../../cloudfunctions/shared/db/pool'
import { inTransaction } from '../../cloudfunctions/shared/db/transaction'
import { openPayAccount } from '../../cloudfunctions/shared/founding/open-pay-account'
import { HONGQI, JINXIU } from '../demo/communities'
import { LOCAL_ENV } from '../persona'
import { openMerchant } from './merchants'
import type { Order } from './orders'
import { openSimulator, type Simulator } from './simulator'

/** Who has a merchant number in the demonstration: each enterprise for fees, the owners' committee for public revenue. */
const ACCOUNTS = [
  { mchid: '1900000201', kind: 'fees', community: JINXIU.community },
  { mchid: '1900000202', kind: 'fees', community: HONGQI.community },
  { mchid: '1900000203', kind: 'publicRevenue', community: JINXIU.community },
] as const

type Opened = ReturnType<typeof openMerchant>

/**
 * WeChat Pay of the stage: keys made at the first start, kept in the data folder, and sealed into the database; orders that
 * outlive a restart, because the database remembers them too. The browser's account stands for the openid.
 */
export async function openStagePay(given: {
  dataDir: string
  ownerUrl: string
  masterKey: string
}): Promise<Simulator> {
  const opened = loadMerchants(join(given.dataDir, 'wechat-pay.json'))
  const owner = openPool(given.ownerUrl)
  try {
    for (const { mchid, kind, community } of ACCOUNTS) {
      const keys = opened.find(({ kit }) => kit.mchid === mchid)?.kit
      if (!keys) throw new Error(`no keys of ${mchid}`)
      await inTransaction(owner, 'write', (db) =>
        openPayAccount(db, given.masterKey, { kind, community, appid: LOCAL_ENV, onlyThisCommunity: false, keys }),
      )
    }
  } finally {
    await owner.end()
  }
  const ordersFile = join(given.dataDir, 'wechat-pay-orders.jsonl')
  return openSimulator({
    merchants: opened.map(({ merchant }) => merchant),
    now: () => new Date(),
    remembered: readOrders(ordersFile),
    remember: (order) => appendFileSync(ordersFile, `${JSON.stringify(order)}\n`, { mode: 0o600 }),
  })
}

function loadMerchants(file: string): Opened[] {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Opened[]) : []
  const missing = ACCOUNTS.filter(({ mchid }) => !known.some(({ kit }) => kit.mchid === mchid))
  if (missing.length === 0) return known
  const all = [...known, ...missing.map(({ mchid }) => openMerchant(mchid, [LOCAL_ENV]))]
  writeFileSync(`${file}.new`, JSON.stringify(all, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file) // a kill leaves the old file or the new one, and no half of it
  return all
}

/** Each line is an order as it was after a change: the last line of a number counts. */
function readOrders(file: string): Order[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
  const orders = lines.map((line) => JSON.parse(line) as Order)
  return [...new Map(orders.map((order) => [`${order.asked.mchid} ${order.asked.out_trade_no}`, order])).values()]
}
