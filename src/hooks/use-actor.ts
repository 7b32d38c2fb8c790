import type { Output } from '../../types/contracts'
import { ROLES, type Desk } from '../../types/vocabulary/roles'
import { useCall, type Called } from './use-call'

export type Me = Output<'members.showMe'>
export type Seat = Me['seats'][number]

export interface Actor extends Called<Me> {
  /** The seat that now acts; absent for a visitor. */
  seat: Seat | undefined
  desk: Desk | 'visitor'
}

/** Who is using the program, and in which seat. */
export function useActor(everyMs?: number): Actor {
  const me = useCall('members.showMe', {}, { everyMs })
  const seat = me.data?.seats.find(({ seatId }) => seatId === me.data?.seatId)
  return { ...me, seat, desk: seat ? ROLES[seat.role].desk : 'visitor' }
}
