import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../db/db'

const PayAccount = z
  .object({ pay_account_id: z.string(), kind: z.enum(['fees', 'publicRevenue']), mchid: z.string(), appid: z.string() })
  .transform((row) => ({ payAccountId: row.pay_account_id, kind: row.kind, mchid: row.mchid, appid: row.appid }))
/** A merchant number that is open at WeChat. */
export type PayAccount = z.output<typeof PayAccount>

/** The account that takes this enterprise's fees in this community: its own for the community before one for all of them. */
export const findFeesAccount = (db: Db, communityId: string, enterpriseId: string): Promise<PayAccount | undefined> =>
  db.find(
    PayAccount,
    sql`
      select pay_account_id, kind, mchid, appid
      from pay_account
      where kind = 'fees' and enterprise_id = ${enterpriseId} and mchid is not null
        and (for_community is null or for_community = ${communityId})
      order by for_community nulls last
      limit 1`,
  )

export const findAccount = (db: Db, payAccountId: string): Promise<PayAccount | undefined> =>
  db.find(
    PayAccount,
    sql`
      select pay_account_id, kind, mchid, appid
      from pay_account
      where pay_account_id = ${payAccountId} and mchid is not null`,
  )

export const findAccountByMchid = (db: Db, mchid: string): Promise<PayAccount | undefined> =>
  db.find(PayAccount, sql`select pay_account_id, kind, mchid, appid from pay_account where mchid = ${mchid}`)

/** The community of an order, or the one that keeps the merchant's unplaced money. Asked before any community is in scope. */
export async function findCommunityOfPayment(db: Db, mchid: string, outTradeNo: string): Promise<string | undefined> {
  const row = await db.one(
    z.object({ community_id: z.string().nullable() }),
    sql`select community_of_payment(${mchid}, ${outTradeNo}) as community_id`,
  )
  return row.community_id ?? undefined
}
