import { useRouter } from '@tarojs/taro'
import { Empty } from '../../components/faces'
import { Page } from '../../components/page'
import { PaymentView } from '../../features/bills/payments/payment-view'
import { usePullRefresh } from '../../hooks/use-pull-refresh'
import { useShown } from '../../hooks/use-shown'
import { goHome } from '../../services/routes'

export default function PaymentPage() {
  useShown()
  usePullRefresh()
  const { attemptId } = useRouter().params
  return (
    <Page title="支付结果">
      {attemptId ? (
        <PaymentView key={attemptId} attemptId={attemptId} />
      ) : (
        <Empty
          icon="receipt-text"
          title="没有找到这笔支付"
          note="可能地址不完整，请回首页再进来。"
          action={{ word: '回首页', onTap: goHome }}
        />
      )}
    </Page>
  )
}
