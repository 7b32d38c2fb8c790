import type { Db } from '../../cloudfunctions/shared/db/db'
import { openPool } from '../../cloudfunctions/shared/db/pool'
import { inTransaction } from '../../cloudfunctions/shared/db/transaction'
import { found, seatInCommunity } from '../../cloudfunctions/shared/founding/found'
import { setClock } from './on-day'
import { HONGQI, HONGQI_RESIDENTS, JINXIU, JINXIU_RESIDENTS } from './communities'

/**
 * Founds the two demo communities with the operator's own command; a second run finds them and changes nothing.
 * `ownerUrl` is the owner role's address of a database marked as a demonstration.
 */
export const ensureDemo = ({ ownerUrl, log }: { ownerUrl: string; log: (line: string) => void }): Promise<void> =>
  asOperator(ownerUrl, async (run) => {
    await setClock(ownerUrl, FOUNDED_AT)
    for (const founding of [JINXIU, HONGQI]) {
      const { isNew } = await run((db) => found(db, founding))
      log(`${founding.community.name} ${isNew ? 'founded' : 'stands'}`)
    }
    await setClock(ownerUrl, undefined)
  })

/** Offices and bindings are older than the stories that are told of them. */
const FOUNDED_AT = '2025-01-01T02:00:00Z'
/** A minute later: whoever holds an office and a house acts in the office, which is the older seat. */
const SEATED_AT = '2025-01-01T02:01:00Z'

/** Seats the residents in the houses that the registers brought. */
export const seatResidents = (ownerUrl: string): Promise<void> =>
  asOperator(ownerUrl, async (run) => {
    await setClock(ownerUrl, SEATED_AT)
    await run((db) => seatInCommunity(db, JINXIU.community, JINXIU_RESIDENTS))
    await run((db) => seatInCommunity(db, HONGQI.community, HONGQI_RESIDENTS))
    await setClock(ownerUrl, undefined)
  })

type Run = <T>(work: (db: Db) => Promise<T>) => Promise<T>

async function asOperator(ownerUrl: string, work: (run: Run) => Promise<void>): Promise<void> {
  const owner = openPool(ownerUrl)
  try {
    await work((step) => inTransaction(owner, 'write', step))
  } finally {
    await owner.end()
  }
}
