import type { RowsOf, Rule } from './rule'

const ANNOUNCER_ROLES = {
  clerk: 'community',
  manager: 'community',
  committee: 'community',
  neighbourhood: 'community',
} as const satisfies Rule['who']

export const ANNOUNCEMENTS_ROWS = {
  'announcements.listAnnouncements': { does: '看通知公告', who: { everyone: 'everyone' } },
  'announcements.listOutages': { does: '看停水停电', who: { everyone: 'everyone' } },
  'announcements.readAnnouncement': { does: '看一份公告', who: { everyone: 'everyone' } },
  'announcements.listBuildings': { does: '看公告可选的楼栋', who: ANNOUNCER_ROLES },
  'announcements.postAnnouncement': { does: '贴公告', who: ANNOUNCER_ROLES },
  'announcements.withdrawAnnouncement': { does: '撤回公告', who: ANNOUNCER_ROLES },
} as const satisfies RowsOf<'announcements'>
