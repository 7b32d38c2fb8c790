import type * as terms from '../../../types/contracts/bills-terms'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { endOf } from '../rules/term-end'
import { mayRelieve } from '../rules/terms'
import { refuseField } from '../term-checks'
import { dropTerm, lockTerm, saveTermEnd } from '../term-store'

/** Ends what is registered, or takes a mistake out. Bills that are out keep what they were made of. */
export const endTerm: Answer<typeof terms.endTerm> = async (
  { db, actor },
  { houseId, kind, itemCode, from, until },
) => {
  if (kind === 'relief' && !mayRelieve(actor.role)) throw new AppError('NOT_ALLOWED')
  if ((kind === 'space') !== (itemCode !== undefined)) throw refuseField('itemCode', '请选是哪个收费项目')
  const key = { kind, houseId, itemCode }
  const term = await lockTerm(db, actor, key, from)
  const end = endOf({ from: term.from_on, until: term.until_on }, until)
  if (end === 'drop') await dropTerm(db, actor, key, from)
  else await saveTermEnd(db, actor, key, { from, until })
  return { houseId }
}
