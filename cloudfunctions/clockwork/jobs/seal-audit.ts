import { CHAIN_START, sealOf } from '../../shared/audit/audit-chain'
import { addSeals, findHead, type NewSeal, listPending, lockChain } from '../../shared/audit/seal-store'
import type { Db } from '../../shared/db/db'

const MOST_PER_TURN = 500

/** Seals new audit rows of one community into its hash chain; gives how many. */
export async function sealAudit(db: Db, communityId: string): Promise<number> {
  await lockChain(db, communityId)
  const head = await findHead(db, communityId)
  const pending = await listPending(db, communityId, MOST_PER_TURN)
  const seals: NewSeal[] = []
  let seq = head?.seq ?? 0
  let previousHash = head?.hash ?? CHAIN_START
  for (const row of pending) {
    seq += 1
    const hash = sealOf(previousHash, communityId, seq, row)
    seals.push({ seq, auditId: row.audit_id, previousHash, hash })
    previousHash = hash
  }
  if (seals.length > 0) await addSeals(db, communityId, seals)
  return pending.length
}
