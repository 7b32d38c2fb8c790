import type { Role } from '../../../types/vocabulary/roles'

type HouseRole = 'owner' | 'family' | 'tenant'

/** Whom somebody may bring to a house by a code: an owner the people who live there, the desk anyone. */
const MAY_INVITE: Partial<Record<Role, readonly HouseRole[]>> = {
  owner: ['family', 'tenant'],
  clerk: ['owner', 'family', 'tenant'],
  manager: ['owner', 'family', 'tenant'],
}

export const invitesOf = (role: Role): HouseRole[] => [...(MAY_INVITE[role] ?? [])]

/**
 * Whether somebody must first be named by the owner register before deciding who belongs to a house: an owner whom the desk
 * has bound against the register, or before it knows of a sale. Such a binding opens what a resident needs, and nobody else.
 */
export const needsRegister = (role: Role): boolean => role === 'owner'

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
