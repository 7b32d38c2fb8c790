import sql from 'sql-template-tag'
import * as z from 'zod'
import { ATTEMPT_STATE_IDS } from '../../../types/vocabulary/payment'
import type { Db } from '../db/db'

const AttemptRow = z
  .object({
    attempt_id: z.string(),
    pay_account_id: z.string(),
    kind: z.enum(['fees', 'publicRevenue']),
    mchid: z.string(),
    appid: z.string(),
    out_trade_no: z.string(),
    person_id: z.string(),
    amount_fen: z.int(),
    request_body: z.string(),
    state: z.enum(ATTEMPT_STATE_IDS),
    prepay_id: z.string().nullable(),
    pay_before: z.date(),
    checks: z.int(),
    /** Whether all its bills still owe what it would pay. */
    is_wanted: z.boolean(),
  })
  .transform((row) => ({
    attemptId: row.attempt_id,
    account: { payAccountId: row.pay_account_id, kind: row.kind, mchid: row.mchid, appid: row.appid },
    outTradeNo: row.out_trade_no,
    personId: row.person_id,
    amountFen: row.amount_fen,
    requestBody: row.request_body,
    state: row.state,
    prepayId: row.prepay_id ?? undefined,
    payBefore: row.pay_before,
    checks: row.checks,
    isWanted: row.is_wanted,
  }))
/** An order at WeChat, with the merchant it is made for. */
export type Attempt = z.output<typeof AttemptRow>

const ATTEMPT = sql`
  select attempt.attempt_id, attempt.pay_account_id, account.kind, account.mchid, account.appid, attempt.out_trade_no, attempt.person_id,
    attempt.amount_fen, attempt.request_body, attempt.state, attempt.prepay_id, attempt.pay_before,
    attempt.checks, not exists (
      select from attempt_bill part
      join bill on bill.community_id = part.community_id and bill.bill_id = part.bill_id
      where part.community_id = attempt.community_id and part.attempt_id = attempt.attempt_id
        and (bill.state not in ('issued', 'partiallyPaid') or bill.amount_fen - bill.paid_fen < part.amount_fen)
    ) as is_wanted
  from pay_attempt attempt
  join pay_account account on account.pay_account_id = attempt.pay_account_id`

export const getAttempt = (db: Db, communityId: string, attemptId: string): Promise<Attempt> =>
  db.one(AttemptRow, sql`${ATTEMPT} where attempt.community_id = ${communityId} and attempt.attempt_id = ${attemptId}`)

/** The attempt of a trade number, held until the transaction ends: whoever else applies its payment waits here. */
export const lockAttemptOf = (
  db: Db,
  communityId: string,
  order: { payAccountId: string; outTradeNo: string },
): Promise<Attempt | undefined> =>
  db.find(
    AttemptRow,
    sql`
      ${ATTEMPT}
      where attempt.community_id = ${communityId} and attempt.out_trade_no = ${order.outTradeNo}
        and attempt.pay_account_id = ${order.payAccountId}
      for update of attempt`,
  )

/** What each bill of an attempt was to be paid with. */
export const listMeant = (db: Db, communityId: string, attemptId: string) =>
  db.many(
    z
      .object({ bill_id: z.string(), amount_fen: z.int() })
      .transform((row) => ({ billId: row.bill_id, meantFen: row.amount_fen })),
    sql`
      select bill_id, amount_fen
      from attempt_bill
      where community_id = ${communityId} and attempt_id = ${attemptId}
      order by bill_id`,
  )

/** WeChat has taken the order. Gives false when the attempt has ended meanwhile: then the order must be closed there. */
export async function markOpen(
  db: Db,
  it: { communityId: string; attemptId: string; prepayId: string; nextCheckAt: Date },
): Promise<boolean> {
  const opened = await db.run(sql`
    update pay_attempt
    set state = 'open', prepay_id = ${it.prepayId},
      next_check_at = case when state = 'new' then ${it.nextCheckAt}::timestamptz else next_check_at end
    where community_id = ${it.communityId} and attempt_id = ${it.attemptId} and state in ('new', 'open')`)
  return opened === 1
}

/** Ends an attempt and frees its bills; only upwards, so a payment that was faster stays. */
export async function endAttempt(
  db: Db,
  it: { communityId: string; attemptId: string; state: 'closed' | 'paid'; now: Date },
): Promise<void> {
  const earlier = it.state === 'paid' ? ['new', 'open', 'closed'] : ['new', 'open']
  const ended = await db.run(sql`
    update pay_attempt
    set state = ${it.state}, ended_at = ${it.now}
    where community_id = ${it.communityId} and attempt_id = ${it.attemptId} and state = any (${earlier}::text[])`)
  if (ended === 0) return
  await db.run(sql`
    update attempt_bill
    set live = false
    where community_id = ${it.communityId} and attempt_id = ${it.attemptId} and live`)
}

/** When to ask WeChat next, after asking once more; an attempt that has ended is not asked about. */
export const putOffCheck = (db: Db, it: { communityId: string; attemptId: string; nextCheckAt: Date }) =>
  db.run(sql`
    update pay_attempt
    set checks = checks + 1, next_check_at = ${it.nextCheckAt}
    where community_id = ${it.communityId} and attempt_id = ${it.attemptId} and state in ('new', 'open')`)

/** Lets clockwork ask about an attempt at its next turn. */
export const checkSoon = (db: Db, it: { communityId: string; payAccountId: string; outTradeNo: string; now: Date }) =>
  db.run(sql`
    update pay_attempt
    set next_check_at = ${it.now}
    where community_id = ${it.communityId} and pay_account_id = ${it.payAccountId} and out_trade_no = ${it.outTradeNo}
      and state in ('new', 'open')`)

/** Attempts about which WeChat should be asked now, of all communities, the longest waiting first. */
export const listDueAttempts = (db: Db, most: number) =>
  db.many(
    z
      .object({ community_id: z.string(), attempt_id: z.string() })
      .transform((row) => ({ communityId: row.community_id, attemptId: row.attempt_id })),
    sql`select community_id, attempt_id from due_attempts(${most})`,
  )
