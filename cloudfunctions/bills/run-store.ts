import sql, { type Sql } from 'sql-template-tag'
import * as z from 'zod'
import { BILL_PERIOD_IDS, type BillPeriod } from '../../types/vocabulary/bill'
import { refuseOn } from '../shared/db/constraint'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Actor } from '../shared/policy/actor'
import { type Asked, JOIN_BY_HASH, linesOf } from './charges-store'
import { Warning, warningsOf } from './warning-store'

const RunRow = z.object({
  run_id: z.string(),
  kind: z.enum(BILL_PERIOD_IDS),
  from_on: z.string(),
  to_on: z.string(),
  state: z.enum(['queued', 'done', 'empty']),
  items: z.array(z.string()).nullable(),
  at_work: z.boolean(),
  bills: z.int(),
  houses: z.int(),
  amount_fen: z.int(),
  warnings: z.array(Warning),
  started_at: z.date(),
  asked_at: z.date(),
  started_by_name: z.string().nullable(),
})
export type RunRow = z.output<typeof RunRow>

/** Whoever works on a run holds this lock, and it ends with the worker however that ends. */
const runLock = (runId: Sql): Sql => sql`hashtextextended('billing run ' || ${runId}::text, 0)`

/** Whether somebody holds it now; looking takes no part in it, so that nobody is kept from beginning. */
const isHeld = (lock: Sql): Sql => sql`
  exists (
    select from pg_locks held
    where held.locktype = 'advisory' and held.granted and held.objsubid = 1
      and held.database = (select oid from pg_database where datname = current_database())
      and (held.classid::bigint << 32 | held.objid::bigint) = ${lock})`

const RUN_COLUMNS = sql`
  run.run_id, run.kind, run.from_on, run.to_on, run.state, run.items, run.bills, run.houses, run.amount_fen, run.warnings,
  run.started_at, coalesce(run.asked_at, run.started_at) as asked_at,
  run.state = 'queued' and ${isHeld(runLock(sql`run.run_id`))} as at_work, (
    select contact.name from contact
    where contact.community_id = run.community_id and contact.person_id = run.started_by
  ) as started_by_name`

/** Longest time that one statement of a run may take, and that it waits for another run of the community; the function may run a minute. */
const RUN_STATEMENT_MS = 40_000
const RUN_WAITS_MS = 10_000

/**
 * Takes a run to work on it, unless somebody is at it: then false. One run at a time in a community: the next one waits and
 * then sees what this one billed. The database takes the same lock when lines are added, so nothing can pass beside it. A
 * worker whose function is killed is noticed in seconds, not when its statement ends.
 */
export async function takeRun(db: Db, actor: Actor, runId: string): Promise<boolean> {
  const { taken } = await db.one(
    z.object({ taken: z.boolean() }),
    sql`
      select ${LONG_STATEMENTS}, set_config('lock_timeout', ${String(RUN_WAITS_MS)}, true),
        set_config('client_connection_check_interval', '2s', true),
        case when pg_try_advisory_xact_lock(${runLock(sql`${runId}`)})
          then pg_advisory_xact_lock(hashtextextended('billing ' || ${actor.communityId}::uuid::text, 0))::text is not null
          else false end as taken`,
  )
  return taken
}

/** Joins by hash, and time for statements over every house of a community: for this transaction alone. */
const LONG_STATEMENTS: Sql = sql`${JOIN_BY_HASH}, set_config('statement_timeout', ${String(RUN_STATEMENT_MS)}, true)`

/** Before the first statement of a preview. */
export const allowLongStatements = (db: Db) => db.run(sql`select ${LONG_STATEMENTS}`)

/** Of these items, those that no board in force on any day of the period publishes for bills. */
export async function listUnpublished(db: Db, asked: Asked): Promise<string[]> {
  if (!asked.items) return []
  const rows = await db.many(
    z.object({ code: z.string() }),
    sql`
      select code
      from unnest(${asked.items}::text[]) as named (code)
      where not exists (
        select from fee_item_in_force it
        where it.community_id = ${asked.communityId} and it.code = named.code and it.from_on < ${asked.to}
          and (it.until_on is null or ${asked.from} < it.until_on))
      order by code
      limit 100`,
  )
  return rows.map((row) => row.code)
}

/**
 * The run of this community, kind and period, asked for now: a new one, or the one that stands. Committed before the work
 * begins, so that every desk finds it.
 */
export async function claimRun(db: Db, actor: Actor, asked: Asked, kind: BillPeriod, now: Date): Promise<string> {
  const row = await db.one(
    z.object({ run_id: z.string() }),
    sql`
      insert into billing_run (community_id, run_id, kind, from_on, to_on, state, items, started_by, started_at, asked_at)
      values (${actor.communityId}, ${newId()}, ${kind}, ${asked.from}, ${asked.to}, 'queued', ${asked.items ?? null},
        ${actor.personId}, ${now}, ${now})
      on conflict on constraint billing_run_once do update
      set state = 'queued', items = excluded.items, asked_at = excluded.asked_at
      returning run_id`,
  )
  return row.run_id
}

