import type { Role } from '../../../types/vocabulary/roles'

/** Letting a house pay less is the manager's alone: it takes from all others. */
export const mayRelieve = (role: Role): boolean => role === 'manager'
