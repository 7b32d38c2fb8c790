import type { Output } from '../../../types/contracts'
import { ANNOUNCEMENT_KINDS, OUTAGES, sayScope } from '../../../types/vocabulary/announcement'
import { businessDate, sayInstant } from '../../../types/vocabulary/dates'
import type { IconName } from '../../components/icon-names'
import type { Tone } from '../../components/row'

export type AnnouncementCard = Output<'announcements.listAnnouncements'>['announcements'][number]
type OutageTime = NonNullable<AnnouncementCard['outage']>

const KIND_ICONS: Record<AnnouncementCard['kind'], IconName> = {
  notice: 'bell',
  outage: 'circle-alert',
  works: 'wrench',
}
export const iconOf = ({ kind }: AnnouncementCard): IconName => KIND_ICONS[kind]

/** Warm while something is missing or soon will be; plain once it is over or taken back. */
export const toneOf = ({ state, outage }: AnnouncementCard, now: Date): Tone =>
  state === 'posted' && outage !== undefined && Date.parse(outage.endsAt) > now.getTime() ? 'due' : 'plain'

/** What kind it is in one word: 停水, 通知, 施工维护. */
export const kindWord = ({ kind, outage }: AnnouncementCard): string =>
  outage ? OUTAGES[outage.what].zh : ANNOUNCEMENT_KINDS[kind].zh

/** `11 月 25 日 9:00 到 17:00`; the second day only where it is another one. */
export function outageTime({ startsAt, endsAt }: OutageTime, now: Date): string {
  const begins = sayInstant(startsAt, now)
  const ends = sayInstant(endsAt, now)
  const sameDay = businessDate(startsAt) === businessDate(endsAt)
  return `${begins} 到 ${sameDay ? (ends.split(' ').at(-1) ?? ends) : ends}`
}

export const scopeWord = ({ buildings }: AnnouncementCard): string => sayScope(buildings)

/** Whether it is on at this moment. */
export const isOn = ({ startsAt }: OutageTime, now: Date): boolean => Date.parse(startsAt) <= now.getTime()
