import { usePages } from '../../hooks/use-call'
import { openPage } from '../../services/routes'
import { BillRow } from './bill-row'

/** What is not paid yet, for the home page; the list behind the door asks the same. */
export function useOpenBills() {
  const list = usePages('bills.listBills', { filter: 'open' })
  const bills = list.data?.[0]?.bills ?? []
  // The one that is due first stands for them all.
  const next = [...bills].sort((one, other) => one.daysLeft - other.daysLeft)[0]
  return { next, count: list.data?.[0]?.open.bills ?? 0, amountFen: list.data?.[0]?.open.amountFen ?? 0 }
}

/** The row of 今天要办 for the bill that is due first. */
export function DueBill({ bill }: { bill: NonNullable<ReturnType<typeof useOpenBills>['next']> }) {
  return <BillRow bill={bill} onOpen={() => openPage('bill', { billId: bill.billId })} />
}
