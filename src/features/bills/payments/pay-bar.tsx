import { View } from '@tarojs/components'
import { Button } from '../../../components/button'
import { Money } from '../../../components/money'
import { Bar } from '../../../components/page'
import { replacePage } from '../../../services/routes'
import type { Paying } from './use-paying'
import './payments.scss'

interface PayBarProps {
  billIds: string[]
  payeeName: string
  amountFen: number
  paying: Paying
}

/** What is to be paid and to whom, and the one button that does it. */
export function PayBar({ billIds, payeeName, amountFen, paying }: PayBarProps) {
  const pay = async () => {
    const attemptId = await paying.pay(billIds)
    if (attemptId !== undefined) replacePage('payment', { attemptId })
  }
  return (
    <Bar>
      <View className="pay-bar">
        <View className="pay-sum-col">
          <View className="note sub pay-to">{`收款方 ${payeeName}`}</View>
          <Money amountFen={amountFen} size="l" />
        </View>
        <Button className="pay-go" busy={paying.busy} disabled={billIds.length === 0} onTap={() => void pay()}>
          微信支付
        </Button>
      </View>
    </Bar>
  )
}
