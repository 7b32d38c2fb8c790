import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../shared/db/db'

const Books = z.object({
  ledger_id: z.string(),
  closed_before: z.string().nullable(),
  head_seq: z.int(),
  head_hash: z.string(),
})
export type Books = z.output<typeof Books>

const BOOKS = sql`select ledger_id, closed_before, head_seq, head_hash from ledger`

/** The books of public revenue of a community, or undefined where nothing was ever booked. */
export const findBooks = (db: Db, communityId: string): Promise<Books | undefined> =>
  db.find(Books, sql`${BOOKS} where community_id = ${communityId} and kind = 'publicRevenue'`)

/** The same, held until the end of the transaction: nothing is posted while a statement is made or published. */
export const lockBooks = (db: Db, communityId: string, ledgerId: string): Promise<Books> =>
  db.one(Books, sql`${BOOKS} where community_id = ${communityId} and ledger_id = ${ledgerId} for update`)

/** Nothing more is booked on the days before this one. */
export const closeBefore = (db: Db, communityId: string, ledgerId: string, day: string) =>
  db.run(sql`
    update ledger set closed_before = ${day} where community_id = ${communityId} and ledger_id = ${ledgerId}`)

/** How the books began: the day of the opening balance that stands, and the day of the first entry of any kind. */
export const findBeginning = (db: Db, communityId: string, ledgerId: string) =>
  db.one(
    z.object({ opened_on: z.string().nullable(), first_on: z.string().nullable() }),
    sql`
      select
        (select max(journal.booked_on)
          from journal
          join journal_line line
            on line.community_id = journal.community_id and line.ledger_id = journal.ledger_id and line.seq = journal.seq
          where journal.community_id = ${communityId} and journal.ledger_id = ${ledgerId}
            and line.account = '9199' and journal.reverses is null
            and not exists (select from journal back
              where back.community_id = journal.community_id and back.reverses = journal.journal_id)) as opened_on,
        (select min(booked_on) from journal
          where community_id = ${communityId} and ledger_id = ${ledgerId}) as first_on`,
  )

/** Whether somebody holds the office of the owners' committee now. */
export async function hasCommittee(db: Db, communityId: string): Promise<boolean> {
  const row = await db.one(
    z.object({ seated: z.boolean() }),
    sql`
      select exists (select from seat
        where community_id = ${communityId} and role = 'committee'
          and from_at <= app_now() and (until_at is null or app_now() < until_at)) as seated`,
  )
  return row.seated
}

/** What the place demands: days until publication and days for objections. */
export const getRules = (db: Db, communityId: string) =>
  db.one(
    z.object({
      name: z.string(),
      body_name: z.string().nullable(),
      publish_within_days: z.int(),
      objection_days: z.int(),
    }),
    sql`
      select community.name, community.body_name, pack.publish_within_days, pack.objection_days
      from community
      join rule_pack pack on pack.rule_pack_id = community.rule_pack_id
      where community.community_id = ${communityId}`,
  )
