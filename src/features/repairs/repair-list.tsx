import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RepairFilter } from '../../../types/vocabulary/repair'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { BoneRows, End, Failed, LastKnown, Loading } from '../../components/faces'
import { usePages } from '../../hooks/use-call'
import { RepairRow } from './repair-row'
import type { RepairCard } from './repair-words'

interface RepairListProps {
  filter: RepairFilter
  withHouse?: boolean
  selectedId?: string | undefined
  /** What to say and do when there is nothing. */
  empty: ReactNode
  action?(repair: RepairCard): ReactNode
  onOpen(repair: RepairCard): void
}

/** Orders, newest first, page by page, with all the faces of a list. */
export function RepairList({ filter, withHouse = false, selectedId, empty, action, onOpen }: RepairListProps) {
  const list = usePages('repairs.listRepairs', { filter })
  useReachBottom(list.loadMore)
  const again = () => void list.again()
  if (!list.data) {
    if (list.error) return <Failed what="报修单" error={list.error} onAgain={again} />
    return (
      <Loading what="报修单">
        <BoneRows count={4} />
      </Loading>
    )
  }
  const repairs = list.data.flatMap((page) => page.repairs)
  if (repairs.length === 0) return <>{empty}</>
  return (
    <View className="grid">
      {list.knownAt !== undefined && <LastKnown at={list.knownAt} onAgain={again} />}
      <Card flush>
        {repairs.map((repair) => (
          <RepairRow
            key={repair.repairId}
            repair={repair}
            withHouse={withHouse}
            selected={repair.repairId === selectedId}
            action={action?.(repair)}
            onOpen={() => onOpen(repair)}
          />
        ))}
      </Card>
      {list.more ? (
        <Button kind="ghost" busy={list.loadingMore && '正在打开…'} onTap={list.loadMore}>
          看更早的
        </Button>
      ) : (
        <End>{`一共 ${repairs.length} 单，都在这里了`}</End>
      )}
    </View>
  )
}
