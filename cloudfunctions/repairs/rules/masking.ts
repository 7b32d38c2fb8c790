import { ROLES, type Role } from '../../../types/vocabulary/roles'
import { houseLabel } from '../../shared/people/house-label'

interface Address {
  building: string
  stair: string
  room: string
}

/** Roles that serve a house and must find its door. */
const SERVES_HOUSES: readonly Role[] = ['clerk', 'manager']
/** Roles that live in a house and read only its own orders. */
const LIVES_THERE: readonly Role[] = ['owner', 'family', 'tenant']

const mayKnowHouse = (role: Role): boolean => LIVES_THERE.includes(role) || SERVES_HOUSES.includes(role)

/** `1801` becomes `18**`: the floor may be known, the door not. */
const maskedRoom = (room: string): string => `${room.slice(0, -2)}**`

/** The house as this reader may see it: `3 栋 2 单元 1801`, or `3 栋 2 单元 18**` for those who only supervise. */
export const houseLabelFor = (reader: Role, house: Address): string =>
  houseLabel(mayKnowHouse(reader) ? house : { ...house, room: maskedRoom(house.room) })

/** Typed words as this reader may see them: whoever may not know the house does not read its room there either. */
export function wordsFor(reader: Role, text: string, house: Address): string {
  if (mayKnowHouse(reader)) return text
  const room = house.room.replaceAll(/[^\p{L}\p{N}]/gu, '\\$&')
  return text.replaceAll(new RegExp(`(?<![0-9])${room}(?![0-9])`, 'gu'), maskedRoom(house.room))
}

/** The name beside an event: staff are named to all readers, residents only to their house and to those who serve it. */
export function nameFor(reader: Role, doer: { role: Role; name: string | null }): string | undefined {
  const isResident = ROLES[doer.role].desk === 'resident'
  return doer.name !== null && (!isResident || mayKnowHouse(reader)) ? doer.name : undefined
}
