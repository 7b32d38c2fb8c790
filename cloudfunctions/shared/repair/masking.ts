import { REPAIR_STATES, type RepairState } from '../../../types/vocabulary/repair'
import { categoryOf, type RepairCategory } from '../../../types/vocabulary/repair-category'
import { ROLES, type Role } from '../../../types/vocabulary/roles'
import { houseLabel } from '../people/house-label'

interface Address {
  building: string
  stair: string
  room: string
}

/** Whoever reads an order: their role, and whether it is theirs to do. */
export interface Reader {
  role: Role
  isAssignee: boolean
  state: RepairState
}

export const readerOf = (
  actor: { personId: string; role: Role },
  repair: { assignee_id: string | null; state: RepairState },
): Reader => ({ role: actor.role, isAssignee: repair.assignee_id === actor.personId, state: repair.state })

/** Roles that serve a house and must find its door. */
const SERVES_HOUSES: readonly Role[] = ['clerk', 'manager']
/** Roles that live in a house and read only its own orders. */
const LIVES_THERE: readonly Role[] = ['owner', 'family', 'tenant']

/** Whoever reads orders with the whole address, whatever their state. */
export const KNOWS_HOUSES: readonly Role[] = [...LIVES_THERE, ...SERVES_HOUSES]

/** A technician needs the door while the order is theirs to do, and no longer (model.md D5). */
const isOnTheJob = ({ role, isAssignee, state }: Reader): boolean =>
  role === 'technician' && isAssignee && REPAIR_STATES[state].open

const mayKnowHouse = (reader: Reader): boolean => KNOWS_HOUSES.includes(reader.role) || isOnTheJob(reader)

/** Photos of a common part are for every reader; those from inside a flat for whoever may know whose flat it is. */
export const mayOpenPhotos = (reader: Reader, category: RepairCategory): boolean =>
  categoryOf(category).part === 'common' || mayKnowHouse(reader)

/** Who may telephone the reporter: the desk, and the technician from taking the order on. */
export const mayCall = (reader: Reader): boolean =>
  SERVES_HOUSES.includes(reader.role) || (isOnTheJob(reader) && reader.state !== 'dispatched')

/** `1801` becomes `18**`: the floor may be known, the door not. */
const maskedRoom = (room: string): string => `${room.slice(0, -2)}**`

/** The house as this reader may see it: `3 栋 2 单元 1801`, or `3 栋 2 单元 18**` for those who only supervise. */
export const houseLabelFor = (reader: Reader, house: Address): string =>
  houseLabel(mayKnowHouse(reader) ? house : { ...house, room: maskedRoom(house.room) })

/** Typed words as this reader may see them: whoever may not know the house does not read its room there either. */
export function wordsFor(reader: Reader, text: string, house: Address): string {
  if (mayKnowHouse(reader)) return text
  const room = house.room.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')
  return text.replaceAll(new RegExp(`(?<![0-9])${room}(?![0-9])`, 'gu'), maskedRoom(house.room))
}

const COMPOUND_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '令狐', '慕容']

const surnameOf = (name: string): string => {
  const compound = COMPOUND_SURNAMES.find((surname) => name.startsWith(surname))
  return compound ?? [...name].slice(0, 1).join('')
}

/** `王建国` is 王师傅 to whoever he comes to. */
export const technicianName = (name: string): string => (name.endsWith('师傅') ? name : `${surnameOf(name)}师傅`)

/** `王女士` becomes `王**`. */
export const maskedName = (name: string): string => `${surnameOf(name)}**`

/**
 * The name beside an event: staff are named to all readers, a technician as 王师傅 outside the desk; residents are named
 * only to their house and to the desk, and to the technician on the job by surname.
 */
export function nameFor(reader: Reader, doer: { role: Role | null; name: string | null }): string | undefined {
  if (doer.role === null || doer.name === null) return undefined
  if (doer.role === 'technician') return SERVES_HOUSES.includes(reader.role) ? doer.name : technicianName(doer.name)
  if (ROLES[doer.role].desk !== 'resident') return doer.name
  if (isOnTheJob(reader)) return maskedName(doer.name)
  return mayKnowHouse(reader) ? doer.name : undefined
}
