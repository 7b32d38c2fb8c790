import type { Role } from '../../../types/vocabulary/roles'

/** An account that a person signs in with. */
export interface FoundingIdentity {
  provider: 'wx' | 'cloudbase'
  app: string
  subject: string
}

export interface FoundingPerson {
  name: string
  phone?: string | undefined
  identities: FoundingIdentity[]
  /** `houses` by address, `building-stair-room`, for owner, family and tenant; an office name for the others. */
  seats: { role: Role; houses?: string[]; officeName?: string }[]
}

/** A house by its address alone, `building-stair-room`, or with what the register says of it. */
export type FoundingHouse = string | { address: string; area100: number; deliveredOn?: string }

/** What a grade promises, with the clause that says so; minutes only where the clause names minutes. */
export interface FoundingPromise {
  dimension: string
  clauseNo: string
  words: string
  /** Which of the three clocks the minutes belong to: to take, to arrive, to finish. */
  clock?: 'take' | 'arrive' | 'finish' | undefined
  minutes?: number | undefined
  calendar?: 'always' | 'service hours' | undefined
  /** Which repairs the minutes are promised for; none given: every repair. */
  repairs?: 'urgent' | 'general' | undefined
}

/** A service standard with its grades, compared by rank alone: in some places 一级 is the best grade, in others the lowest. */
export interface FoundingStandard {
  standardId: string
  name: string
  grades: {
    code: string
    /** Higher is better. */
    rank: number
    promises: FoundingPromise[]
  }[]
}

/** What a city says a square metre costs a month at each grade, and how far an actual price may float. */
export interface FoundingGuidePrices {
  document: string
  fromOn: string
  floatPercent: number
  /** In 1/10000 yuan; the code is one of the standard's grades. */
  prices: { gradeCode: string; withLiftE4: number; withoutLiftE4: number }[]
}

/** The service contract between the owners and the enterprise. */
export interface FoundingContract {
  number: string
  gradeCode: string
  chargeMode: 'lump sum' | 'remuneration'
  fromOn: string
  untilOn?: string | undefined
  /** Days from the issue of a bill to its due date. */
  dueDays: number
}

export interface Founding {
  street: { name: string; neighbourhoodName: string }
  enterprise: { name: string }
  community: {
    name: string
    city: string
    builtYear?: number | undefined
    bodyName?: string | undefined
    /** Guide prices with a lift and without differ; left out where it is not known. */
    hasLift?: boolean | undefined
  }
  phones: { label: string; number: string; hours: string }[]
  /** The standard that the contract names a grade of. A standard that the database knows already stays as it is. */
  standard?: FoundingStandard | undefined
  /** Of the city, for the standard above. Prices that the database knows already stay as they are. */
  guidePrices?: FoundingGuidePrices | undefined
  /** Absent while the owners have not signed one. */
  contract?: FoundingContract | undefined
  houses: FoundingHouse[]
  people: FoundingPerson[]
}
