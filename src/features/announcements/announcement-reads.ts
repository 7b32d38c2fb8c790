import type { ReadName } from '../../../types/contracts'

/** What a posted or withdrawn announcement changes on the screens. */
export const ANNOUNCEMENT_READS = [
  'announcements.listAnnouncements',
  'announcements.listOutages',
  'announcements.readAnnouncement',
] as const satisfies ReadName[]
