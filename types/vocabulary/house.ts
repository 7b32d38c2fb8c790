/** How a house is used, with the words that registers use. */
export const HOUSE_USES = {
  residential: { zh: '住宅' },
  commercial: { zh: '商业' },
  parking: { zh: '车位' },
  storage: { zh: '储藏' },
  other: { zh: '其他' },
} as const satisfies Record<string, { zh: string }>

export type HouseUse = keyof typeof HOUSE_USES

/** Where the area of a house comes from: the title certificate first, else a survey, else the sales contract. */
export const AREA_SOURCES = {
  certificate: { zh: '产权证' },
  survey: { zh: '实测' },
  contract: { zh: '合同' },
} as const satisfies Record<string, { zh: string }>

export type AreaSource = keyof typeof AREA_SOURCES
export const AREA_SOURCE_IDS = Object.keys(AREA_SOURCES) as [AreaSource, ...AreaSource[]]

/** The first area that a register gives for a house holds for all earlier days too: nobody knows another. */
export const AREA_KNOWN_SINCE = '1900-01-01'
