import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { cardFor } from '../repair-card'
import { getRepair, listEvents } from '../repair-store'
import { nameFor, wordsFor } from '../rules/masking'

/** One order with its history and what this person may do next. */
export const readRepair: Answer<typeof repairs.readRepair> = async ({ db, actor, reach }, { repairId }) => {
  const repair = await getRepair(db, actor, reach, repairId)
  const events = await listEvents(db, actor, repairId)
  return {
    ...cardFor(actor, repair),
    events: events.map((event) => {
      const name = nameFor(actor.role, event)
      return {
        act: event.act,
        at: event.at.toISOString(),
        role: event.role,
        mine: event.person_id === actor.personId,
        ...(name && { name }),
        ...(event.note && { note: wordsFor(actor.role, event.note, repair) }),
      }
    }),
  }
}
