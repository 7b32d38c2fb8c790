import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../db/db'

export interface PayAccountRow {
  payAccountId: string
  kind: 'fees' | 'publicRevenue'
  mchid: string
  appid: string
  communityId: string
  /** Serves this community alone; an enterprise's may serve all of its communities. */
  onlyThisCommunity: boolean
}

/** The account of a merchant number, made if there is none; a number that stands keeps its owner. */
export async function ensurePayAccount(db: Db, it: PayAccountRow): Promise<string> {
  const row = await db.one(
    z.object({ pay_account_id: z.string() }),
    sql`
      with known as (
        select pay_account_id from pay_account where mchid = ${it.mchid}
      ), made as (
        insert into pay_account (pay_account_id, kind, mchid, appid, enterprise_id, body_of, for_community, unplaced_to)
        select ${it.payAccountId}, ${it.kind}, ${it.mchid}, ${it.appid},
          case when ${it.kind} = 'fees' then community.enterprise_id end,
          case when ${it.kind} <> 'fees' then community.community_id end,
          case when ${it.onlyThisCommunity}::boolean then community.community_id end, community.community_id
        from community
        where community.community_id = ${it.communityId} and not exists (select from known)
        returning pay_account_id
      )
      select pay_account_id from known union all select pay_account_id from made`,
  )
  return row.pay_account_id
}

/** Puts sealed keys in the place of those that were there before. */
export const putMerchantSecret = (db: Db, payAccountId: string, sealed: Buffer) =>
  db.run(sql`
    insert into merchant_secret (pay_account_id, sealed)
    values (${payAccountId}, ${sealed})
    on conflict (pay_account_id) do update set sealed = excluded.sealed`)
