import type { RegisterMatch } from '../../../types/vocabulary/binding'

export interface RegisteredOwner {
  name: string
  phone: string | null
}

/** How far an application agrees with the owners that the register names for the house; it decides nothing. */
export function matchOf(
  application: { name: string; phone: string },
  houseExists: boolean,
  owners: readonly RegisteredOwner[],
): RegisterMatch {
  if (!houseExists) return 'unknownHouse'
  if (owners.length === 0) return 'unregistered'
  const fits = owners.map((owner) => ({
    name: owner.name === application.name,
    phone: owner.phone === application.phone,
  }))
  if (fits.some((one) => one.name && one.phone)) return 'full'
  if (fits.some((one) => one.name)) return 'name'
  return fits.some((one) => one.phone) ? 'phone' : 'none'
}

/** A telephone as a clerk may read it in a list: enough to compare, not enough to dial. */
export const maskPhone = (phone: string): string => phone.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2')
