import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { REPAIR_FILTERS, REPAIR_FILTER_IDS, type RepairFilter } from '../../../types/vocabulary/repair'
import { Empty } from '../../components/faces'
import { Notice } from '../../components/notice'
import { Segmented } from '../../components/segmented'
import { usePages } from '../../hooks/use-call'
import { useWide } from '../../hooks/use-wide'
import { openPage } from '../../services/routes'
import { RepairCounters } from './counters'
import { ReceiveButton } from './receive-button'
import { RepairList } from './repair-list'
import { RepairView } from './repair-view'
import type { RepairCard } from './repair-words'
import './queue.scss'

const FILTERS = REPAIR_FILTER_IDS.map((value) => ({ value, word: REPAIR_FILTERS[value].zh }))

/** The desk's orders: numbers, list, and beside it, where there is room, the order that was opened. */
export function Queue() {
  const wide = useWide()
  const [filter, setFilter] = useState<RepairFilter>('submitted')
  const [opened, setOpened] = useState<string>()
  const [refused, setRefused] = useState<string>()
  // A desk opens on its first order; the one that is open stays when it leaves the list.
  const first = usePages('repairs.listRepairs', { filter }).data?.[0]?.repairs[0]?.repairId
  useEffect(() => {
    if (first !== undefined) setOpened((current) => current ?? first)
  }, [first])
  const open = (repair: RepairCard) => {
    if (wide) setOpened(repair.repairId)
    else openPage('repair', { repairId: repair.repairId })
  }
  return (
    <View className="queue">
      <View className="grid queue-list">
        <RepairCounters filter="submitted" due />
        <Segmented label="看哪些工单" choices={FILTERS} value={filter} onChoose={setFilter} />
        {refused && <Notice tone="due" icon="circle-alert" title="没能受理" note={refused} />}
        <RepairList
          filter={filter}
          withHouse
          selectedId={wide ? opened : undefined}
          empty={<NothingWaits filter={filter} />}
          action={(repair) => {
            // What the order beside the list offers is not offered a second time in its row.
            if (wide && repair.repairId === opened) return undefined
            const receive = repair.moves.find(({ act }) => act === 'receive')
            return receive && <ReceiveButton repair={repair} does={receive.does} onRefused={setRefused} />
          }}
          onOpen={open}
        />
      </View>
      {wide && (
        <View className="grid queue-detail">
          {opened ? (
            <RepairView key={opened} repairId={opened} />
          ) : (
            <Empty icon="clipboard-list" title="选一单看看" note={'在左边点一单，\n这里就是它的经过。'} />
          )}
        </View>
      )}
    </View>
  )
}

function NothingWaits({ filter }: { filter: RepairFilter }) {
  if (filter === 'submitted') return <Empty icon="check" title="都受理了" note="有新的报修，这里和消息里都会出现。" />
  return <Empty icon="clipboard-list" title="还没有工单" note="住户报修后，会出现在这里。" />
}
