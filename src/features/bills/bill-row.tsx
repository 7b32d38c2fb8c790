import { View } from '@tarojs/components'
import { Money } from '../../components/money'
import { Row } from '../../components/row'
import { dayWord, standingOf, titleOf, type BillCard } from './bill-words'
import './bill.scss'

interface BillRowProps {
  bill: BillCard
  /** A desk that serves many houses wants to know which one. */
  withHouse?: boolean
  onOpen(): void
}

export function BillRow({ bill, withHouse = false, onOpen }: BillRowProps) {
  const { word, tone } = standingOf(bill)
  return (
    <Row
      title={titleOf(bill)}
      note={withHouse ? bill.houseLabel : `${dayWord(bill.dueOn)}前交`}
      when={withHouse ? bill.number : bill.houseLabel}
      end={
        <View className="bill-end">
          <Money amountFen={bill.amountFen} size="row" />
          <View className={`note bill-${tone}`}>{word}</View>
        </View>
      }
      onTap={onOpen}
    />
  )
}
