import type * as terms from '../../../types/contracts/bills-terms'
import { addMonths, monthAround } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { cleanAddress } from '../../shared/people/house-key'
import { countHousesIn, insertCost } from '../cost-store'
import { ensurePublished, refuseField } from '../term-checks'

/** A cost of a whole month, for all houses, a building or a stair; the run of that month shares it by area. */
export const registerCost: Answer<typeof terms.registerCost> = async (given, input) => {
  const { db, actor, now } = given
  const { itemCode, month, amountFen, words } = input
  if (month > monthAround(now).from) throw refuseField('month', '这个月还没到，到了再登记')
  await ensurePublished(given, 'share', itemCode)
  const cleaned = cleanAddress({ building: input.building ?? '', stair: input.stair ?? '', room: '' })
  const scope = { building: cleaned.building || undefined, stair: cleaned.stair || undefined }
  if ((await countHousesIn(db, actor, scope)) === 0) throw refuseField('building', '登记里没有这一栋或这个单元，请核对')
  const costId = await insertCost(db, actor, {
    itemCode,
    from: month,
    to: addMonths(month, 1),
    amountFen,
    ...scope,
    words,
  })
  return { costId }
}
