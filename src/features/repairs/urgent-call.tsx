import { View } from '@tarojs/components'
import { categoryOf, type RepairCategory } from '../../../types/vocabulary/repair-category'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Orb } from '../../components/row'
import { dial } from '../../services/phone'
import './repair-fields.scss'

interface UrgentCallProps {
  category: RepairCategory | undefined
  phones: readonly { label: string; number: string; hours: string }[]
}

const PUBLIC_NUMBERS: Readonly<Record<string, string>> = { '110': '报警', '119': '消防', '120': '急救' }

/** An emergency begins with a call: what to do until somebody comes, and the numbers, the most pressing first. */
export function UrgentCall({ category, phones }: UrgentCallProps) {
  const { advice, dialFirst = [] } = category ? categoryOf(category) : {}
  const [property] = phones
  const numbers = [
    ...dialFirst.map((number) => ({ number, word: `打 ${number} ${PUBLIC_NUMBERS[number] ?? ''}`.trim() })),
    ...(property ? [{ number: property.number, word: `打给${property.label}` }] : []),
  ]
  return (
    <Card>
      <View className="line">
        <Orb icon="siren" tone="due" />
        <View className="grow">
          <View className="card-t">先打电话，再报上来</View>
          {property && <View className="note sub num">{`${property.label} ${property.hours}`}</View>}
        </View>
      </View>
      {advice && <View className="t15 mt3">{advice}</View>}
      <View className="urgent-calls mt4">
        {numbers.map(({ number, word }, place) => (
          <Button
            key={number}
            kind={place === 0 ? 'filled' : 'soft'}
            icon="phone"
            label={`${word}，${number}`}
            onTap={() => dial(number)}
          >
            {word}
          </Button>
        ))}
      </View>
    </Card>
  )
}
