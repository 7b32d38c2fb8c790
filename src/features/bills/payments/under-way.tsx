import { View } from '@tarojs/components'
import { sayYuan } from '../../../../types/vocabulary/money'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { useAct } from '../../../hooks/use-act'
import { saidAt } from '../../../services/clock'
import { openPage } from '../../../services/routes'
import { PAYMENT_READS } from './payment-reads'
import type { Payment } from './payment-words'

/** A payment of the same bills that is not over: it is gone on with or given up before another begins. */
export function UnderWay({ payment }: { payment: Payment }) {
  const cancel = useAct('payments.cancelPayment', { refreshes: PAYMENT_READS })
  const { attemptId, amountFen, startedAt, mine, moves } = payment
  return (
    <Card title={mine ? '有一笔还没付完' : '家里有人正在付'}>
      <View className="t15 sub num mt2">
        {`${saidAt(startedAt)} 开始，¥${sayYuan(amountFen)}。`}
        {mine ? '接着付，或者取消后重新选账单。' : '等对方付完，或者取消后由您来付。'}
      </View>
      {cancel.error && <Notice tone="due" icon="circle-alert" title="没能取消" note={cancel.error.message} />}
      <View className="duo mt4">
        {moves.some(({ act }) => act === 'cancel') && (
          <Button kind="outlined" busy={cancel.busy && '正在取消…'} onTap={() => void cancel.act({ attemptId })}>
            取消这笔
          </Button>
        )}
        <Button kind="soft" onTap={() => openPage('payment', { attemptId })}>
          看这笔
        </Button>
      </View>
    </Card>
  )
}
