import { View } from '@tarojs/components'
import type { RepairClock } from '../../../types/vocabulary/repair'
import { Card } from '../../components/card'
import { PromiseRing } from '../../components/promise-ring'
import { useTicking } from '../../hooks/use-ticking'
import { inRing, minutesLate, percentLeft, sayBroken, sayClause, sayLength, sayPromise } from './promise-words'
import './repair-view.scss'

interface Promised {
  clock: RepairClock
  dueAt: string
  minutes: number
  gradeCode: string
  clauseNo: string
  /** The clause in its own words. */
  words: string
}

/** What is promised for this order, counting down; once its time is past, that is said plainly and stays. */
export function PromiseCard({ promise }: { promise: Promised }) {
  const now = useTicking('second')
  const { clock, dueAt, minutes, words } = promise
  const overdue = now.getTime() > Date.parse(dueAt)
  const ring = inRing(dueAt, now)
  return (
    <Card>
      <View className="promise">
        <PromiseRing
          value={ring.value}
          unit={ring.unit}
          percent={overdue ? 100 : percentLeft(minutes, dueAt, now)}
          tone={overdue ? 'bad' : 'ok'}
          label={overdue ? sayBroken(clock, dueAt, now) : `承诺${sayPromise(clock, dueAt, now)}`}
        />
        <View className="grow">
          <View className="note mute">{overdue ? '承诺没做到' : '承诺'}</View>
          <View className={overdue ? 'promise-t num loss' : 'promise-t num'}>
            {overdue ? sayBroken(clock, dueAt, now) : sayPromise(clock, dueAt, now)}
          </View>
          <View className="note sub mt1 num">
            {overdue && <View>{`已经晚了 ${sayLength(minutesLate(dueAt, now))}，物业经理已收到提醒`}</View>}
            <View>{words}</View>
            <View>{sayClause(promise)}</View>
          </View>
        </View>
      </View>
    </Card>
  )
}

/** The promise as it would be if one reported now: nothing counts yet. */
export function PromiseAhead({ promise, now }: { promise: Promised; now: Date }) {
  const { clock, dueAt, minutes, words } = promise
  const short = minutes <= 60
  const ring = short ? { value: String(minutes), unit: '分钟内' } : inRing(dueAt, now)
  return (
    <Card>
      <View className="promise">
        <PromiseRing {...ring} percent={100} label={`现在报，承诺${sayPromise(clock, dueAt, now)}`} />
        <View className="grow">
          <View className="note mute">现在报，承诺</View>
          <View className="promise-t num">{sayPromise(clock, dueAt, now)}</View>
          <View className="note sub mt1 num">
            <View>{words}</View>
            <View>{sayClause(promise)}</View>
          </View>
        </View>
      </View>
    </Card>
  )
}
