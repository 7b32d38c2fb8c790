import { useCall } from '../../../hooks/use-call'
import { PayBar } from './pay-bar'
import { usePaying } from './use-paying'

/** Under one bill: paying it, where this person can pay it here and now. The server says whether. */
export function PayBill({ billId }: { billId: string }) {
  const paying = usePaying()
  const { data } = useCall('payments.previewPayment', { billIds: [billId] })
  if (!data?.wechat.isOpen || data.amountFen === 0) return null
  return <PayBar billIds={[billId]} payeeName={data.payeeName} amountFen={data.amountFen} paying={paying} />
}
