import type * as repairs from '../../../types/contracts/repairs'
import type { Answer } from '../../shared/call/answer'
import { listTechnicians as listRows } from '../history-store'

/** Who can be sent, with how much each has to do. */
export const listTechnicians: Answer<typeof repairs.listTechnicians> = async ({ db, actor, now }) => ({
  technicians: (await listRows(db, actor, now)).map((row) => ({
    technicianId: row.person_id,
    name: row.name,
    ...(row.office_name !== null && { office: row.office_name }),
    openTasks: row.open_tasks,
  })),
})
