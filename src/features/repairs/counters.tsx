import { View } from '@tarojs/components'
import { REPAIR_STATES, type RepairFilter } from '../../../types/vocabulary/repair'
import { Card } from '../../components/card'
import { usePages } from '../../hooks/use-call'
import './counters.scss'

interface CountersProps {
  filter: RepairFilter
  /** Whether those who read it are the ones waited for. */
  due?: boolean
}

/** How many orders wait in each state. Every page of a list carries the numbers; the list shown first asks no second time. */
export function RepairCounters({ filter, due = false }: CountersProps) {
  const waiting = usePages('repairs.listRepairs', { filter }).data?.[0]?.waiting
  return (
    <Card>
      <View className="counters">
        <Counter word={REPAIR_STATES.submitted.zh} count={waiting?.submitted} due={due} />
        <Counter word={REPAIR_STATES.received.zh} count={waiting?.received} />
      </View>
    </Card>
  )
}

function Counter({ word, count, due = false }: { word: string; count: number | undefined; due?: boolean }) {
  return (
    <View className="counter">
      <View className="t15 sub">{word}</View>
      <View className={due && count ? 'counter-n due' : 'counter-n'}>
        {count ?? '–'}
        <View className="counter-u">单</View>
      </View>
    </View>
  )
}
