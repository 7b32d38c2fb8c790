import { View } from '@tarojs/components'
import { useState } from 'react'
import { businessDate } from '../../../../types/vocabulary/dates'
import { PAY_CHANNELS, PAY_CHANNEL_IDS, PAYMENT_LIMITS } from '../../../../types/vocabulary/payment'
import { Card, Section } from '../../../components/card'
import { Field } from '../../../components/field'
import { PickChips } from '../../../components/pick-chips'
import { Segmented } from '../../../components/segmented'
import { useSettled } from '../../../hooks/use-settled'
import { now } from '../../../services/clock'
import { CounterBills } from './counter-bills'
import { ReceiptList } from './receipt-list'
import { SuspenseList } from './suspense-list'
import './counter.scss'

const VIEWS = [
  { value: 'take', word: '收款' },
  { value: 'receipts', word: '收据' },
  { value: 'suspense', word: '待查' },
] as const
type CounterPart = (typeof VIEWS)[number]['value']

/** The counter: take money for a house, look receipts up, and see what waits to be looked into. */
export function CounterDesk() {
  const [part, setPart] = useState<CounterPart>('take')
  return (
    <View className="grid">
      <Segmented label="柜台" choices={VIEWS} value={part} onChoose={setPart} />
      {part === 'take' && <TakeMoney />}
      {part === 'receipts' && <Receipts />}
      {part === 'suspense' && <SuspenseList />}
    </View>
  )
}

function TakeMoney() {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  return (
    <>
      <Card flush>
        <Field
          icon="search"
          label="哪一户来交"
          value={typed}
          placeholder="房号，比如 3-2-1801"
          maxLength={PAYMENT_LIMITS.searchMax}
          onChange={setTyped}
        />
      </Card>
      {search !== '' && <CounterBills key={search} search={search} />}
      {search === '' && <Section title="先找到房屋" note="找到后选账单、填金额，当场出收据" />}
    </>
  )
}

const CHANNELS = [
  { value: 'all', word: '全部' },
  ...PAY_CHANNEL_IDS.map((value) => ({ value, word: PAY_CHANNELS[value].zh })),
] as const
type ChannelChoice = (typeof CHANNELS)[number]['value']

function Receipts() {
  const [channel, setChannel] = useState<ChannelChoice>('all')
  const [days, setDays] = useState<'today' | 'ever'>('today')
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  return (
    <>
      <Segmented
        label="哪些天"
        choices={[
          { value: 'today', word: '今天' },
          { value: 'ever', word: '全部日期' },
        ]}
        value={days}
        onChoose={setDays}
      />
      <Card>
        <PickChips label="怎么交的" choices={CHANNELS} value={channel} onPick={setChannel} />
        <Field
          icon="search"
          label="房号、收据号或账单号"
          value={typed}
          placeholder="3-2-1801"
          maxLength={PAYMENT_LIMITS.searchMax}
          onChange={setTyped}
        />
      </Card>
      <ReceiptList
        withHouse
        filter={{
          ...(channel !== 'all' && { channel }),
          ...(days === 'today' && { day: businessDate(now()) }),
          ...(search !== '' && { search }),
        }}
        emptyNote="换个日期、方式或房号试试。"
      />
    </>
  )
}
