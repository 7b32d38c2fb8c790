import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { SUSPENSE_REASONS } from '../../../../types/vocabulary/payment'
import { sayYuan } from '../../../../types/vocabulary/money'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { BoneRows, Empty, Failed, Loading } from '../../../components/faces'
import { Money } from '../../../components/money'
import { Row } from '../../../components/row'
import { usePages } from '../../../hooks/use-call'
import { saidAt } from '../../../services/clock'
import { openPage } from '../../../services/routes'

/** 暂收待查: money that came and could not be put to a bill. Nothing of it is lost, and nothing is simply trusted. */
export function SuspenseList() {
  const list = usePages('payments.listSuspense', {})
  useReachBottom(list.loadMore)
  if (!list.data) {
    if (list.error) return <Failed what="待查的款" error={list.error} onAgain={() => void list.again()} />
    return (
      <Loading what="待查的款">
        <BoneRows count={2} />
      </Loading>
    )
  }
  const items = list.data.flatMap((page) => page.items)
  const total = list.data[0]?.total
  if (items.length === 0)
    return (
      <Empty icon="check" title="没有待查的款" note={'收到的每一笔都对上了账单。\n对不上的会留在这里，一分不丢。'} />
    )
  return (
    <View className="grid">
      {total && (
        <View className="note sub num pay-sum">{`${total.receipts} 笔，¥${sayYuan(total.amountFen)} 待查`}</View>
      )}
      <Card flush>
        {items.map((item) => (
          <Row
            key={item.receiptId}
            icon="info"
            tone="due"
            title={SUSPENSE_REASONS[item.reason].zh}
            note={`${item.number} · ${saidAt(item.receivedAt)}`}
            end={<Money amountFen={item.suspenseFen} size="row" />}
            onTap={() => openPage('receipt', { receiptId: item.receiptId })}
          />
        ))}
      </Card>
      {list.more && (
        <Button kind="ghost" busy={list.loadingMore && '正在打开…'} onTap={list.loadMore}>
          看更多
        </Button>
      )}
    </View>
  )
}
