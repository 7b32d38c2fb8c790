import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { RepairFilter } from '../../../types/vocabulary/repair'
import { Button } from '../../components/button'
import { Empty } from '../../components/faces'
import { Notice } from '../../components/notice'
import { usePages } from '../../hooks/use-call'
import { useWide } from '../../hooks/use-wide'
import { openPage } from '../../services/routes'
import { CounterTabs } from './counters'
import { DirectButton } from './direct-move'
import { DispatchSheet } from './dispatch-sheet'
import { RepairList } from './repair-list'
import { RepairView } from './repair-view'
import { titleOf, type RepairCard } from './repair-words'
import './queue.scss'

/** What the last act in a row came to. */
interface Outcome {
  tone: 'ok' | 'due'
  title: string
  note?: string
}

/** The desk's orders: numbers, list, and beside it, where there is room, the order that was opened. */
export function Queue({ everyMs }: { everyMs: number | undefined }) {
  const wide = useWide()
  const [filter, setFilter] = useState<RepairFilter>('submitted')
  const [opened, setOpened] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [dispatching, setDispatching] = useState<string>()
  const first = usePages('repairs.listRepairs', { filter }, { everyMs }).data?.[0]
  // A desk opens on its first order; the one that is open stays when it leaves the list.
  const firstId = first?.repairs[0]?.repairId
  useEffect(() => {
    if (firstId !== undefined) setOpened((current) => current ?? firstId)
  }, [firstId])
  const choose = (chosen: RepairFilter) => {
    setFilter(chosen)
    setOutcome(undefined)
    setOpened(undefined)
  }
  const actionFor = (repair: RepairCard) => {
    // What the order beside the list offers is not offered a second time in its row.
    if (wide && repair.repairId === opened) return undefined
    return (
      <RowAct
        repair={repair}
        onDispatch={() => setDispatching(repair.repairId)}
        onRefused={(note) => setOutcome({ tone: 'due', title: '没能受理', note })}
      />
    )
  }
  return (
    <View className="queue">
      <View className="grid queue-list">
        <CounterTabs waiting={first?.waiting} value={filter} onChoose={choose} />
        {outcome && <Notice icon={outcome.tone === 'ok' ? 'check' : 'circle-alert'} {...outcome} />}
        <RepairList
          filter={filter}
          withHouse
          selectedId={wide ? opened : undefined}
          empty={<NothingWaits filter={filter} />}
          action={(repair) => (rowActOf(repair) ? actionFor(repair) : undefined)}
          onOpen={({ repairId }) => (wide ? setOpened(repairId) : openPage('repair', { repairId }))}
        />
      </View>
      {wide && (
        <View className="grid queue-detail">
          {opened ? (
            <RepairView key={opened} repairId={opened} />
          ) : (
            firstId !== undefined && (
              <Empty icon="clipboard-list" title="选一单看看" note={'在左边点一单，\n这里就是它的经过。'} />
            )
          )}
        </View>
      )}
      <DispatchSheet
        repairId={dispatching}
        onDone={(title) => {
          setDispatching(undefined)
          setOutcome({ tone: 'ok', title })
        }}
        onClose={() => setDispatching(undefined)}
      />
    </View>
  )
}

/** What a desk does from the list itself: take in, and send somebody. */
const rowActOf = ({ moves, state }: RepairCard) =>
  moves.find(({ act }) => act === 'receive') ?? moves.find(({ act }) => act === 'dispatch' && state === 'received')

interface RowActProps {
  repair: RepairCard
  onDispatch(): void
  onRefused(message: string): void
}

function RowAct({ repair, onDispatch, onRefused }: RowActProps) {
  const move = rowActOf(repair)
  if (!move) return null
  // Which order, for whoever hears the button instead of seeing its row.
  const label = `${move.does} ${titleOf(repair.description)}`
  if (move.act === 'dispatch') {
    return (
      <Button kind="soft" size="act" label={label} onTap={onDispatch}>
        {move.does}
      </Button>
    )
  }
  return (
    <DirectButton
      repairId={repair.repairId}
      act="receive"
      does={move.does}
      kind="soft"
      size="act"
      label={label}
      onRefused={onRefused}
    />
  )
}

const NOTHING: Record<RepairFilter, { title: string; note: string }> = {
  submitted: { title: '都受理了', note: '有新的报修，这里和消息里都会出现。' },
  unassigned: { title: '都派出去了', note: '受理以后还没派人的，会在这里。' },
  overdue: { title: '没有超时的', note: '过了承诺时间还没办的，会在这里。' },
  done: { title: '没有等确认的', note: '师傅完工以后，等报修的人点确认。' },
  open: { title: '没有在办的工单', note: '住户报修后，会出现在这里。' },
  tasks: { title: '没有工单', note: '住户报修后，会出现在这里。' },
  all: { title: '还没有工单', note: '住户报修后，会出现在这里。' },
}

function NothingWaits({ filter }: { filter: RepairFilter }) {
  const isClear = filter !== 'all' && filter !== 'tasks'
  return <Empty icon={isClear ? 'check' : 'clipboard-list'} {...NOTHING[filter]} />
}
