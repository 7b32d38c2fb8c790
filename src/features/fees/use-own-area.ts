import type { Seat } from '../../hooks/use-actor'
import { useCall } from '../../hooks/use-call'

/** The area of the first house of a seat, where the register has one; undefined for everyone else. */
export function useOwnArea(seat: Seat | undefined): number | undefined {
  const houseId = seat?.houses[0]?.houseId
  return useCall('fees.readHouseArea', { houseId: houseId ?? '' }, { enabled: houseId !== undefined }).data?.area100
}
