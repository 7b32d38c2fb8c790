/** Who somebody is, as far as second-person rules compare: the person over all roles and accounts, and the telephone. */
export interface WhoIs {
  personId: string
  phone: string | null
}

/** One telephone number counts as one person, so that nobody is their own second person through another account. */
export const isSamePerson = (one: WhoIs, other: WhoIs): boolean =>
  one.personId === other.personId || (one.phone !== null && one.phone === other.phone)
