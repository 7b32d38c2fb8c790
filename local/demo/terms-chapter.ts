import { addMonths, monthAround } from '../../types/vocabulary/dates'
import type { ActAs, Chapter } from './act-as'

const CASHIER = 'he-jing'
const PARKING = 'parking_underground'

/**
 * What the cashier registers for coming bills: 许先生 rents a parking space, and the property asks 小黄, who rents a flat,
 * whether he pays in the owner's place. He has not answered yet. Both begin a few months on, so that no bill told before
 * changes.
 */
export const registerTerms: Chapter = async (actAs, log) => {
  const cashier = actAs(CASHIER)
  const from = addMonths(monthAround((await cashier('members.showMe', {})).now).from, 3)
  const parked = await houseOf(actAs, '1-1-0302')
  if (parked.spaces.length === 0) {
    await cashier('bills.registerSpace', { houseId: parked.houseId, itemCode: PARKING, quantity: 1, from })
    log('许先生 has a parking space from the month on that is said')
  }
  const rented = await houseOf(actAs, '2-1-0901')
  const [tenant] = rented.tenants
  if (tenant && rented.requests.length === 0 && rented.payers.length === 0) {
    await cashier('bills.askTenantToPay', { houseId: rented.houseId, bindingId: tenant.bindingId, from })
    log('小黄 is asked whether he pays')
  }
}

async function houseOf(actAs: ActAs, address: string) {
  const { houses } = await actAs(CASHIER)('bills.listTerms', { search: address })
  const [house] = houses
  if (!house) throw new Error(`${address} is not there`)
  return house
}
