import type { Output } from '../../types/contracts'
import { movesFrom } from '../shared/machine/machine'
import type { Actor } from '../shared/policy/actor'
import type { AnnouncementRow } from './announcement-store'
import { ANNOUNCEMENT_MACHINE, sideOf, stateOf } from './rules/announcement-machine'

type Card = Output<'announcements.listAnnouncements'>['announcements'][number]

/** Where the community has not registered the name of an office, its kind stands there. */
const SIDE_WORDS = { enterprise: '物业服务企业', committee: '业主委员会', neighbourhood: '社区居委会' } as const

export const cardOf = (row: AnnouncementRow, reader: Actor | undefined): Card => ({
  announcementId: row.announcement_id,
  kind: row.kind,
  state: stateOf(row),
  title: row.title,
  ...(row.outage !== null &&
    row.starts_at !== null &&
    row.ends_at !== null && {
      outage: { what: row.outage, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString() },
    }),
  buildings: row.buildings,
  concernsMe: (reader?.houses ?? []).some(
    ({ building }) => row.buildings.length === 0 || row.buildings.includes(building),
  ),
  side: row.side,
  from: row.said_by ?? SIDE_WORDS[row.side],
  postedAt: row.posted_at.toISOString(),
})

/** What this reader may do next; withdrawing is for those who speak in the same name. */
export const movesOn = (row: AnnouncementRow, reader: Actor | undefined) =>
  reader && sideOf(reader.role) === row.side ? movesFrom(ANNOUNCEMENT_MACHINE, stateOf(row), { role: reader.role }) : []
