import { View } from '@tarojs/components'
import { monthAround } from '../../../types/vocabulary/dates'
import { sayArea, sayYuan } from '../../../types/vocabulary/money'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'

/** What one's own home pays for this month, worked out by the server like a bill. */
export function HomeFee({ area100, priceE4 }: { area100: number; priceE4: number }) {
  const { from, to } = monthAround(now())
  const { data } = useCall('fees.quote', { area100, priceE4, from, to })
  if (!data) return null
  return (
    <View className="note mute num no-print">{`您家 ${sayArea(area100)} 平方米，每月 ${sayYuan(data.amountFen)} 元`}</View>
  )
}
