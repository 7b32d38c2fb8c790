import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayYuan } from '../../../types/vocabulary/money'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { aria } from '../../services/aria'
import type { Quarter } from './account-reads'
import { quarterShort, quarterWord, signedYuan, widthOf } from './account-words'
import './accounts.scss'

/** In and out of the last quarters, side by side; the numbers wait behind a tap. */
export function QuarterTrend({ trend, on }: { trend: Quarter['trend']; on: string }) {
  const [numbers, setNumbers] = useState(false)
  const most = Math.max(...trend.map(({ incomeFen, spentFen }) => Math.max(incomeFen, spentFen)), 1)
  return (
    <Card>
      <View className="acc-key">
        <View className="acc-key-it">
          <View className="acc-dot acc-dot-in" />
          收入
        </View>
        <View className="acc-key-it">
          <View className="acc-dot acc-dot-out" />
          支出
        </View>
      </View>
      <View className="acc-cols mt4">
        {trend.map((one) => (
          <View
            key={one.quarter}
            className={classes('acc-col', one.quarter === on && 'acc-col-on')}
            {...aria({
              role: 'img',
              label: `${quarterWord(one.quarter)}，收入 ${sayYuan(one.incomeFen)} 元，支出 ${sayYuan(one.spentFen)} 元`,
            })}
          >
            <View className="acc-pair">
              <View className="acc-col-in" style={{ height: widthOf(one.incomeFen, most) }} />
              <View className="acc-col-out" style={{ height: widthOf(one.spentFen, most) }} />
            </View>
            <View className="acc-x num">{quarterShort(one.quarter)}</View>
          </View>
        ))}
      </View>
      {numbers && (
        <View className="mt4">
          <Numbers cells={['季度', '收入', '支出', '季末结余']} head />
          {[...trend].reverse().map((one) => (
            <Numbers
              key={one.quarter}
              cells={[
                quarterShort(one.quarter),
                sayYuan(one.incomeFen),
                sayYuan(one.spentFen),
                signedYuan(one.closingFen),
              ]}
            />
          ))}
        </View>
      )}
      <Button kind="plain" size="pill" onTap={() => setNumbers(!numbers)}>
        {numbers ? '收起数字' : '看数字'}
      </Button>
    </Card>
  )
}

const Numbers = ({ cells, head = false }: { cells: readonly string[]; head?: boolean }) => (
  <View className={classes('acc-dt', 'num', head && 'acc-dt-h')}>
    {cells.map((cell) => (
      <View key={cell} className="acc-dt-c">
        {cell}
      </View>
    ))}
  </View>
)
