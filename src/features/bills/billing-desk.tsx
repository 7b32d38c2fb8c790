import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  BILL_FILTERS,
  BILL_FILTER_IDS,
  BILL_LIMITS,
  BILL_PERIODS,
  BILL_PERIOD_IDS,
  type BillFilter,
  type BillPeriod,
} from '../../../types/vocabulary/bill'
import { businessDate } from '../../../types/vocabulary/dates'
import { Card, Section } from '../../components/card'
import { Empty } from '../../components/faces'
import { Field } from '../../components/field'
import { Segmented } from '../../components/segmented'
import { useSettled } from '../../hooks/use-settled'
import { now } from '../../services/clock'
import { BillList } from './bill-list'
import { periodWord } from './bill-words'
import { RunList } from './run-list'
import { RunPreview } from './run-preview'
import './bill.scss'

const KINDS = BILL_PERIOD_IDS.map((value) => ({ value, word: `按${BILL_PERIODS[value].zh}` }))
const FILTERS = BILL_FILTER_IDS.map((value) => ({ value, word: BILL_FILTERS[value].zh }))

/** The first day of the period of this kind that lies so many periods after today's. */
function periodStart(kind: BillPeriod, after: number): string {
  const today = businessDate(now())
  const { months } = BILL_PERIODS[kind]
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const count = (Math.floor(month / months) + after) * months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

/** The desk of whoever bills: choose a period, look, issue; the runs before it; and every bill by house or number. */
export function BillingDesk() {
  const [kind, setKind] = useState<BillPeriod>('month')
  const [after, setAfter] = useState('0')
  const periods = [-1, 0, 1].map((value) => ({
    value: String(value),
    word: periodWord(periodStart(kind, value), periodStart(kind, value + 1)),
  }))
  const from = periodStart(kind, Number(after))
  return (
    <View className="billing-wide">
      <View className="billing-col">
        <Segmented label="多久一张" choices={KINDS} value={kind} onChoose={setKind} />
        <Segmented label="哪一期" choices={periods} value={after} onChoose={setAfter} />
        <RunPreview key={`${kind} ${from}`} kind={kind} from={from} />
        <Section title="出过的账" />
        <RunList />
      </View>
      <View className="billing-col">
        <FindBills />
      </View>
    </View>
  )
}

function FindBills() {
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<BillFilter>('open')
  const search = useSettled(typed.trim())
  return (
    <>
      <Section first title="账单" />
      <Card flush>
        <Field
          icon="search"
          label="房号或账单号"
          value={typed}
          placeholder="3-2-1801"
          maxLength={BILL_LIMITS.searchMax}
          onChange={setTyped}
        />
      </Card>
      <Segmented label="看哪些账单" choices={FILTERS} value={filter} onChoose={setFilter} />
      <BillList
        filter={filter}
        search={search}
        withHouse
        empty={
          <Empty
            icon="receipt-text"
            title="没有找到账单"
            note={search ? '换个房号或账单号试试，或者选“全部”。' : '出账以后，会出现在这里。'}
          />
        }
      />
    </>
  )
}
