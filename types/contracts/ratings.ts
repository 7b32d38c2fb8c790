import * as z from 'zod'
import { RATING_LIMITS, RATING_TAG_IDS } from '../vocabulary/rating'
import { act, id, instant, read, words } from './contract'

const given = {
  repairId: id(),
  stars: z
    .int({ error: '请点星星打分' })
    .min(RATING_LIMITS.starsMin, { error: '最少一颗星' })
    .max(RATING_LIMITS.starsMax, { error: '最多五颗星' }),
  tags: z
    .array(z.enum(RATING_TAG_IDS))
    .max(RATING_LIMITS.tagsMax, { error: `最多选 ${RATING_LIMITS.tagsMax} 个标签` })
    .refine((tags) => new Set(tags).size === tags.length, { error: '同一个标签只选一次' })
    .default([]),
  words: words({ min: 0, max: RATING_LIMITS.wordsMax, what: '评价' }).optional(),
}

/** One rating for each repair, by its reporter, within thirty days of the confirmation. */
export const rateRepair = act({
  about: 'repair',
  input: z.strictObject(given),
  output: z.object({ repairId: id(), changeableUntil: instant() }),
})

/** Within seven days of the first word its writer may change it; after that it is frozen. */
export const changeRating = act({
  about: 'repair',
  input: z.strictObject(given),
  output: z.object({ repairId: id(), changeableUntil: instant() }),
})

export const readRating = read({
  input: z.strictObject({ repairId: id() }),
  output: z.object({
    rating: z
      .object({
        stars: z.int(),
        tags: z.array(z.enum(RATING_TAG_IDS)),
        words: z.string().optional(),
        ratedAt: instant(),
        changedAt: instant().optional(),
        changeableUntil: instant(),
        mine: z.boolean(),
      })
      .optional(),
    /** Until when this reader may still rate; absent for whoever may not. */
    mayRateUntil: instant().optional(),
  }),
})
