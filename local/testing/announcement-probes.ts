import { main as announcements } from '../../cloudfunctions/announcements'
import type { CallName } from '../../types/contracts'
import { type Probe, type ProbeGround, type Target, TARGETS } from './probe'
import { callAs, yes } from './stage'
import { holderOf } from './two-communities'

type AnnouncementCall = Extract<CallName, `announcements.${string}`>

const WORDS = { kind: 'notice', title: '矩阵里的公告', text: '给矩阵看的公告', buildings: [] } as const

/** Probes of announcements; each aims at a fresh one, because a withdrawn one is spent. */
export function announcementProbes(ground: ProbeGround): { [N in AnnouncementCall]: Probe<N> } {
  /** Posted by whoever speaks in the caller's own name where that can be: only the same office may withdraw. */
  const postedIn = async (target: Target, caller: string) => {
    const { community } = TARGETS[target]
    // Twenty a day is the limit of one community, and the matrix posts more than that.
    await ground.stage().see('alter table announcement disable trigger never_rewritten')
    await ground.stage().see("update announcement set posted_at = posted_at - interval '2 days'")
    await ground.stage().see('alter table announcement enable trigger never_rewritten')
    const office = (['committee', 'neighbourhood'] as const).find((role) => caller.endsWith(`-${role}`)) ?? 'clerk'
    return yes(
      callAs(announcements, holderOf(community, office), 'announcements.postAnnouncement', {
        ...WORDS,
        buildings: [],
      }),
    )
  }
  const communityOf = (target: Target) => ({ communityId: ground.communityOf(target) })
  return {
    'announcements.listAnnouncements': { aim: async (target) => communityOf(target) },
    'announcements.listOutages': { aim: async (target) => communityOf(target) },
    'announcements.readAnnouncement': {
      aim: async (target, caller) => ({
        ...communityOf(target),
        announcementId: (await postedIn(target, caller)).announcementId,
      }),
    },
    'announcements.listBuildings': { aim: async () => ({}), shows: (_data, target) => target !== 'otherCommunity' },
    'announcements.postAnnouncement': {
      aim: async () => ({ ...WORDS, buildings: [] }),
      shows: async (data, target) =>
        (
          await ground
            .stage()
            .see('select 1 from announcement where community_id = $1 and announcement_id = $2', [
              ground.communityOf(target),
              (data as { announcementId: string }).announcementId,
            ])
        ).length === 1,
    },
    'announcements.withdrawAnnouncement': {
      aim: async (target, caller) => ({
        announcementId: (await postedIn(target, caller)).announcementId,
        reason: '日期写错了',
      }),
    },
  }
}
