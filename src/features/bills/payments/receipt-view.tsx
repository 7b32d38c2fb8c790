import { View } from '@tarojs/components'
import { NOT_AN_INVOICE, SUSPENSE_REASONS } from '../../../../types/vocabulary/payment'
import { businessDate, clockOf, sayDate } from '../../../../types/vocabulary/dates'
import { sayYuan } from '../../../../types/vocabulary/money'
import { Button } from '../../../components/button'
import { classes } from '../../../components/classes'
import { BoneRows, Failed, LastKnown, Loading } from '../../../components/faces'
import { Money } from '../../../components/money'
import { Notice } from '../../../components/notice'
import { useCall } from '../../../hooks/use-call'
import { copyWords } from '../../../services/clipboard'
import { canPrint, printPage } from '../../../services/print'
import { titleOf } from '../bill-words'
import { channelWord, type Receipt } from './payment-words'
import './receipt.scss'

/** A receipt (收据), on the screen and, where there is a printer, on paper. */
export function ReceiptView({ receiptId }: { receiptId: string }) {
  const { data, error, knownAt, again } = useCall('payments.readReceipt', { receiptId })
  if (!data) {
    if (error) return <Failed what="收据" error={error} onAgain={() => void again()} />
    return (
      <Loading what="收据">
        <BoneRows count={4} />
      </Loading>
    )
  }
  return (
    <View className="grid">
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      {data.suspenseFen > 0 && (
        <Notice
          tone="due"
          icon="info"
          title={`有 ¥${sayYuan(data.suspenseFen)} 在核对`}
          note={data.suspenseReason && SUSPENSE_REASONS[data.suspenseReason].zh}
        />
      )}
      <Paper receipt={data} />
      <Button
        kind="soft"
        icon={canPrint() ? 'printer' : 'file-text'}
        onTap={() => (canPrint() ? printPage() : copyWords(`收据 ${data.number}，¥${sayYuan(data.amountFen)}`))}
      >
        {canPrint() ? '打印收据' : '复制收据号'}
      </Button>
    </View>
  )
}

function Paper({ receipt }: { receipt: Receipt }) {
  return (
    <View className="card receipt">
      <View className="receipt-k">收据</View>
      <View className="receipt-n num">{receipt.number}</View>
      <Money amountFen={receipt.amountFen} size="hero" />
      <View className="receipt-facts">
        <Fact word="收款方" value={receipt.payeeName} />
        <Fact word="收款时间" value={paperTime(receipt.receivedAt)} />
        <Fact word="方式" value={channelWord(receipt)} />
        {receipt.reference && <Fact word="流水号" value={receipt.reference} long />}
        {receipt.takenBy && <Fact word="经手人" value={receipt.takenBy} />}
      </View>
      <View className="receipt-lines">
        {receipt.bills.map((bill) => (
          <View key={bill.billId} className="receipt-line">
            <View className="grow">
              <View className="num">{titleOf(bill)}</View>
              <View className="note mute num">{`${bill.houseLabel} · ${bill.number}`}</View>
            </View>
            <Money amountFen={bill.amountFen} size="row" />
          </View>
        ))}
      </View>
      <View className="note mute receipt-foot">{NOT_AN_INVOICE}</View>
    </View>
  )
}

/** On paper there is no today: the whole date and the hour. */
const paperTime = (instant: string): string => `${sayDate(businessDate(instant))} ${clockOf(instant)}`

function Fact({ word, value, long = false }: { word: string; value: string; long?: boolean }) {
  return (
    <View className="receipt-fact">
      <View className="note mute receipt-fact-k">{word}</View>
      <View className={classes('grow num receipt-fact-v', long && 'receipt-fact-long')}>{value}</View>
    </View>
  )
}
