import { addMonths, businessDate } from '../../types/vocabulary/dates'
import type { ActAs, Chapter } from './act-as'

/** How many months before this one are billed. */
const EARLIER_MONTHS = 3

/** The cashier of each community issues the bills of the last months and of this one, once areas, owners and boards stand. */
export const issueBills: Chapter = async (actAs, log) => {
  const today = businessDate((await actAs('he-jing')('members.showMe', {})).now)
  const thisMonth = `${today.slice(0, 7)}-01`
  for (const cashier of ['he-jing', 'cao']) {
    const issued = await billMonths(actAs(cashier), thisMonth)
    log(`${issued} bills of the last months are out`)
  }
}

async function billMonths(act: ReturnType<ActAs>, thisMonth: string): Promise<number> {
  const { runs } = await act('bills.listRuns', {})
  const billed = new Set(runs.filter(({ kind }) => kind === 'month').map(({ from }) => from))
  let issued = 0
  for (let ago = EARLIER_MONTHS; ago >= 0; ago -= 1) {
    const from = addMonths(thisMonth, -ago)
    if (!billed.has(from)) issued += (await act('bills.startRun', { kind: 'month', from })).newBills
  }
  return issued
}
