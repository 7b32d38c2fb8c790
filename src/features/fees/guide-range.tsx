import { Text, View } from '@tarojs/components'
import { sayPrice } from '../../../types/vocabulary/money'
import { classes } from '../../components/classes'
import type { Board } from './board-words'
import './price.scss'

interface GuideRangeProps {
  guide: NonNullable<Board['guide']>
  /** What is really charged, per m² and month. */
  priceE4: number
  grade: string
}

/** Where the actual price stands between the ends of the guide price, with the document that sets them. */
export function GuideRange({ guide, priceE4, grade }: GuideRangeProps) {
  const { leastE4, mostE4, floatPercent, document } = guide
  const share = mostE4 === leastE4 ? 50 : ((priceE4 - leastE4) / (mostE4 - leastE4)) * 100
  const isOutside = share < 0 || share > 100
  return (
    <>
      <View className="guide mt5 no-print">
        <View
          className={classes('guide-pin', isOutside && 'guide-out')}
          style={{ left: `${Math.min(Math.max(Math.round(share), 0), 100)}%` }}
        />
      </View>
      <View className="guide-scale num">
        <Text>{`${sayPrice(leastE4)} 下限`}</Text>
        <Text className="guide-mid">{`指导价 ${sayPrice(guide.priceE4)}`}</Text>
        <Text>{`${sayPrice(mostE4)} 上限`}</Text>
      </View>
      <View className="note mute mt3">
        {`${grade}的政府指导价，可上下浮动 ${floatPercent}%${isOutside ? '；现价在范围之外，由业主大会决定' : ''}。依据：${document}。`}
      </View>
    </>
  )
}
