import { parseArgs } from 'node:util'
import { listAllCommunities } from '../cloudfunctions/shared/audit/seal-store'
import type { Db } from '../cloudfunctions/shared/db/db'
import { openPool } from '../cloudfunctions/shared/db/pool'
import { enterScope } from '../cloudfunctions/shared/db/scope-store'
import { inTransaction } from '../cloudfunctions/shared/db/transaction'
import { beginRecount, countJournal, endRecount } from '../cloudfunctions/shared/ledger/recount'
import {
  type LedgerRow,
  listBadReversals,
  listJournals,
  listLedgers,
  listStrayLines,
  listSums,
} from '../cloudfunctions/shared/ledger/recount-store'
import { LEDGER_KINDS } from '../types/vocabulary/ledger'

/** What a recount of one ledger found; a ledger without faults holds. */
export interface LedgerVerdict {
  community: string
  ledger: string
  ledgerId: string
  journals: number
  headHash: string
  /** Sentences for a person. */
  faults: string[]
}

/** A head that somebody kept outside the database: the hash, or its beginning of 12 characters as a statement prints it. */
export interface KeptHead {
  ledgerId: string
  hash: string
}

const PAGE = 200
/** A ledger is counted in one transaction, so that nothing moves meanwhile; it may take its time. */
const RECOUNT_MS = 60 * 60_000

/** Recounts every ledger of every community from its first journal. `ownerUrl` is the owner role's address. */
export async function verifyLedger(ownerUrl: string, kept: readonly KeptHead[] = []): Promise<LedgerVerdict[]> {
  const owner = openPool(ownerUrl)
  try {
    const verdicts: LedgerVerdict[] = []
    const communities = await inTransaction(owner, 'read', (db) => listAllCommunities(db))
    for (const { community_id: communityId, name } of communities) {
      const recountAll = async (db: Db) => {
        await enterScope(db, { communityId })
        const found: LedgerVerdict[] = []
        for (const row of await listLedgers(db, communityId)) {
          const heads = kept.filter(({ ledgerId }) => ledgerId === row.ledger_id).map(({ hash }) => hash)
          found.push({ community: name, ...(await recountLedger(db, communityId, row, heads)) })
        }
        return found
      }
      verdicts.push(...(await inTransaction(owner, 'read', recountAll, RECOUNT_MS)))
    }
    const unknown = kept.filter((head) => !verdicts.some(({ ledgerId }) => ledgerId === head.ledgerId))
    if (unknown.length > 0) throw new Error(`没有这本账：${unknown.map(({ ledgerId }) => ledgerId).join('、')}`)
    return verdicts
  } finally {
    await owner.end()
  }
}

async function recountLedger(db: Db, communityId: string, row: LedgerRow, heads: readonly string[]) {
  const { ledger_id: ledgerId } = row
  const count = beginRecount(row.book)
  const missing = new Set(heads)
  for (let page = await pageAfter(0); page.length > 0; page = await pageAfter(count.seq)) {
    for (const posted of page) {
      countJournal(count, posted)
      for (const head of missing) if (count.hash.startsWith(head)) missing.delete(head)
    }
  }
  endRecount(count, { seq: row.head_seq, hash: row.head_hash }, await listSums(db, communityId, ledgerId))
  for (const { seq } of await listBadReversals(db, communityId, ledgerId))
    count.faults.push(`第 ${seq} 号凭证冲销得不对：没有可冲的原凭证，或冲得比原来多`)
  for (const { seq } of await listStrayLines(db, communityId, ledgerId))
    count.faults.push(`有分录写着第 ${seq} 号，却没有这张凭证`)
  for (const head of missing) count.faults.push(`留存的指纹 ${head} 不在这本账里，账被整本重写过`)
  return {
    ledger: [LEDGER_KINDS[row.kind].zh, row.contract_number].filter(Boolean).join(' '),
    ledgerId,
    journals: count.journals,
    headHash: row.head_hash,
    faults: count.faults,
  }

  function pageAfter(seq: number) {
    return listJournals(db, communityId, ledgerId, seq, PAGE)
  }
}

/** `<ledger>=<hash>` as it is given to `--head`; 12 characters of the hash are enough. */
function readHead(given: string): KeptHead {
  const [, ledgerId, hash] = /^([0-9a-f-]{36})=([0-9a-f]{12,64})$/.exec(given) ?? []
  if (!ledgerId || !hash)
    throw new Error(`写成 --head <账套编号>=<指纹，至少前 12 位>，每个 --head 写一本账；不认得 ${given}`)
  return { ledgerId, hash }
}

async function main(): Promise<number> {
  const ownerUrl = process.env.DATABASE_URL
  if (!ownerUrl)
    throw new Error('Set DATABASE_URL to the database owner’s address, then run npm run verify-ledger again.')
  const { values } = parseArgs({ options: { head: { type: 'string', multiple: true, default: [] } } })
  const verdicts = await verifyLedger(ownerUrl, values.head.map(readHead))
  for (const { community, ledger, ledgerId, journals, headHash, faults } of verdicts) {
    console.log(
      `${faults.length === 0 ? '一致' : '不符'} ${community} ${ledger} ${journals} 张凭证 ${ledgerId}=${headHash}`,
    )
    for (const fault of faults) console.log(`  ${fault}`)
  }
  return verdicts.some(({ faults }) => faults.length > 0) ? 1 : 0
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
