/** Bounds of areas, prices and trial sums, for forms and schemas alike. */
export const FEE_LIMITS = {
  /** 1,000,000 m²: more than any house. */
  area100Max: 100_000_000,
  /** 10,000 yuan per m² and month. */
  priceE4Max: 100_000_000,
  /** Ten years, with leap days. */
  quoteDaysMax: 3_653,
} as const
