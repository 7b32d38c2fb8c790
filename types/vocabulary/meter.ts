/** What a meter counts, with the words and the unit of its dial. */
export const METER_UTILITIES = {
  water: { zh: '水', unit: '吨' },
  power: { zh: '电', unit: '度' },
  gas: { zh: '气', unit: '立方米' },
  heat: { zh: '热', unit: '千瓦时' },
} as const satisfies Record<string, { zh: string; unit: string }>

export type MeterUtility = keyof typeof METER_UTILITIES
export const METER_UTILITY_IDS = Object.keys(METER_UTILITIES) as [MeterUtility, ...MeterUtility[]]

export const METER_LIMITS = { serialMax: 30, placeMax: 40, multiplierMax: 100_000 } as const
