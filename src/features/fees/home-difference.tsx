import { Text, View } from '@tarojs/components'
import { monthAround } from '../../../types/vocabulary/dates'
import { sayYuan } from '../../../types/vocabulary/money'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'

/** What a rise costs one's own home each month. */
export function HomeDifference({ area100, was, is }: { area100: number; was: number; is: number }) {
  const month = monthAround(now())
  const before = useCall('fees.quote', { area100, priceE4: was, ...month }).data
  const after = useCall('fees.quote', { area100, priceE4: is, ...month }).data
  if (!before || !after) return null
  const more = after.amountFen - before.amountFen
  return (
    <View className="basis between mt4 num t15">
      <Text>{`您家每月 ${sayYuan(before.amountFen)} → ${sayYuan(after.amountFen)}`}</Text>
      <Text className="b">{`${more > 0 ? '多' : '少'} ${sayYuan(Math.abs(more))} 元`}</Text>
    </View>
  )
}
