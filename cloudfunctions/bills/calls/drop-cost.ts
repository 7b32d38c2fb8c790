import type * as terms from '../../../types/contracts/bills-terms'
import type { Answer } from '../../shared/call/answer'
import { dropCost as dropRow } from '../cost-store'

/** Takes out a cost that was entered by mistake, as long as it is on no bill. */
export const dropCost: Answer<typeof terms.dropCost> = async ({ db, actor }, { costId }) => {
  await dropRow(db, actor, costId)
  return { costId }
}
