import { useRouter } from '@tarojs/taro'
import { Empty } from '../../../components/faces'
import { Page } from '../../../components/page'
import { BillView } from '../../../features/bills/bill-view'
import { PayBill } from '../../../features/bills/payments/pay-bill'
import { useActor } from '../../../hooks/use-actor'
import { useCall } from '../../../hooks/use-call'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'
import { goHome } from '../../../services/routes'

export default function BillPage() {
  useShown()
  usePullRefresh()
  const { seat } = useActor()
  const community = useCall(
    'members.readCommunity',
    { communityId: seat?.communityId ?? '' },
    { enabled: seat !== undefined },
  )
  const { billId } = useRouter().params
  // How to pay is asked at the number that the community itself gives; nothing is promised that is not there.
  const desk = community.data?.phones.find(({ label }) => label.includes('物业') && !label.includes('街道'))
  return (
    <Page title="账单" foot={billId && <PayBill billId={billId} />}>
      {billId ? (
        <BillView key={billId} billId={billId} communityPhone={desk?.number} />
      ) : (
        <Empty
          icon="receipt-text"
          title="没有找到这张账单"
          note="可能地址不完整，请回首页再进来。"
          action={{ word: '回首页', onTap: goHome }}
        />
      )}
    </Page>
  )
}
