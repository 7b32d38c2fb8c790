import type * as members from '../../../types/contracts/members'
import type { Answer } from '../../shared/call/answer'
import { getCommunity, listPhones } from '../community-store'

/** What the community publishes about itself; the same for residents and strangers. */
export const readCommunity: Answer<typeof members.readCommunity> = async ({ db }, { communityId }) => {
  const community = await getCommunity(db, communityId)
  return {
    communityId,
    name: community.name,
    city: community.city,
    houseCount: community.house_count,
    ...(community.built_year !== null && { builtYear: community.built_year }),
    ...(community.enterprise_name !== null && { enterpriseName: community.enterprise_name }),
    ...(community.body_name !== null && { bodyName: community.body_name }),
    phones: await listPhones(db, communityId),
    rules: {
      packName: community.pack_name,
      publishWithinDays: community.publish_within_days,
      objectionDays: community.objection_days,
      answerWithinDays: community.answer_within_days,
      priceNoticeMonths: community.price_notice_months,
    },
  }
}
