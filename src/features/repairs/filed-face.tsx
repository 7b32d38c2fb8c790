import { View } from '@tarojs/components'
import type { Output } from '../../../types/contracts'
import type { RepairCategory } from '../../../types/vocabulary/repair-category'
import { categoryOf } from '../../../types/vocabulary/repair-category'
import { Card } from '../../components/card'
import { Icon } from '../../components/icon'
import { Timeline } from '../../components/timeline'
import { useCall } from '../../hooks/use-call'
import { aria } from '../../services/aria'
import { now, saidAt } from '../../services/clock'
import { PromiseCard } from './promise-card'
import { sayDue } from './promise-words'

export type Filed = Output<'repairs.fileRepair'> & { place: string; at: string; category: RepairCategory }

/** It is done: the number, the promise counting down, and what happens next. */
export function FiledFace({ filed }: { filed: Filed }) {
  const { number, place, at, due } = filed
  return (
    <>
      <View className="blank blank-done" {...aria({ role: 'status' })}>
        <View className="pic pic-done">
          <Icon name="check" />
        </View>
        <View className="head-t">报好了，等物业受理</View>
        <View className="blank-s blank-s-near num whole">{number}</View>
      </View>
      {due && <FiledPromise category={filed.category} due={due} />}
      <Card title="接下来">
        <View className="mt4">
          <Timeline
            happenings={[
              { key: 'filed', title: '已报给物业', when: saidAt(at), note: place, now: true },
              { key: 'take', title: '师傅接单', when: '等待', note: '接了就告诉您是谁' },
              {
                key: 'arrive',
                title: '到场',
                when: '等待',
                ...(due?.clock === 'arrive' && { note: `${sayDue(due.dueAt, now())} 前` }),
              },
              { key: 'finish', title: '修好，请您确认', when: '等待', note: '没修好可以要求返工' },
            ]}
          />
        </View>
      </Card>
    </>
  )
}

/** The reply names the clause; its words and minutes stand among the promises that were shown before. */
function FiledPromise({ category, due }: { category: RepairCategory; due: NonNullable<Filed['due']> }) {
  const { data } = useCall('repairs.readPromises', {})
  const { urgent } = categoryOf(category)
  const promise = data?.promises.find((one) => one.clock === due.clock && one.urgent === urgent)
  if (!promise) return null
  return <PromiseCard promise={{ ...promise, ...due }} />
}
