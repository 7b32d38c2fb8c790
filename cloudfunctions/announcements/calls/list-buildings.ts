import type * as announcements from '../../../types/contracts/announcements'
import type { Answer } from '../../shared/call/answer'
import { listBuildings as listNames } from '../announcement-store'

/** The buildings that an announcement can be for. */
export const listBuildings: Answer<typeof announcements.listBuildings> = async ({ db, actor }) => ({
  buildings: await listNames(db, actor.communityId),
})
