import type { UnfixedReason } from '../../types/vocabulary/repair'
import type { Seated } from '../shared/call/answer'
import { refuseOn } from '../shared/db/constraint'
import { move } from '../shared/machine/machine'
import { addEvent } from '../shared/repair/event-store'
import { settleTimes } from '../shared/repair/settle-store'
import { movesFor } from './repair-card'
import { type Change, getRepair, type RepairRow, saveMove } from './repair-store'
import { REPAIR_MACHINE, type RepairMove } from './rules/repair-machine'
import { standingTo } from './rules/standing'

interface Told {
  note?: string | undefined
  toPersonId?: string
  detail?: UnfixedReason
  photoIds?: readonly string[]
}

/**
 * One move of one order: the machine allows it, the row moves if nobody was faster, the event is kept, the clocks are
 * settled. Gives the order as it was found and the reply that every move has.
 */
export async function moveRepair(
  { db, actor, reach, now }: Seated,
  repairId: string,
  act: RepairMove,
  { change = {}, told = {} }: { change?: Change; told?: Told } = {},
) {
  const before = await getRepair(db, actor, reach, repairId)
  const state = move(REPAIR_MACHINE, before.state, act, standingTo(before, actor))
  await saveMove(db, actor, before, state, change)
  const event = { repairId, act, toState: state, at: now, by: actor, ...told }
  await refuseOn({ repair_photo_pkey: 'FILE_TICKET_USED' }, addEvent(db, actor.communityId, event))
  await settleTimes(db, actor.communityId, { ...before, state }, now)
  const after: RepairRow = {
    ...before,
    state,
    assignee_id: change.assigneeId === undefined ? before.assignee_id : change.assigneeId,
    confirmed_at: change.confirmedAt ?? before.confirmed_at,
  }
  return { before, reply: { repairId, state, moves: movesFor(actor, after, now) } }
}
