import sql, { empty, type Sql } from 'sql-template-tag'
import * as z from 'zod'
import {
  ANNOUNCEMENT_KIND_IDS,
  ANNOUNCER_SIDE_IDS,
  type AnnouncementKind,
  type AnnouncerSide,
  type Outage,
  OUTAGE_IDS,
} from '../../types/vocabulary/announcement'
import { AppError } from '../shared/call/app-error'
import type { PageEnd } from '../shared/db/cursor'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

const AnnouncementRow = z.object({
  announcement_id: z.string(),
  kind: z.enum(ANNOUNCEMENT_KIND_IDS),
  title: z.string(),
  body: z.string(),
  outage: z.enum(OUTAGE_IDS).nullable(),
  starts_at: z.date().nullable(),
  ends_at: z.date().nullable(),
  buildings: z.array(z.string()),
  side: z.enum(ANNOUNCER_SIDE_IDS),
  posted_at: z.date(),
  withdrawn_at: z.date().nullable(),
  withdrawn_reason: z.string().nullable(),
  said_by: z.string().nullable(),
})
export type AnnouncementRow = z.output<typeof AnnouncementRow>

const listWhere = (db: Db, communityId: string, where: Sql, orderAndLimit: Sql): Promise<AnnouncementRow[]> =>
  db.many(
    AnnouncementRow,
    sql`
      select a.announcement_id, a.kind, a.title, a.body, a.outage, a.starts_at, a.ends_at, a.buildings, a.side, a.posted_at,
        a.withdrawn_at, a.withdrawn_reason,
        case a.side
          when 'enterprise' then enterprise.name
          when 'committee' then community.body_name
          else street.neighbourhood_name
        end as said_by
      from announcement a
      join community on community.community_id = a.community_id
      join street on street.street_id = community.street_id
      left join enterprise on enterprise.enterprise_id = community.enterprise_id
      where a.community_id = ${communityId} ${where}
      ${orderAndLimit}`,
  )

/** One page of everything a community was told, newest first, withdrawn ones included. */
export const listAnnouncements = (db: Db, communityId: string, page: { after: PageEnd | undefined; size: number }) =>
  listWhere(
    db,
    communityId,
    page.after ? sql`and (a.posted_at, a.announcement_id) < (${page.after.at}, ${page.after.id}::uuid)` : empty,
    sql`order by a.posted_at desc, a.announcement_id desc limit ${page.size}`,
  )

/** Planned outages that have not ended, the nearest first. */
export const listOutages = (db: Db, communityId: string, now: Date, most: number) =>
  listWhere(
    db,
    communityId,
    sql`and a.kind = 'outage' and a.ends_at > ${now} and a.withdrawn_at is null`,
    sql`order by a.starts_at, a.announcement_id limit ${most}`,
  )

/** The announcement, or NOT_FOUND. */
export async function getAnnouncement(db: Db, communityId: string, announcementId: string): Promise<AnnouncementRow> {
  const [row] = await listWhere(db, communityId, sql`and a.announcement_id = ${announcementId}`, empty)
  if (!row) throw new AppError('NOT_FOUND')
  return row
}

/** The buildings of a community, in the order people count them. */
export async function listBuildings(db: Db, communityId: string): Promise<string[]> {
  const rows = await db.many(
    z.object({ building: z.string() }),
    sql`
      select building
      from house
      where community_id = ${communityId}
      group by building
      order by nullif(regexp_replace(building, '\D', '', 'g'), '')::numeric nulls last, building`,
  )
  return rows.map((row) => row.building)
}

/** How many the community was told on a business day (Asia/Shanghai). */
export async function countPostedOn(db: Db, communityId: string, day: string): Promise<number> {
  const row = await db.one(
    z.object({ posted: z.int() }),
    sql`
      select count(*)::int as posted
      from announcement
      where community_id = ${communityId} and (posted_at at time zone 'Asia/Shanghai')::date = ${day}::date`,
  )
  return row.posted
}

export interface NewAnnouncement {
  announcementId: string
  kind: AnnouncementKind
  title: string
  text: string
  outage: { what: Outage; startsAt: string; endsAt: string } | undefined
  buildings: string[]
  side: AnnouncerSide
}

export const insertAnnouncement = (db: Db, actor: Actor, it: NewAnnouncement, now: Date) =>
  db.run(sql`
    insert into announcement (community_id, announcement_id, kind, title, body, outage, starts_at, ends_at, buildings, side,
      posted_by, posted_at)
    values (${actor.communityId}, ${it.announcementId}, ${it.kind}, ${it.title}, ${it.text}, ${it.outage?.what ?? null},
      ${it.outage?.startsAt ?? null}, ${it.outage?.endsAt ?? null}, ${it.buildings}, ${it.side}, ${actor.personId}, ${now})`)

/** Marks it withdrawn; somebody who was faster makes this WRONG_STATE. */
export async function saveWithdrawal(db: Db, actor: Actor, announcementId: string, reason: string, now: Date) {
  const changed = await db.run(sql`
    update announcement
    set withdrawn_by = ${actor.personId}, withdrawn_at = ${now}, withdrawn_reason = ${reason}
    where community_id = ${actor.communityId} and announcement_id = ${announcementId} and withdrawn_at is null`)
  if (changed === 0) throw new AppError('WRONG_STATE')
}
