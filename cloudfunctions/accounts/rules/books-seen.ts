import type { Book } from '../../../types/vocabulary/ledger'
import type { Role } from '../../../types/vocabulary/roles'

const ENTERPRISE: readonly Book[] = ['lump sum', 'remuneration']
/** 酬金制 fees are the owners' money in the enterprise's keeping (发改价格〔2003〕1864 号 第 12 条); 包干制 fees are its own. */
const OWNERS: readonly Book[] = ['remuneration', 'publicRevenue', 'maintenanceFund']

const SEEN: Partial<Record<Role, readonly Book[]>> = {
  cashier: ENTERPRISE,
  manager: [...ENTERPRISE, 'publicRevenue'],
  committee: OWNERS,
  supervisor: OWNERS,
  neighbourhood: OWNERS,
}

/** Whose books an office looks into. */
export const booksSeenBy = (role: Role): readonly Book[] => SEEN[role] ?? []
