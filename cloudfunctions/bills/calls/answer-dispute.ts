import type * as bills from '../../../types/contracts/bills'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { move } from '../../shared/machine/machine'
import { countsAsSamePerson } from '../../shared/people/same-person-store'
import { reverseAccrual } from '../accrual-store'
import { getBill, saveState } from '../bill-store'
import { addEvent, listEvents } from '../line-store'
import { BILL_MACHINE } from '../rules/bill-machine'

/** Another employee than the one who issued the bill upholds or voids it, and what is void leaves the books; whoever asked is told. */
export const answerDispute: Answer<typeof bills.answerDispute> = async (
  { db, actor, reach, now, tell },
  { billId, answer, words },
) => {
  const bill = await getBill(db, actor, reach, billId)
  if (await countsAsSamePerson(db, actor, bill.issued_by)) throw new AppError('SECOND_PERSON')
  const state = move(BILL_MACHINE, bill.state, answer, { role: actor.role })
  await saveState(db, actor, billId, bill.state, state)
  const asked = (await listEvents(db, actor, billId)).find(({ act }) => act === 'dispute')
  await addEvent(db, actor, { billId, act: answer, toState: state, at: now, note: words })
  if (asked) await tell({ personId: asked.person_id }, 'disputeAnswered', billId)
  if (state === 'voided') await reverseAccrual(db, actor, { billId, now })
  return { billId, state }
}
