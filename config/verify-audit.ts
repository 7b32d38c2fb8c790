import { firstBreak } from '../cloudfunctions/shared/audit/audit-chain'
import { listAllCommunities, listChain } from '../cloudfunctions/shared/audit/seal-store'
import { openPool } from '../cloudfunctions/shared/db/pool'
import { enterScope } from '../cloudfunctions/shared/db/scope-store'
import { inTransaction } from '../cloudfunctions/shared/db/transaction'

/** What a recount of one community's audit chain found. */
export interface AuditVerdict {
  name: string
  rows: number
  /** The first sequence number that does not hold; absent when the chain is whole. */
  brokenAt?: number
}

/** Recounts the audit chain of every community from its first row. `ownerUrl` is the owner role's address. */
export async function verifyAudit(ownerUrl: string): Promise<AuditVerdict[]> {
  const owner = openPool(ownerUrl)
  try {
    const communities = await inTransaction(owner, 'read', (db) => listAllCommunities(db))
    const verdicts: AuditVerdict[] = []
    for (const { community_id: communityId, name } of communities) {
      const chain = await inTransaction(owner, 'read', async (db) => {
        await enterScope(db, { communityId })
        return listChain(db, communityId)
      })
      const brokenAt = firstBreak(communityId, chain)
      verdicts.push({ name, rows: chain.length, ...(brokenAt !== undefined && { brokenAt }) })
    }
    return verdicts
  } finally {
    await owner.end()
  }
}

async function main(): Promise<number> {
  const ownerUrl = process.env.DATABASE_URL
  if (!ownerUrl)
    throw new Error('Set DATABASE_URL to the database owner’s address, then run npm run verify-audit again.')
  const verdicts = await verifyAudit(ownerUrl)
  for (const { name, rows, brokenAt } of verdicts) {
    console.log(brokenAt === undefined ? `一致 ${name} ${rows} 条` : `断在第 ${brokenAt} 条 ${name} 共 ${rows} 条`)
  }
  return verdicts.some(({ brokenAt }) => brokenAt !== undefined) ? 1 : 0
}

if (require.main === module) {
  main().then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    },
  )
}
