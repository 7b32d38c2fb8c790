import { View } from '@tarojs/components'
import { useState } from 'react'
import { COUNTER_CHANNEL_IDS, PAY_CHANNELS } from '../../../../types/vocabulary/payment'
import { readDecimal, sayYuan } from '../../../../types/vocabulary/money'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { BoneRows, Empty, Failed, Loading } from '../../../components/faces'
import { Field } from '../../../components/field'
import { Notice } from '../../../components/notice'
import { Segmented } from '../../../components/segmented'
import { useAct } from '../../../hooks/use-act'
import { usePages } from '../../../hooks/use-call'
import { openPage } from '../../../services/routes'
import type { BillCard } from '../bill-words'
import { BillPick } from './bill-pick'
import { PAYMENT_READS } from './payment-reads'

const CHANNELS = COUNTER_CHANNEL_IDS.map((value) => ({ value, word: PAY_CHANNELS[value].zh }))

/** What the houses found still owe; the counter chooses among it. */
export function CounterBills({ search }: { search: string }) {
  const list = usePages('bills.listBills', { filter: 'open', search })
  if (!list.data) {
    if (list.error) return <Failed what="账单" error={list.error} onAgain={() => void list.again()} />
    return (
      <Loading what="账单">
        <BoneRows count={2} />
      </Loading>
    )
  }
  const bills = (list.data[0]?.bills ?? []).filter(({ state }) => state === 'issued' || state === 'partiallyPaid')
  if (bills.length === 0)
    return <Empty icon="check" title="没有要缴的账单" note={`“${search}” 没有找到待缴的账单，核对一下房号。`} />
  return <TakeCash bills={bills} />
}

const openOf = (bills: readonly BillCard[]): number =>
  bills.reduce((sum, { amountFen, paidFen }) => sum + amountFen - paidFen, 0)

function TakeCash({ bills }: { bills: readonly BillCard[] }) {
  const [chosen, setChosen] = useState<string[]>([])
  const [typed, setTyped] = useState<string>()
  const [channel, setChannel] = useState<(typeof COUNTER_CHANNEL_IDS)[number]>('cash')
  const [reference, setReference] = useState('')
  const { act, busy, error, forgetError } = useAct('payments.takeCash', { refreshes: PAYMENT_READS })
  const picked = bills.filter(({ billId }) => chosen.includes(billId))
  const whole = openOf(picked)
  const amount = typed ?? (whole === 0 ? '' : sayYuan(whole).replaceAll(',', ''))
  const amountFen = readDecimal(amount, 2)
  const turn = (billId: string) => {
    if (error) forgetError()
    setTyped(undefined)
    setChosen(chosen.includes(billId) ? chosen.filter((it) => it !== billId) : [...chosen, billId])
  }
  const take = async () => {
    if (amountFen === undefined) return
    const reply = await act({
      billIds: chosen,
      amountFen,
      channel,
      ...(reference.trim() !== '' && { reference: reference.trim() }),
    })
    if (!reply.ok) return
    setChosen([])
    setTyped(undefined)
    setReference('')
    openPage('receipt', { receiptId: reply.data.receiptId })
  }
  const problem = typed !== undefined && amountFen === undefined ? '写成 120.83 这样的金额' : undefined
  const part = amountFen !== undefined && amountFen < whole
  return (
    <View className="counter-cols">
      <Card flush>
        {bills.map((bill) => (
          <BillPick key={bill.billId} bill={bill} on={chosen.includes(bill.billId)} onTurn={() => turn(bill.billId)} />
        ))}
      </Card>
      <View className="grid">
        {error && <Notice tone="due" icon="circle-alert" title="没能收款" note={error.message} />}
        <Segmented label="怎么交的" choices={CHANNELS} value={channel} onChoose={setChannel} />
        <CounterFields
          amount={amount}
          problem={problem}
          reference={channel === 'cash' ? undefined : reference}
          onAmount={setTyped}
          onReference={setReference}
        />
        {part && (
          <View className="note mute num">{`比选中的账单少，先缴最早到期的，还欠 ¥${sayYuan(whole - (amountFen ?? 0))}`}</View>
        )}
        <Button
          busy={busy && '正在收…'}
          disabled={chosen.length === 0 || amountFen === undefined}
          onTap={() => void take()}
        >
          {amountFen !== undefined && chosen.length > 0 ? `收 ¥${sayYuan(amountFen)}，出收据` : '先选账单'}
        </Button>
      </View>
    </View>
  )
}

interface CounterFieldsProps {
  amount: string
  problem: string | undefined
  /** Absent for cash, which has none. */
  reference: string | undefined
  onAmount(amount: string): void
  onReference(reference: string): void
}

function CounterFields({ amount, problem, reference, onAmount, onReference }: CounterFieldsProps) {
  return (
    <Card flush>
      <Field
        icon="calculator"
        label="收了多少元"
        value={amount}
        placeholder="先选账单"
        problem={problem}
        onChange={onAmount}
      />
      {reference !== undefined && (
        <Field
          icon="file-text"
          label="流水号或凭证号（没有就空着）"
          value={reference}
          placeholder="银行回单或小票上的号"
          onChange={onReference}
        />
      )}
    </Card>
  )
}
