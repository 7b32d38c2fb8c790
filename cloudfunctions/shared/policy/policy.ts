import type { CallName } from '../../../types/contracts'
import type { Role } from '../../../types/vocabulary/roles'
import { ACCOUNTS_ROWS } from './rows-of-accounts'
import { ANNOUNCEMENTS_ROWS } from './rows-of-announcements'
import { BILLS_ROWS } from './rows-of-bills'
import { FEES_ROWS } from './rows-of-fees'
import { FILES_ROWS } from './rows-of-files'
import { IMPORTS_ROWS } from './rows-of-imports'
import { MEMBERS_ROWS } from './rows-of-members'
import { PHONES_ROWS } from './rows-of-phones'
import { RATINGS_ROWS } from './rows-of-ratings'
import { PAYMENTS_ROWS } from './rows-of-payments'
import { REPAIRS_ROWS } from './rows-of-repairs'
import type { Reach, RowsOf, Rule } from './rule'

/**
 * Who may do what, one file of rows for each function.
 * A call without a row does not compile; a role without a cell is refused.
 */
export const POLICY = {
  ...MEMBERS_ROWS,
  ...PHONES_ROWS,
  ...FILES_ROWS,
  ...IMPORTS_ROWS,
  ...FEES_ROWS,
  ...BILLS_ROWS,
  ...ACCOUNTS_ROWS,
  ...PAYMENTS_ROWS,
  ...REPAIRS_ROWS,
  ...ANNOUNCEMENTS_ROWS,
  ...RATINGS_ROWS,
} as const satisfies RowsOf

/** The reach of a role with a call, or undefined: not allowed. */
export const reachOf = (call: CallName, role: Role): Reach | undefined => {
  const who: Rule['who'] = POLICY[call].who
  return who.everyone ?? who.signedIn ?? who[role]
}
