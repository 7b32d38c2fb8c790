import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from '../../components/classes'
import { Tap } from '../../components/tap'
import { pressingOf } from './job-words'
import { placeInHouse, titleOf, type RepairCard } from './repair-words'
import './bench.scss'

interface JobRowProps {
  repair: RepairCard
  now: Date
  action: ReactNode
  onOpen(): void
}

/** One job: how pressing it is, what and where, and the one act that comes next. */
export function JobRow({ repair, now, action, onOpen }: JobRowProps) {
  const { value, unit, word, tone } = pressingOf(repair, now)
  return (
    <View className="job">
      <Tap className="job-open" onTap={onOpen}>
        <View className="job-l">
          <View className={classes('job-v num', tone !== 'plain' && tone)}>
            {value}
            {unit && <View className="job-u">{unit}</View>}
          </View>
          <View className="job-k">{word}</View>
        </View>
        <View className="grow">
          <View className="job-t">{titleOf(repair.description)}</View>
          <View className="job-s num">{`${repair.urgent ? '急修 · ' : ''}${placeInHouse(repair)}`}</View>
        </View>
      </Tap>
      {action && <View className="job-a">{action}</View>}
    </View>
  )
}
