import { useRouter } from '@tarojs/taro'
import { PayPage as Paying } from '../../features/bills/payments/pay-view'
import { useActor } from '../../hooks/use-actor'
import { usePullRefresh } from '../../hooks/use-pull-refresh'
import { useShown } from '../../hooks/use-shown'

/** 缴费: one's open bills, all chosen, or the one that was tapped. */
export default function PayPage() {
  useShown()
  usePullRefresh()
  useActor()
  return <Paying first={useRouter().params.billId} />
}
