import sql from 'sql-template-tag'
import * as z from 'zod'
import type { Db } from '../shared/db/db'

const GuideRow = z
  .object({ grade_code: z.string(), price_e4: z.int(), float_percent: z.int(), document: z.string() })
  .transform(({ grade_code, price_e4, float_percent, document }) => ({
    gradeCode: grade_code,
    priceE4: price_e4,
    floatPercent: float_percent,
    document,
  }))

/** The guide prices that the community's city has for each grade of a standard on a day; none where its lifts are unknown. */
export const listGuidePrices = (
  db: Db,
  communityId: string,
  { standardId, day }: { standardId: string; day: string },
) =>
  db.many(
    GuideRow,
    sql`
      select distinct on (guide.grade_code) guide.grade_code, guide.price_e4, guide.float_percent, guide.document
      from community
      join guide_price guide on guide.city = community.city and guide.with_lift = community.has_lift
      where community.community_id = ${communityId} and guide.standard_id = ${standardId} and guide.from_on <= ${day}
      order by guide.grade_code, guide.from_on desc
      limit 20`,
  )
