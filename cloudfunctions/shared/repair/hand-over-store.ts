import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../db/db'
import type { Tell } from '../outbox/outbox-store'
import type { Actor } from '../policy/actor'
import { addEvent } from './event-store'
import { settleTimes } from './settle-store'

const Task = z.object({ repair_id: z.string(), filed_at: z.date() })

/**
 * Takes the open tasks of a technician who leaves back to the desk, each with an event and a word to the clerks. What was
 * done and waits for its reporter stays as it is: nobody has to do anything about it. Gives how many were handed over.
 */
export async function handOverTasks(
  { db, actor, now, tell }: { db: Db; actor: Actor; now: Date; tell: Tell },
  leaverId: string,
): Promise<number> {
  const tasks = await db.many(
    Task,
    sql`
      update repair
      set state = 'received', assignee_id = null, returned = true
      where community_id = ${actor.communityId} and assignee_id = ${leaverId}
        and state in ('dispatched', 'taken', 'arrived', 'working')
      returning repair_id, filed_at`,
  )
  for (const { repair_id: repairId, filed_at } of tasks) {
    const state = 'received' as const
    await addEvent(db, actor.communityId, { repairId, act: 'handOver', toState: state, at: now, by: actor })
    await settleTimes(db, actor.communityId, { repair_id: repairId, filed_at, state }, now)
    await tell({ role: 'clerk' }, 'repairHandedOver', repairId)
  }
  return tasks.length
}
