import { useRouter } from '@tarojs/taro'
import { Empty } from '../../../components/faces'
import { Page } from '../../../components/page'
import { ReceiptView } from '../../../features/bills/payments/receipt-view'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'
import { goHome } from '../../../services/routes'

export default function ReceiptPage() {
  useShown()
  usePullRefresh()
  const { receiptId } = useRouter().params
  return (
    <Page title="收据">
      {receiptId ? (
        <ReceiptView key={receiptId} receiptId={receiptId} />
      ) : (
        <Empty
          icon="receipt-text"
          title="没有找到这张收据"
          note="可能地址不完整，请回首页再进来。"
          action={{ word: '回首页', onTap: goHome }}
        />
      )}
    </Page>
  )
}
