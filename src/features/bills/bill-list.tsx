import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { BillFilter } from '../../../types/vocabulary/bill'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { BoneRows, End, Failed, LastKnown, Loading } from '../../components/faces'
import { usePages } from '../../hooks/use-call'
import { openPage } from '../../services/routes'
import { BillRow } from './bill-row'

interface BillListProps {
  filter: BillFilter
  search?: string
  withHouse?: boolean
  empty: ReactNode
}

/** Bills, the newest period first, page by page, with all the faces of a list. */
export function BillList({ filter, search = '', withHouse = false, empty }: BillListProps) {
  const list = usePages('bills.listBills', { filter, ...(search && { search }) })
  useReachBottom(list.loadMore)
  const again = () => void list.again()
  if (!list.data) {
    if (list.error) return <Failed what="账单" error={list.error} onAgain={again} />
    return (
      <Loading what="账单">
        <BoneRows count={4} />
      </Loading>
    )
  }
  const bills = list.data.flatMap((page) => page.bills)
  if (bills.length === 0) return <>{empty}</>
  return (
    <View className="grid">
      {list.knownAt !== undefined && <LastKnown at={list.knownAt} onAgain={again} />}
      <Card flush>
        {bills.map((bill) => (
          <BillRow
            key={bill.billId}
            bill={bill}
            withHouse={withHouse}
            onOpen={() => openPage('bill', { billId: bill.billId })}
          />
        ))}
      </Card>
      {list.more ? (
        <Button kind="ghost" busy={list.loadingMore && '正在打开…'} onTap={list.loadMore}>
          看更早的
        </Button>
      ) : (
        <End>{`一共 ${bills.length} 张，都在这里了`}</End>
      )}
    </View>
  )
}
