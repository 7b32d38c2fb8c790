/** Who somebody is where second-person rules compare: all accounts that count as one person, and their telephone. */
export interface Self {
  personIds: readonly string[]
  phone: string | null
}

/**
 * Whether somebody is this very person: the same account, another one with the same telephone, or whoever has written down
 * that telephone. One number counts as one person, so that nobody is their own second one; an unknown number is nobody's.
 */
export const isSelf = (self: Self, other: { personId: string; phone?: string | null }): boolean =>
  self.personIds.includes(other.personId) || (self.phone !== null && self.phone === other.phone)
