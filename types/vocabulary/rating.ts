/** The words of a rating (评价): one for each repair, by its reporter, after it is confirmed. */
export const RATING_TAGS = {
  onTime: { zh: '来得准时', good: true },
  fixedWell: { zh: '修得好', good: true },
  polite: { zh: '态度好', good: true },
  tidy: { zh: '收拾干净', good: true },
  explained: { zh: '讲得清楚', good: true },
  late: { zh: '来晚了', good: false },
  notFixed: { zh: '没修好', good: false },
  rude: { zh: '态度不好', good: false },
  messy: { zh: '没收拾', good: false },
  wrongCharge: { zh: '乱收费', good: false },
} as const satisfies Record<string, { zh: string; good: boolean }>

export type RatingTag = keyof typeof RATING_TAGS
export const RATING_TAG_IDS = Object.keys(RATING_TAGS) as [RatingTag, ...RatingTag[]]

/** What each number of stars says, for whoever hears it instead of seeing it. */
export const STAR_WORDS = { 1: '很不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '很满意' } as const
export type Stars = keyof typeof STAR_WORDS

export const RATING_LIMITS = {
  starsMin: 1,
  starsMax: 5,
  tagsMax: 5,
  wordsMax: 200,
  /** Days from the confirmation in which a rating may be given. */
  givenWithinDays: 30,
  /** Days from the first word in which its reporter may change it; then it is frozen. */
  changedWithinDays: 7,
} as const

/** What a reporter may do about the rating of an order; offered among the moves of the order. */
export const RATING_ACTS = {
  rate: { zh: '评价' },
  changeRating: { zh: '改评价' },
} as const satisfies Record<string, { zh: string }>
export type RatingAct = keyof typeof RATING_ACTS
export const RATING_ACT_IDS = Object.keys(RATING_ACTS) as [RatingAct, ...RatingAct[]]
