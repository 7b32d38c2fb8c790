import {
  ANNOUNCERS,
  type AnnouncementAct,
  type AnnouncementState,
  type AnnouncerSide,
} from '../../../types/vocabulary/announcement'
import type { Role } from '../../../types/vocabulary/roles'
import type { Machine, Transition } from '../../shared/machine/machine'

export const FIRST_ANNOUNCEMENT_STATE = 'posted' satisfies AnnouncementState

/** 通知公告: what was posted stays readable for ever; it can only be withdrawn, by whoever shares the name under it. */
export const ANNOUNCEMENT_MACHINE = {
  withdraw: {
    does: '撤回',
    from: ['posted'],
    to: 'withdrawn',
    by: ['clerk', 'manager', 'committee', 'neighbourhood'],
    call: 'announcements.withdrawAnnouncement',
  },
} as const satisfies Machine<AnnouncementState, AnnouncementAct> &
  Record<AnnouncementAct, Transition<AnnouncementState> & { call: 'announcements.withdrawAnnouncement' }>

/** In whose name this role speaks; undefined for those who announce nothing. */
export const sideOf = (role: Role): AnnouncerSide | undefined =>
  role in ANNOUNCERS ? ANNOUNCERS[role as keyof typeof ANNOUNCERS] : undefined // `in` has just shown that it is a key

export const stateOf = (row: { withdrawn_at: Date | null }): AnnouncementState =>
  row.withdrawn_at === null ? FIRST_ANNOUNCEMENT_STATE : 'withdrawn'
