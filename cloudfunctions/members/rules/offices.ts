import { APPOINTS, type AppointableRole, type CodePurpose } from '../../../types/vocabulary/binding'
import type { Role } from '../../../types/vocabulary/roles'

const appoints: Partial<Record<Role, readonly AppointableRole[]>> = APPOINTS

/** The offices that this role appoints to and ends: each side only its own. */
export const officesOf = (role: Role): readonly AppointableRole[] => appoints[role] ?? []

export const mayAppoint = (actor: Role, office: Role): boolean => officesOf(actor).some((role) => role === office)

/** Committee and supervisor rest on a decision, which is named with them. */
export const needsDocument = (office: Role): boolean => office === 'committee' || office === 'supervisor'

export interface OpenWork {
  /** Claim codes that the leaver handed out and nobody has used. */
  openCodes: number
}

export interface HandOver {
  /** A leaver's open codes would go on opening houses in the name of somebody who no longer answers for them. */
  revokeCodes: boolean
}

/**
 * What happens to the open work of whoever leaves. Applications wait in the community's common list and name no employee,
 * so the next one at the desk already has them; codes that name the leaver are taken back, and so are a technician's open
 * work orders (`shared/repair/hand-over-store.ts`).
 */
export const handOver = (work: OpenWork): HandOver => ({ revokeCodes: work.openCodes > 0 })

/** Whose codes somebody looks after: those for offices belong to whoever appoints to them, all others to the desk. */
export function keepsCode(actor: Role, code: { purpose: CodePurpose; role: Role | null }): boolean {
  if (code.purpose === 'office') return code.role !== null && mayAppoint(actor, code.role)
  return actor === 'clerk' || actor === 'manager' || (actor === 'owner' && code.purpose === 'house')
}
