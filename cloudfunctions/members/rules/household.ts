import type { Role } from '../../../types/vocabulary/roles'

type HouseRole = 'owner' | 'family' | 'tenant'

/** Whom somebody may bring to a house by a code: an owner the people who live there, the desk anyone. */
const MAY_INVITE: Partial<Record<Role, readonly HouseRole[]>> = {
  owner: ['family', 'tenant'],
  clerk: ['owner', 'family', 'tenant'],
  manager: ['owner', 'family', 'tenant'],
}

export const invitesOf = (role: Role): HouseRole[] => [...(MAY_INVITE[role] ?? [])]

/** The desk ends any binding, an owner those of family and tenants, and whoever lives there their own when moving out. */
export function mayEndBinding(actor: { role: Role; seatId: string }, binding: { role: Role; seatId: string }): boolean {
  if (actor.role === 'clerk' || actor.role === 'manager') return true
  if (actor.role === 'owner') return binding.role === 'family' || binding.role === 'tenant'
  return binding.seatId === actor.seatId
}

/**
 * Whether the family's bindings end with this one: the family is there through the owner; a tenant is there by the
 * lease, which a sale does not break (Civil Code 民法典 article 725).
 */
export const takesFamilyAlong = (binding: { role: Role }, ownersLeft: number): boolean =>
  binding.role === 'owner' && ownersLeft === 0
