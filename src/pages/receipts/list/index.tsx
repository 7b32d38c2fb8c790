import { Page } from '../../../components/page'
import { ReceiptList } from '../../../features/bills/payments/receipt-list'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'

/** What one's own side has paid. */
export default function ReceiptsPage() {
  useShown()
  usePullRefresh()
  return (
    <Page title="收据">
      <ReceiptList emptyNote="缴费以后，每一笔的收据都在这里。" />
    </Page>
  )
}
