import { Text, View } from '@tarojs/components'
import type { Input, Output } from '../../../types/contracts'
import { sayDate } from '../../../types/vocabulary/dates'
import { sayArea, sayPrice, sayYuan } from '../../../types/vocabulary/money'
import { Card } from '../../components/card'
import { BoneRows, End, Failed } from '../../components/faces'
import { useCall } from '../../hooks/use-call'
import './fee-rows.scss'
import './price.scss'

type Line = Output<'fees.quote'>['lines'][number]

/** What it would cost, and how each month is worked out. */
export function QuoteResult({ input }: { input: Input<'fees.quote'> }) {
  const { data, error, again } = useCall('fees.quote', input)
  if (!data)
    return error ? <Failed what="试算结果" error={error} onAgain={() => void again()} /> : <BoneRows count={2} />
  return (
    <>
      <Card>
        <View className="t15 sub">一共</View>
        <View className="fee-hero num">
          {sayYuan(data.amountFen)}
          <Text className="fee-unit">元</Text>
        </View>
        <View className="note mute num">{`${sayArea(input.area100)} 平方米 × ${sayPrice(input.priceE4)} 元，按月四舍五入到分`}</View>
      </Card>
      <Card flush>
        {data.lines.map((line) => (
          <MonthLine key={line.from} line={line} />
        ))}
      </Card>
      <End>只是试算，不会产生账单</End>
    </>
  )
}

function MonthLine({ line }: { line: Line }) {
  const { from, days, daysInMonth, amountFen } = line
  const [year, month] = sayDate(from).split(' 月')[0]?.split(' 年 ') ?? []
  return (
    <View className="fee">
      <View className="grow">
        <View className="fee-t num">{`${year ?? ''} 年 ${month ?? ''} 月`}</View>
        <View className="fee-s num">
          {days === daysInMonth ? `整月 ${days} 天` : `${days} 天，这个月共 ${daysInMonth} 天`}
        </View>
      </View>
      <View className="fee-p">
        <View className="fee-v num">{`${sayYuan(amountFen)} 元`}</View>
      </View>
    </View>
  )
}
