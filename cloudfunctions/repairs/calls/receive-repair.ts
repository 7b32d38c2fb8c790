import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { move, movesFrom } from '../../shared/machine/machine'
import { addEvent, getRepair, saveState } from '../repair-store'
import { REPAIR_MACHINE } from '../rules/repair-machine'
import { standingTo } from '../rules/standing'

/** The clerk takes the order in; its reporter is told. */
export const receiveRepair: Answer<typeof repairs.receiveRepair> = async (
  { db, actor, reach, now, tell },
  { repairId },
) => {
  const repair = await getRepair(db, actor, reach, repairId)
  const standing = standingTo(repair, actor)
  const state = move(REPAIR_MACHINE, repair.state, 'receive', standing)
  await saveState(db, actor, repairId, repair.state, state)
  await addEvent(db, actor, { repairId, act: 'receive', toState: state, at: now })
  await tell({ personId: repair.reporter_id }, 'repairReceived', repairId)
  return { repairId, state, moves: movesFrom(REPAIR_MACHINE, state, standing) }
}
