import type { TestStage } from './stage'

/** Lets the register of a community name whoever is bound as owner and is not named yet. */
export const nameOwners = (stage: TestStage, communityId: string) =>
  stage.see(
    `with known as (insert into owner (community_id, owner_id, kind, name) values ($1, gen_random_uuid(), 'person', '登记的业主') returning owner_id)
     update binding set owner_id = known.owner_id from seat, known
     where seat.community_id = $1 and seat.community_id = binding.community_id and seat.seat_id = binding.seat_id
       and seat.role = 'owner' and binding.owner_id is null`,
    [communityId],
  )
