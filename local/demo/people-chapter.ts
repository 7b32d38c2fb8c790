import type { ActAs } from './act-as'
import { JINXIU_SHEETS } from './registers'

const COMMUNITY = '锦绣花园'
const OWNER = 'lin'
const MANAGER = 'zhou-min'
const INVITED = '马师傅'
const PEOPLE = { applicant: 'newcomer', mother: 'lin-mother' } as const

/**
 * People come to their houses: a new owner has applied and waits for the clerk, and 林女士's mother has joined the
 * household with a code from her daughter. One technician of the register has been invited and has not come yet.
 */
export async function bringPeople(actAs: ActAs, log: (line: string) => void): Promise<void> {
  const { communities } = await actAs(OWNER)('members.findCommunities', { name: COMMUNITY })
  const communityId = communities[0]?.communityId
  if (!communityId) throw new Error(`${COMMUNITY} is not founded`)
  if (await applies(actAs, communityId)) log('the owner of 2-1-0501 applied and waits for the clerk')
  if (await joins(actAs, communityId)) log('林女士 brought her mother home with a code')
  if (await invites(actAs)) log('马师傅 of the personnel register may take up his office')
}

/** Nobody applies twice: what was asked once, waits or is decided. */
async function applies(actAs: ActAs, communityId: string): Promise<boolean> {
  const applicant = actAs(PEOPLE.applicant)
  if ((await applicant('members.listMyApplications', {})).applications.length > 0) return false
  const registered = JINXIU_SHEETS.owners.find((row) => row.slice(0, 3).join('-') === '2-1-0501')
  const [building = '', stair = '', room = '', name = '', phone = ''] = registered ?? []
  await applicant('members.applyForHouse', { communityId, building, stair, room, role: 'owner', name, phone })
  return true
}

/** The manager opens the office of a registered technician, who then comes by the telephone of the register. */
async function invites(actAs: ActAs): Promise<boolean> {
  const manager = actAs(MANAGER)
  const { notJoined } = await manager('members.listStaff', {})
  const member = notJoined.find(({ name, invitedUntil }) => name === INVITED && invitedUntil === undefined)
  if (member) await manager('members.inviteStaff', { staffId: member.staffId })
  return member !== undefined
}

async function joins(actAs: ActAs, communityId: string): Promise<boolean> {
  const mother = actAs(PEOPLE.mother)
  if ((await mother('members.showMe', {})).seats.length > 0) return false
  const { seats } = await actAs(OWNER)('members.showMe', {})
  const houseId = seats.flatMap((seat) => seat.houses)[0]?.houseId
  if (!houseId) throw new Error('林女士 has no house')
  const { code } = await actAs(OWNER)('members.issueClaimCode', { houseId, role: 'family' })
  if (!code) throw new Error('a fresh code is shown')
  await mother('members.useClaimCode', { communityId, code, name: '林妈妈' })
  return true
}
