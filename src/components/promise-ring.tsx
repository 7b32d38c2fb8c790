import { View } from '@tarojs/components'
import { aria } from '../services/aria'
import { classes } from './classes'
import './promise-ring.scss'

interface PromiseRingProps {
  /** What stands inside: 60, 59:42, 23:50. */
  value: string
  /** Under it: 分钟内, 剩余, 前. */
  unit: string
  /** How much of the time is still there, 0 to 100. */
  percent: number
  tone?: 'ok' | 'due' | 'bad'
  /** The whole as one phrase, for whoever hears it. */
  label: string
}

/** What is left of a promise. The words beside it say the same, so that no colour alone tells it. */
export function PromiseRing({ value, unit, percent, tone = 'ok', label }: PromiseRingProps) {
  const colour = { ok: 'var(--brand)', due: 'var(--due-fill)', bad: 'var(--loss)' }[tone]
  const part = Math.max(0, Math.min(100, Math.round(percent)))
  return (
    <View
      className="ring"
      style={{ background: `conic-gradient(${colour} 0 ${part}%, var(--sunk) ${part}% 100%)` }}
      {...aria({ role: 'img', label })}
    >
      <View className={classes('ring-v', tone === 'bad' && 'ring-v-bad')}>{value}</View>
      <View className="ring-u">{unit}</View>
    </View>
  )
}
