import sql from 'sql-template-tag'
import type { Db } from '../db/db'
import { newId } from '../db/ids'
import type { Actor } from '../policy/actor'

/** What an act leaves in the audit: ids and hashes only, so that a person can be erased without touching it. */
export interface AuditEntry {
  actor: Actor
  call: string
  requestId: string
  aboutKind: string
  aboutId: string
  inputSha256: string
  replySha256: string
  at: Date
}

/** Writes the audit row in the act's own transaction; `clockwork` seals it into the chain later. */
export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
  const { actor } = entry
  await db.run(sql`
    with written as (
      insert into audit (community_id, audit_id, at, person_id, role, call, request_id,
        about_kind, about_id, input_sha256, reply_sha256)
      values (${actor.communityId}, ${newId()}, ${entry.at}, ${actor.personId}, ${actor.role}, ${entry.call},
        ${entry.requestId}, ${entry.aboutKind}, ${entry.aboutId}, ${entry.inputSha256}, ${entry.replySha256})
      returning community_id, audit_id
    )
    insert into audit_pending (community_id, audit_id)
    select community_id, audit_id from written`)
}
