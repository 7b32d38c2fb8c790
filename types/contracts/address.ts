import { BINDING_LIMITS } from '../vocabulary/binding'
import { words } from './contract'

/** One of the three parts of a house's address, as somebody types it. */
export const addressPart = (what: string) => words({ min: 1, max: BINDING_LIMITS.addressPartMax, what })