/** A run as it stands. */
export const getRun = (db: Db, actor: Actor, runId: string): Promise<RunRow> =>
  db.one(
    RunRow,
    sql`select ${RUN_COLUMNS} from billing_run run where run.community_id = ${actor.communityId} and run.run_id = ${runId}`,
  )

/**
 * Issues every bill that the period lacks, in one statement: a bill for each house, payer and contract, its lines, and
 * numbers without gaps. Gives how many bills there are now that were not there before.
 */
export async function issueBills(
  db: Db,
  actor: Actor,
  asked: Asked,
  run: { runId: string; day: string; now: Date },
): Promise<number> {
  const issued = db.one(
    z.object({ bills: z.int() }),
    sql`
      with ${linesOf(asked)}, due as materialized (
        select new_id() as bill_id, line.house_id, line.payer_kind, line.payer_id, line.contract_id, line.enterprise_id,
          min(line.from_on) as from_on, max(line.to_on) as to_on, sum(line.amount_fen) as amount_fen,
          row_number() over (order by length(place.building), place.building, length(place.stair), place.stair,
            length(place.room), place.room, line.house_id, min(line.from_on), line.payer_id) as n
        from line join place on place.house_id = line.house_id
        group by line.house_id, place.building, place.stair, place.room, line.payer_kind, line.payer_id, line.contract_id,
          line.enterprise_id
      ), numbered as (
        insert into serial (community_id, kind, day, last)
        select ${asked.communityId}, 'ZD', ${asked.from}, count(*) from due having count(*) > 0
        on conflict (community_id, kind, day) do update set last = serial.last + excluded.last
        returning last - (select count(*) from due) as before
      ), billed as (
        insert into bill (community_id, bill_id, number, series_on, run_id, house_id, from_on, to_on, contract_id, payee_id,
          payer_kind, payer_owner_id, payer_person_id, amount_fen, due_on, state, issued_at, issued_by)
        select ${asked.communityId}, due.bill_id,
          'ZD' || to_char(${asked.from}::date, 'YYYYMM') || '-' || lpad((numbered.before + due.n)::text, 6, '0'),
          ${asked.from}, ${run.runId}, due.house_id, due.from_on, due.to_on, due.contract_id, due.enterprise_id, due.payer_kind,
          case when due.payer_kind <> 'tenant' then due.payer_id end, case when due.payer_kind = 'tenant' then due.payer_id end,
          due.amount_fen, ${run.day}::date + contract.due_days, 'issued', ${run.now}, ${actor.personId}
        from due cross join numbered
        join service_contract contract on contract.community_id = ${asked.communityId} and contract.contract_id = due.contract_id
        returning bill_id
      ), lined as (
        insert into bill_line (community_id, bill_id, place, house_id, item_code, fee_item_id, kind, from_on, to_on, days,
          days_in_month, area100, area_source, quantity, price_e4, percent, cost_id, whole_from_on, whole_to_on, whole_fen, amount_fen)
        select ${asked.communityId}, due.bill_id, row_number() over (partition by due.bill_id order by line.code, line.from_on),
          line.house_id, line.code, line.fee_item_id, line.kind, line.from_on, line.to_on, line.to_on - line.from_on,
          line.days_in_month, line.area100, line.area_source, line.quantity, line.price_e4, line.percent, line.cost_id,
          line.whole_from_on, line.whole_to_on, line.whole_fen, line.amount_fen
        from line
        join due on due.house_id = line.house_id and due.payer_id = line.payer_id and due.payer_kind = line.payer_kind
          and due.contract_id = line.contract_id
        returning 1
      )
      select count(*)::integer as bills from billed`,
  )
  const refusals = {
    bill_line_published: 'FEE_NOT_PUBLISHED',
    bill_line_overlap: 'WRONG_STATE',
    bill_line_live: 'WRONG_STATE',
  } as const
  return (await refuseOn(refusals, issued)).bills
}

/** The run with its own numbers, counted from what stands now, and what stayed out of it. */
export const finishRun = (db: Db, asked: Asked, run: { runId: string; now: Date }): Promise<RunRow> =>
  db.one(
    RunRow,
    sql`
      with ${warningsOf(asked)}, counted as (
        select count(*)::integer as bills, count(distinct house_id)::integer as houses, coalesce(sum(amount_fen), 0)::bigint as amount_fen
        from bill
        where community_id = ${asked.communityId} and run_id = ${run.runId} and state <> 'voided'
      )
      update billing_run run
      set state = case when counted.bills > 0 then 'done' else 'empty' end, finished_at = ${run.now}, bills = counted.bills, houses = counted.houses, amount_fen = counted.amount_fen,
        warnings = (select coalesce(jsonb_agg(warning.facts), '[]') from warning)
      from counted
      where run.community_id = ${asked.communityId} and run.run_id = ${run.runId}
      returning ${RUN_COLUMNS}`,
  )

/** The runs of a community, newest period first. */
export const listRuns = (db: Db, actor: Actor, size: number): Promise<RunRow[]> =>
  db.many(
    RunRow,
    sql`
      select ${RUN_COLUMNS}
      from billing_run run
      where run.community_id = ${actor.communityId}
      order by run.from_on desc, run.kind, run.run_id
      limit ${size}`,
  )
