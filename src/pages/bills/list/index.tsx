import { useState } from 'react'
import { BILL_FILTERS, type BillFilter } from '../../../../types/vocabulary/bill'
import { Empty } from '../../../components/faces'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { BillList } from '../../../features/bills/bill-list'
import { PayAll } from '../../../features/bills/payments/pay-all'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'

const FILTERS = (['open', 'all'] as const).map((value) => ({ value, word: BILL_FILTERS[value].zh }))

/** One's own bills. */
export default function BillsPage() {
  useShown()
  usePullRefresh()
  useActor()
  const [filter, setFilter] = useState<BillFilter>('open')
  return (
    <Page title="账单" foot={filter === 'open' && <PayAll />}>
      <Segmented label="看哪些账单" choices={FILTERS} value={filter} onChoose={setFilter} />
      <BillList
        filter={filter}
        empty={
          filter === 'open' ? (
            <Empty icon="check" title="没有待缴的账单" note={'新账单出来，这里和消息里都会有。\n以前的在“全部”里。'} />
          ) : (
            <Empty icon="receipt-text" title="还没有账单" note="物业出账后，会出现在这里。" />
          )
        }
      />
    </Page>
  )
}
