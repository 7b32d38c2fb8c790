import { found } from '../../cloudfunctions/shared/founding/found'
import { openPool } from '../../cloudfunctions/shared/db/pool'
import { inTransaction } from '../../cloudfunctions/shared/db/transaction'
import { HONGQI, JINXIU } from './communities'

/**
 * Founds the two demo communities with the operator's own command; a second run finds them and changes nothing.
 * `ownerUrl` is the owner role's address of a database marked as a demonstration.
 */
export async function ensureDemo({ ownerUrl, log }: { ownerUrl: string; log: (line: string) => void }): Promise<void> {
  const owner = openPool(ownerUrl)
  try {
    for (const founding of [JINXIU, HONGQI]) {
      const { isNew } = await inTransaction(owner, 'write', (db) => found(db, founding))
      log(`${founding.community.name} ${isNew ? 'founded' : 'stands'}`)
    }
  } finally {
    await owner.end()
  }
}
