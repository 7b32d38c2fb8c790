import * as z from 'zod'
import {
  ANNOUNCEMENT_ACT_IDS,
  ANNOUNCEMENT_KIND_IDS,
  ANNOUNCEMENT_LIMITS,
  ANNOUNCEMENT_STATE_IDS,
  ANNOUNCER_SIDE_IDS,
  OUTAGE_IDS,
} from '../vocabulary/announcement'
import { act, cursor, id, instant, open, read, words } from './contract'

const card = z.object({
  announcementId: id(),
  kind: z.enum(ANNOUNCEMENT_KIND_IDS),
  state: z.enum(ANNOUNCEMENT_STATE_IDS),
  title: z.string(),
  /** Present for a planned outage: what is missing, and from when to when, half-open. */
  outage: z.object({ what: z.enum(OUTAGE_IDS), startsAt: instant(), endsAt: instant() }).optional(),
  /** The buildings it concerns; none means all of them. */
  buildings: z.array(z.string()),
  /** True when it concerns a house of the acting seat; staff and strangers read along with false. */
  concernsMe: z.boolean(),
  side: z.enum(ANNOUNCER_SIDE_IDS),
  /** Who says so: the enterprise, the committee or the neighbourhood by name; never a person. */
  from: z.string(),
  postedAt: instant(),
})

const move = z.object({
  act: z.enum(ANNOUNCEMENT_ACT_IDS),
  does: z.string(),
  call: z.enum(['announcements.withdrawAnnouncement']),
})

/** Everything a community was told, newest first; the same for residents and strangers. */
export const listAnnouncements = open({
  input: z.strictObject({ communityId: id(), after: cursor() }),
  output: z.object({ announcements: z.array(card).max(20), next: z.string().optional() }),
})

/** Planned outages that are on or still to come, the nearest first. */
export const listOutages = open({
  input: z.strictObject({ communityId: id() }),
  output: z.object({ outages: z.array(card).max(20), now: instant() }),
})

export const readAnnouncement = open({
  input: z.strictObject({ communityId: id(), announcementId: id() }),
  output: card.extend({
    text: z.string(),
    withdrawn: z.object({ at: instant(), reason: z.string() }).optional(),
    moves: z.array(move),
    now: instant(),
  }),
})

/** What whoever writes one may choose from. */
export const listBuildings = read({
  input: z.strictObject({}),
  output: z.object({ buildings: z.array(z.string()) }),
})

const LIMITS = ANNOUNCEMENT_LIMITS

export const postAnnouncement = act({
  about: 'announcement',
  input: z.strictObject({
    kind: z.enum(ANNOUNCEMENT_KIND_IDS),
    title: words({ min: LIMITS.titleMin, max: LIMITS.titleMax, what: '标题' }),
    text: words({ min: LIMITS.textMin, max: LIMITS.textMax, what: '正文' }),
    outage: z.strictObject({ what: z.enum(OUTAGE_IDS), startsAt: instant(), endsAt: instant() }).optional(),
    buildings: z.array(z.string().min(1).max(20)).max(LIMITS.buildingsMax),
  }),
  output: z.object({ announcementId: id(), state: z.enum(ANNOUNCEMENT_STATE_IDS) }),
})

/** Takes it back with a reason that stays beside it: what was once said is never rewritten, only withdrawn. */
export const withdrawAnnouncement = act({
  about: 'announcement',
  input: z.strictObject({
    announcementId: id(),
    reason: words({ min: LIMITS.reasonMin, max: LIMITS.reasonMax, what: '撤回的原因' }),
  }),
  output: z.object({ announcementId: id(), state: z.enum(ANNOUNCEMENT_STATE_IDS), moves: z.array(move) }),
})
