import sql from 'sql-template-tag'
import * as z from 'zod'
import { CODE_PURPOSE_IDS } from '../../types/vocabulary/binding'
import { ROLE_IDS } from '../../types/vocabulary/roles'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import { newId } from '../shared/db/ids'
import type { Actor } from '../shared/policy/actor'
import type { Reach } from '../shared/policy/rule'
import { within } from '../shared/policy/reach'

export interface NewCode {
  label: string
  secretSha256: string
  purpose: (typeof CODE_PURPOSE_IDS)[number]
  role?: string
  houseId?: string
  officeName?: string
  documentWords?: string | undefined
  forPersonId?: string
  /** The employee of the personnel register whom it invites. */
  staffId?: string
  expiresAt: Date
}

export async function insertCode(db: Db, actor: Actor, it: NewCode, now: Date): Promise<string> {
  const codeId = newId()
  await db.run(sql`
    insert into claim_code (community_id, code_id, label, secret_sha256, purpose, role, house_id, office_name, document_words,
      for_person_id, staff_id, issued_by, issued_at, expires_at)
    values (${actor.communityId}, ${codeId}, ${it.label}, ${it.secretSha256}, ${it.purpose}, ${it.role ?? null}, ${it.houseId ?? null},
      ${it.officeName ?? null}, ${it.documentWords ?? null}, ${it.forPersonId ?? null}, ${it.staffId ?? null}, ${actor.personId}, ${now}, ${it.expiresAt})`)
  return codeId
}

/** Codes that one person makes wait for each other, so that the count below is exact. */
export const lockIssuing = (db: Db, actor: Actor) =>
  db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`codes ${actor.communityId} ${actor.personId}`}, 0))`)

export async function countIssuedOn(db: Db, actor: Actor, day: string): Promise<number> {
  const row = await db.one(
    z.object({ issued: z.int() }),
    sql`
      select count(*)::integer as issued
      from claim_code
      where community_id = ${actor.communityId} and issued_by = ${actor.personId}
        and issued_at >= (${day}::date::timestamp at time zone 'Asia/Shanghai')
        and issued_at < ((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`,
  )
  return row.issued
}

const CodeRow = z.object({
  code_id: z.string(),
  secret_sha256: z.string(),
  purpose: z.enum(CODE_PURPOSE_IDS),
  role: z.enum(ROLE_IDS).nullable(),
  house_id: z.string().nullable(),
  office_name: z.string().nullable(),
  document_words: z.string().nullable(),
  for_person_id: z.string().nullable(),
})
export type CodeRow = z.output<typeof CodeRow>

/** The codes under a label that still open something, held so that no two people use one. */
export const lockOpenCodes = (db: Db, communityId: string, label: string, now: Date): Promise<CodeRow[]> =>
  db.many(
    CodeRow,
    sql`
      select code_id, secret_sha256, purpose, role, house_id, office_name, document_words, for_person_id
      from claim_code
      where community_id = ${communityId} and label = ${label}
        and used_at is null and revoked_at is null and ${now} < expires_at
      order by code_id
      limit 20
      for update`,
  )

export const markUsed = (db: Db, communityId: string, codeId: string, personId: string, now: Date) =>
  db.run(sql`
    update claim_code
    set used_by = ${personId}, used_at = ${now}
    where community_id = ${communityId} and code_id = ${codeId}`)

const ListedRow = z.object({
  code_id: z.string(),
  purpose: z.enum(CODE_PURPOSE_IDS),
  role: z.enum(ROLE_IDS).nullable(),
  house_id: z.string().nullable(),
  office_name: z.string().nullable(),
  issued_by_name: z.string().nullable(),
  issued_at: z.date(),
  expires_at: z.date(),
  building: z.string().nullable(),
  stair: z.string().nullable(),
  room: z.string().nullable(),
})
export type ListedCode = z.output<typeof ListedRow>

const codeWithin = (actor: Actor, reach: Reach) =>
  within(actor, reach, { communityId: sql`code.community_id`, houseId: sql`code.house_id`, at: sql`code.issued_at` })

/** Codes within reach that still open something, newest first. */
export const listOpenCodes = (db: Db, actor: Actor, reach: Reach, now: Date): Promise<ListedCode[]> =>
  db.many(
    ListedRow,
    sql`
      select code.code_id, code.purpose, code.role, code.house_id, code.office_name, issuer.name as issued_by_name, code.issued_at,
        code.expires_at, house.building, house.stair, house.room
      from claim_code code
      left join house on house.community_id = code.community_id and house.house_id = code.house_id
      left join contact issuer on issuer.community_id = code.community_id and issuer.person_id = code.issued_by
      where ${codeWithin(actor, reach)} and code.used_at is null and code.revoked_at is null and ${now} < code.expires_at
      order by code.issued_at desc, code.code_id desc
      limit 200`,
  )

export async function getOpenCode(db: Db, actor: Actor, reach: Reach, codeId: string) {
  const row = await db.find(
    z.object({ code_id: z.string(), purpose: z.enum(CODE_PURPOSE_IDS), role: z.enum(ROLE_IDS).nullable() }),
    sql`select code.code_id, code.purpose, code.role from claim_code code where ${codeWithin(actor, reach)} and code.code_id = ${codeId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** Takes a code back; one that was used or taken back meanwhile is WRONG_STATE. */
export async function revokeCode(db: Db, actor: Actor, codeId: string, now: Date): Promise<void> {
  const changed = await db.run(sql`
    update claim_code
    set revoked_by = ${actor.personId}, revoked_at = ${now}
    where community_id = ${actor.communityId} and code_id = ${codeId} and used_at is null and revoked_at is null`)
  if (changed === 0) throw new AppError('WRONG_STATE')
}

/** Takes back every open code that this person handed out: all of them, or those for one house. */
export const revokeCodesOf = (
  db: Db,
  actor: Actor,
  issuer: { personId: string; houseId?: string },
  now: Date,
): Promise<number> =>
  db.run(sql`
    update claim_code
    set revoked_by = ${actor.personId}, revoked_at = ${now}
    where community_id = ${actor.communityId} and issued_by = ${issuer.personId}
      and (${issuer.houseId ?? null}::uuid is null or house_id = ${issuer.houseId ?? null}::uuid)
      and used_at is null and revoked_at is null`)

export async function countOpenCodesOf(db: Db, actor: Actor, personId: string, now: Date): Promise<number> {
  const row = await db.one(
    z.object({ open: z.int() }),
    sql`
      select count(*)::integer as open
      from claim_code
      where community_id = ${actor.communityId} and issued_by = ${personId}
        and used_at is null and revoked_at is null and ${now} < expires_at`,
  )
  return row.open
}

/** The address of a house of this community, or NOT_FOUND. */
export async function getHouse(db: Db, communityId: string, houseId: string) {
  const row = await db.find(
    z.object({ building: z.string(), stair: z.string(), room: z.string() }),
    sql`select building, stair, room from house where community_id = ${communityId} and house_id = ${houseId}`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}
