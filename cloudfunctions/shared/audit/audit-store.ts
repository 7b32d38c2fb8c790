import sql from 'sql-template-tag'
import type { Db } from '../db/db'
import { newId } from '../db/ids'
import type { Role } from '../../../types/vocabulary/roles'

/** Who did it: somebody in a seat, or a joiner who has none in this community yet. */
export interface Doer {
  personId: string
  communityId: string
  role: Role | 'joiner'
}

/** What an act leaves in the audit: ids and hashes only, so that a person can be erased without touching it. */
export interface AuditEntry {
  doer: Doer
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
  const { doer } = entry
  await db.run(sql`
    with written as (
      insert into audit (community_id, audit_id, at, person_id, role, call, request_id,
        about_kind, about_id, input_sha256, reply_sha256)
      values (${doer.communityId}, ${newId()}, ${entry.at}, ${doer.personId}, ${doer.role}, ${entry.call},
        ${entry.requestId}, ${entry.aboutKind}, ${entry.aboutId}, ${entry.inputSha256}, ${entry.replySha256})
      returning community_id, audit_id
    )
    insert into audit_pending (community_id, audit_id)
    select community_id, audit_id from written`)
}
