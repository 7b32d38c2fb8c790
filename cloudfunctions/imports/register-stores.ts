import type { ImportKind } from '../../types/vocabulary/register'
import { feeItemStore } from './fee-item-store'
import { houseStore } from './house-register-store'
import { meterStore } from './meter-register-store'
import { openingStore } from './opening-store'
import { ownerStore } from './owner-register-store'
import type { RegisterStore } from './register-store'
import { revenueStore } from './revenue-register-store'
import { staffStore } from './staff-register-store'

export const REGISTER_STORES: Record<ImportKind, RegisterStore> = {
  houses: houseStore,
  owners: ownerStore,
  staff: staffStore,
  feeItems: feeItemStore,
  revenue: revenueStore,
  meters: meterStore,
  openings: openingStore,
}
