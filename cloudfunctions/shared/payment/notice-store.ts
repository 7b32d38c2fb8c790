import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../db/db'

export interface NoticeKey {
  payAccountId: string
  noticeId: string
}

/** Keeps a verified notice as it came, once; the body stays encrypted under the merchant's own key. */
export const keepNotice = (db: Db, it: NoticeKey & { body: string; now: Date; nextTryAt: Date }) =>
  db.run(sql`
    insert into notice_inbox (pay_account_id, notice_id, body, received_at, next_try_at)
    values (${it.payAccountId}, ${it.noticeId}, ${it.body}, ${it.now}, ${it.nextTryAt})
    on conflict on constraint notice_inbox_pkey do nothing`)

export const markNoticeApplied = (db: Db, it: NoticeKey, now: Date) =>
  db.run(sql`
    update notice_inbox
    set applied_at = ${now}, tries = tries + 1
    where pay_account_id = ${it.payAccountId} and notice_id = ${it.noticeId} and applied_at is null`)

/** Puts a notice off after a failure: a minute, two, four … at most an hour, with what went wrong beside it. */
export const putOffNotice = (db: Db, it: NoticeKey, reason: string, now: Date) =>
  db.run(sql`
    update notice_inbox
    set tries = tries + 1, last_error = ${reason.slice(0, 500)},
      next_try_at = ${now}::timestamptz + least(interval '1 minute' * power(2, least(tries, 6)), interval '1 hour')
    where pay_account_id = ${it.payAccountId} and notice_id = ${it.noticeId} and applied_at is null`)

/** Notices that were kept and could not be applied yet, the longest waiting first. */
export const listWaitingNotices = (db: Db, now: Date, most: number) =>
  db.many(
    z
      .object({ pay_account_id: z.string(), notice_id: z.string(), body: z.string() })
      .transform((row) => ({ payAccountId: row.pay_account_id, noticeId: row.notice_id, body: row.body })),
    sql`
      select pay_account_id, notice_id, body
      from notice_inbox
      where applied_at is null and next_try_at <= ${now}
      order by next_try_at, pay_account_id, notice_id
      limit ${most}`,
  )
