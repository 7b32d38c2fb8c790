import { View } from '@tarojs/components'
import { sayYuan } from '../../../types/vocabulary/money'
import { categoryWord } from '../../../types/vocabulary/statement'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import type { Cockpit } from './account-reads'
import { barsOf, isRunning, shortOf, widthOf } from './account-words'
import './cockpit.scss'

/** 应收与实收: each kind of income in a line, with the difference in words. */
export function SourceTable({ cockpit }: { cockpit: Cockpit }) {
  const bars = barsOf(cockpit.lines, cockpit.sources)
  const running = isRunning(cockpit)
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.expectedFen, bar.receivedFen)))
  return (
    <Card title="应收与实收">
      <View className="src-row src-head note mute">
        <View className="src-name">来源</View>
        <View className="src-track" />
        <View className="src-n">应收</View>
        <View className="src-n">实收</View>
        <View className="src-n">差</View>
      </View>
      {bars.map((bar) => {
        const gapFen = shortOf(bar)
        return (
          <View key={bar.category} className="src-row num">
            <View className="src-name">{categoryWord(bar.category)}</View>
            <View className="src-track">
              <View className="acc-track src-line">
                {gapFen > 0 && (
                  <View
                    className={running ? 'acc-exp acc-wait' : 'acc-exp'}
                    style={{ width: widthOf(bar.expectedFen, most) }}
                  />
                )}
                <View className="acc-got" style={{ width: widthOf(bar.receivedFen, most) }} />
              </View>
            </View>
            <View className="src-n sub">{sayYuan(bar.expectedFen)}</View>
            <View className="src-n med">{sayYuan(bar.receivedFen)}</View>
            <View className={classes('src-n', gapFen > 0 && !running ? 'due b' : 'mute')}>
              {gapFen === 0 ? '收齐' : `${running ? '还差' : '少'} ${sayYuan(gapFen)}`}
            </View>
          </View>
        )
      })}
    </Card>
  )
}
