import { View } from '@tarojs/components'
import { useState } from 'react'
import { BOARD_DUTIES } from '../../../types/vocabulary/fee-board'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { Tap } from '../../components/tap'
import type { Board } from './board-words'
import './board.scss'

const SHOWN_FIRST = 9

/** 公示牌: the eleven items of clear price marking and the seven of the city, each with what answers it. */
export function BoardDuties({ duties }: { duties: Board['duties'] }) {
  const [whole, setWhole] = useState(false)
  return (
    <Card flush>
      {duties.map(({ duty, answer }, place) => (
        <View key={duty} className={classes('dl', !whole && place >= SHOWN_FIRST && 'dl-later')}>
          <View className="dl-k">
            {BOARD_DUTIES[duty].zh}
            <View className="dl-r">{BOARD_DUTIES[duty].rule}</View>
          </View>
          <View className={classes('dl-v num words', answer === undefined && 'due')}>{answer ?? '还没写明'}</View>
        </View>
      ))}
      {!whole && duties.length > SHOWN_FIRST && (
        <Tap className="more no-print" onTap={() => setWhole(true)}>
          {`展开其余 ${duties.length - SHOWN_FIRST} 项`}
        </Tap>
      )}
    </Card>
  )
}

/** 18 项齐全 */
export function sayComplete(duties: Board['duties']): string {
  const missing = duties.filter(({ answer }) => answer === undefined).length
  return missing === 0 ? `${duties.length} 项齐全` : `${duties.length} 项里还缺 ${missing} 项`
}
