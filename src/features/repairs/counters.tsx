import { View } from '@tarojs/components'
import { REPAIR_FILTERS, type RepairFilter } from '../../../types/vocabulary/repair'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { Tap } from '../../components/tap'
import { usePages } from '../../hooks/use-call'
import { aria } from '../../services/aria'
import type { Waiting } from './repair-words'
import './counters.scss'

type Counted = Exclude<RepairFilter, 'all' | 'tasks'>

/** Which of the reply's numbers a filter shows. */
const COUNT_OF: Record<Counted, keyof Waiting> = {
  submitted: 'submitted',
  unassigned: 'received',
  overdue: 'overdue',
  done: 'done',
  open: 'open',
}

const COUNTED = Object.keys(COUNT_OF) as Counted[] // the keys of the table above

/** Warm is what waits for the desk itself, red what is past its promise; the rest only tells. */
function toneOf(filter: Counted, count: number | undefined): string | undefined {
  if (!count) return undefined
  if (filter === 'overdue') return 'loss'
  return filter === 'submitted' || filter === 'unassigned' ? 'due' : undefined
}

/** How many orders wait for what, for whoever watches over them. */
export function RepairCounters({ filter }: { filter: RepairFilter }) {
  const waiting = usePages('repairs.listRepairs', { filter }).data?.[0]?.waiting
  return (
    <Card>
      <View className="counters">
        {COUNTED.filter((one) => one !== 'open').map((one) => (
          <View key={one} className="counter">
            <Count filter={one} count={waiting?.[COUNT_OF[one]]} warm={false} />
          </View>
        ))}
      </View>
    </Card>
  )
}

interface CounterTabsProps {
  waiting: Waiting | undefined
  value: RepairFilter
  onChoose(filter: RepairFilter): void
}

/** The same numbers as the way to their orders. */
export function CounterTabs({ waiting, value, onChoose }: CounterTabsProps) {
  return (
    <Card>
      <View className="counters counters-tabs" {...aria({ role: 'radiogroup', label: '看哪些工单' })}>
        {COUNTED.map((one) => {
          const count = waiting?.[COUNT_OF[one]]
          return (
            <Tap
              key={one}
              className={classes('counter', 'counter-tab', one === value && 'counter-on')}
              role="radio"
              label={`${REPAIR_FILTERS[one].zh}，${count ?? 0} 单`}
              checked={one === value}
              onTap={() => onChoose(one)}
            >
              <Count filter={one} count={count} warm />
            </Tap>
          )
        })}
        <Tap
          className={classes('counter', 'counter-tab', value === 'all' && 'counter-on')}
          role="radio"
          label={REPAIR_FILTERS.all.zh}
          checked={value === 'all'}
          onTap={() => onChoose('all')}
        >
          <View className="counter-all">{REPAIR_FILTERS.all.zh}</View>
        </Tap>
      </View>
    </Card>
  )
}

function Count({ filter, count, warm }: { filter: Counted; count: number | undefined; warm: boolean }) {
  const tone = warm || filter === 'overdue' ? toneOf(filter, count) : undefined
  return (
    <>
      <View className={classes('counter-n', tone)}>{count ?? '–'}</View>
      <View className="counter-k">{REPAIR_FILTERS[filter].zh}</View>
    </>
  )
}
