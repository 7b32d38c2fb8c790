import { Text, View } from '@tarojs/components'
import { classes } from './classes'
import { Icon } from './icon'
import './clocks.scss'

export interface Clock {
  key: string
  word: string
  /** Kept, missed, or still running; one that stands still has no verdict yet either. */
  outcome: 'kept' | 'missed' | 'running'
  /** A measured time in figures and units, `44` `时` `05` `分`; a word where nothing is measured yet. */
  measured: readonly { figure: string; unit: string }[] | string
  /** What was promised: 承诺 24 小时. */
  promise: string
}

const SIGNS = {
  kept: { icon: 'check', label: '做到了' },
  missed: { icon: 'x', label: '没做到' },
  running: { icon: 'timer', label: '正在计时' },
} as const

/** The promises side by side, each with what was measured; in big text one below the other. */
export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  return (
    <View className="clocks">
      {clocks.map(({ key, word, outcome, measured, promise }) => (
        <View key={key} className={classes('clock', `clock-${outcome}`)}>
          <View className="clock-k">
            <Icon name={SIGNS[outcome].icon} className="clock-i" label={SIGNS[outcome].label} />
            {word}
          </View>
          <View className="clock-v">
            {typeof measured === 'string' ? (
              <Text className="clock-w">{measured}</Text>
            ) : (
              measured.map(({ figure, unit }) => (
                <Text key={unit}>
                  {figure}
                  <Text className="clock-u">{unit}</Text>
                </Text>
              ))
            )}
          </View>
          <View className="clock-s num">{promise}</View>
        </View>
      ))}
    </View>
  )
}
