import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { move, movesFrom } from '../../shared/machine/machine'
import { addEvent, getRepair, saveState } from '../repair-store'
import { REPAIR_MACHINE } from '../rules/repair-machine'
import { standingTo } from '../rules/standing'

/** The reporter takes the report back, with a reason if there is one; the clerks are told. */
export const withdrawRepair: Answer<typeof repairs.withdrawRepair> = async (
  { db, actor, reach, now, tell },
  { repairId, reason },
) => {
  const repair = await getRepair(db, actor, reach, repairId)
  const standing = standingTo(repair, actor)
  const state = move(REPAIR_MACHINE, repair.state, 'withdraw', standing)
  await saveState(db, actor, repairId, repair.state, state)
  await addEvent(db, actor, { repairId, act: 'withdraw', toState: state, at: now, note: reason })
  await tell({ role: 'clerk' }, 'repairWithdrawn', repairId)
  return { repairId, state, moves: movesFrom(REPAIR_MACHINE, state, standing) }
}
