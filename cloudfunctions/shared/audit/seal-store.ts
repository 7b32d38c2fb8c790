import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../db/db'
import type { SealedRow } from './audit-chain'

const AuditRow = z.object({
  audit_id: z.string(),
  at: z.date().transform((at) => at.toISOString()),
  person_id: z.string(),
  role: z.string(),
  call: z.string(),
  request_id: z.string(),
  about_kind: z.string(),
  about_id: z.string(),
  input_sha256: z.string(),
  reply_sha256: z.string(),
})

const AUDIT_COLUMNS = sql`
  audit.audit_id, audit.at, audit.person_id, audit.role, audit.call, audit.request_id,
  audit.about_kind, audit.about_id, audit.input_sha256, audit.reply_sha256`

/** Two turns of the clock may overlap: the second waits here, so that sequences have no gaps and no twins. */
export const lockChain = (db: Db, communityId: string) =>
  db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${communityId}`}, 0))`)

export const findHead = (db: Db, communityId: string) =>
  db.find(
    z.object({ seq: z.int(), hash: z.string() }),
    sql`select seq, hash from audit_seal where community_id = ${communityId} order by seq desc limit 1`,
  )

/** Rows that are not in the chain yet, in the order in which they will be sealed. */
export const listPending = (db: Db, communityId: string, most: number): Promise<SealedRow[]> =>
  db.many(
    AuditRow,
    sql`
      select ${AUDIT_COLUMNS}
      from audit_pending pending
      join audit on audit.community_id = pending.community_id and audit.audit_id = pending.audit_id
      where pending.community_id = ${communityId}
      order by audit.at, audit.audit_id
      limit ${most}`,
  )

export interface NewSeal {
  seq: number
  auditId: string
  previousHash: string
  hash: string
}

/** Adds links to the chain and takes their rows off the waiting list, in one statement however many there are. */
export const addSeals = (db: Db, communityId: string, seals: readonly NewSeal[]) =>
  db.run(sql`
    with added as (
      insert into audit_seal (community_id, seq, audit_id, previous_hash, hash)
      select ${communityId}::uuid, seq, audit_id, previous_hash, hash
      from unnest(${seals.map((seal) => seal.seq)}::bigint[], ${seals.map((seal) => seal.auditId)}::uuid[],
        ${seals.map((seal) => seal.previousHash)}::text[], ${seals.map((seal) => seal.hash)}::text[])
        as link (seq, audit_id, previous_hash, hash)
      returning audit_id
    )
    delete from audit_pending pending
    using added
    where pending.community_id = ${communityId} and pending.audit_id = added.audit_id`)

/** The whole chain of a community, for a check from the first row. */
export const listChain = (db: Db, communityId: string) =>
  db.many(
    AuditRow.extend({ seq: z.int(), previous_hash: z.string(), hash: z.string() }).transform(
      ({ seq, previous_hash, hash, ...row }) => ({ seq, previousHash: previous_hash, hash, row }),
    ),
    sql`
      select seal.seq, seal.previous_hash, seal.hash, ${AUDIT_COLUMNS}
      from audit_seal seal
      join audit on audit.community_id = seal.community_id and audit.audit_id = seal.audit_id
      where seal.community_id = ${communityId}
      order by seal.seq
      limit 1000000`,
  )

/** Every community there is, for a check of all chains; asked by the owner role. */
export const listAllCommunities = (db: Db) =>
  db.many(
    z.object({ community_id: z.string(), name: z.string() }),
    sql`select community_id, name from find_communities('', 1000000)`,
  )
