import { ROLES, type Role } from '../../../types/vocabulary/roles'
import type { ActorHouse } from '../../shared/policy/actor'
import { houseLabel } from '../../shared/people/house-label'

/** Roles that serve a house and must find its door. */
const SERVES_HOUSES: readonly Role[] = ['clerk', 'manager']

/** Whether this reader may know which house it is: its own people and those who serve it. */
const mayKnowHouse = (role: Role): boolean => ROLES[role].desk === 'resident' || SERVES_HOUSES.includes(role)

/** The house as this reader may see it: `3 栋 2 单元 1801`, or `3 栋 2 单元 18**` for those who only supervise. */
export function houseLabelFor(reader: Role, house: Omit<ActorHouse, 'houseId'>): string {
  const label = houseLabel(house)
  return mayKnowHouse(reader) ? label : label.replace(/..$/, '**')
}

/** The name beside an event: staff are named to all readers, residents only to their house and to those who serve it. */
export function nameFor(reader: Role, doer: { role: Role; name: string | null }): string | undefined {
  const isResident = ROLES[doer.role].desk === 'resident'
  return doer.name !== null && (!isResident || mayKnowHouse(reader)) ? doer.name : undefined
}
