import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { PayChannel } from '../../../../types/vocabulary/payment'
import { sayYuan } from '../../../../types/vocabulary/money'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { BoneRows, Empty, End, Failed, LastKnown, Loading } from '../../../components/faces'
import { Money } from '../../../components/money'
import { Row } from '../../../components/row'
import { usePages } from '../../../hooks/use-call'
import { saidAt } from '../../../services/clock'
import { openPage } from '../../../services/routes'
import { channelWord, type ReceiptCard } from './payment-words'
import './payments.scss'

interface ReceiptListProps {
  filter?: { channel?: PayChannel; day?: string; search?: string }
  /** Beside the number at a counter that serves many houses. */
  withHouse?: boolean
  emptyNote: string
}

/** Receipts, the newest first, with the sum of all that the filter finds. */
export function ReceiptList({ filter = {}, withHouse = false, emptyNote }: ReceiptListProps) {
  const list = usePages('payments.listReceipts', filter)
  useReachBottom(list.loadMore)
  const again = () => void list.again()
  if (!list.data) {
    if (list.error) return <Failed what="收据" error={list.error} onAgain={again} />
    return (
      <Loading what="收据">
        <BoneRows count={4} />
      </Loading>
    )
  }
  const receipts = list.data.flatMap((page) => page.receipts)
  const total = list.data[0]?.total
  if (receipts.length === 0) return <Empty icon="receipt-text" title="没有收据" note={emptyNote} />
  return (
    <View className="grid">
      {list.knownAt !== undefined && <LastKnown at={list.knownAt} onAgain={again} />}
      {total && (
        <View className="note sub num pay-sum">{`一共 ${total.receipts} 张，¥${sayYuan(total.amountFen)}`}</View>
      )}
      <Card flush>
        {receipts.map((receipt) => (
          <ReceiptRow key={receipt.receiptId} receipt={receipt} withHouse={withHouse} />
        ))}
      </Card>
      {list.more ? (
        <Button kind="ghost" busy={list.loadingMore && '正在打开…'} onTap={list.loadMore}>
          看更早的
        </Button>
      ) : (
        <End>都在这里了</End>
      )}
    </View>
  )
}

function ReceiptRow({ receipt, withHouse }: { receipt: ReceiptCard; withHouse: boolean }) {
  const { receiptId, number, amountFen, receivedAt, houseLabels, suspenseFen } = receipt
  return (
    <Row
      icon="file-check"
      tone={suspenseFen > 0 ? 'due' : 'ok'}
      title={withHouse ? houseLabels.join('、') || number : `${channelWord(receipt)} · ${saidAt(receivedAt)}`}
      note={withHouse ? `${channelWord(receipt)} · ${saidAt(receivedAt)}` : number}
      end={<Money amountFen={amountFen} size="row" />}
      onTap={() => openPage('receipt', { receiptId })}
    />
  )
}
