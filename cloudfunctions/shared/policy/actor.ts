import type { Role } from '../../../types/vocabulary/roles'

/** A house as the doorway knows it. */
export interface ActorHouse {
  houseId: string
  building: string
  stair: string
  room: string
}

/** Whoever acts: a person in one live seat, as the database says, never as the client says. */
export interface Actor {
  identityId: string
  personId: string
  seatId: string
  role: Role
  communityId: string
  houses: ActorHouse[]
}
