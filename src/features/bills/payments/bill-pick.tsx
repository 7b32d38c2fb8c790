import { View } from '@tarojs/components'
import { classes } from '../../../components/classes'
import { Icon } from '../../../components/icon'
import { Money } from '../../../components/money'
import { Tap } from '../../../components/tap'
import { dayWord, titleOf, type BillCard } from '../bill-words'
import './payments.scss'

/** A bill that can be taken in or left out; what counts is the part that is still open. */
export function BillPick({ bill, on, onTurn }: { bill: BillCard; on: boolean; onTurn(): void }) {
  const open = bill.amountFen - bill.paidFen
  return (
    <Tap className="row pay-pick" role="checkbox" checked={on} onTap={onTurn}>
      <View className={classes('pay-box', on && 'pay-box-on')}>{on && <Icon name="check" />}</View>
      <View className="grow">
        <View className="row-t num">{titleOf(bill)}</View>
        <View className="row-s num">
          {`${bill.houseLabel} · ${dayWord(bill.dueOn)}前交${bill.paidFen > 0 ? ' · 已缴一部分' : ''}`}
        </View>
      </View>
      <Money amountFen={open} size="row" />
    </Tap>
  )
}
