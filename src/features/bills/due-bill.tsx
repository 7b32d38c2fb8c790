import { sayYuan } from '../../../types/vocabulary/money'
import { Row } from '../../components/row'
import { usePages } from '../../hooks/use-call'
import { openPage } from '../../services/routes'
import { BillRow } from './bill-row'
import { dayWord, standingOf } from './bill-words'

/** What is not paid yet, for the home page; the list behind the door asks the same. */
export function useOpenBills() {
  const list = usePages('bills.listBills', { filter: 'open' })
  const bills = list.data?.[0]?.bills ?? []
  // The one that is due first stands for them all.
  const next = [...bills].sort((one, other) => one.daysLeft - other.daysLeft)[0]
  return { next, count: list.data?.[0]?.open.bills ?? 0, amountFen: list.data?.[0]?.open.amountFen ?? 0 }
}

type OpenBills = ReturnType<typeof useOpenBills>
type NextBill = NonNullable<OpenBills['next']>

/** `4 张账单一共 ¥649.64`, and until when the first of them. */
export const sumWord = ({ count, amountFen }: OpenBills): string => `${count} 张账单一共 ¥${sayYuan(amountFen)}`
export const firstDueWord = (bill: NextBill): string => `最早一张 ${dayWord(bill.dueOn)}前交`

/** The row of 今天要办: the one bill, or all of them in one. */
export function DueBills({ bills, next }: { bills: OpenBills; next: NextBill }) {
  if (bills.count <= 1) return <BillRow bill={next} onOpen={() => openPage('bill', { billId: next.billId })} />
  return (
    <Row
      icon="calendar-days"
      tone={standingOf(next).tone}
      title={sumWord(bills)}
      note={firstDueWord(next)}
      onTap={() => openPage('bills', {})}
    />
  )
}
