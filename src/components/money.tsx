import { Text, View } from '@tarojs/components'
import { sayYuan } from '../../types/vocabulary/money'
import { aria } from '../services/aria'
import { classes } from './classes'
import './money.scss'

interface MoneyProps {
  amountFen: number
  /** `row` in a line of others, `l` side by side, `hero` once a page. */
  size?: 'row' | 'm' | 'l' | 'hero'
}

/** An amount, read aloud as one phrase. The sign and the decimals are smaller where it is large, and never hidden. */
export function Money({ amountFen, size = 'm' }: MoneyProps) {
  const [whole = '0', decimals = '00'] = sayYuan(amountFen).split('.')
  return (
    <View className={classes('money', `money-${size}`)} {...aria({ role: 'img', label: `${whole}.${decimals} 元` })}>
      <Text className="money-y">¥</Text>
      <Text>{whole}</Text>
      <Text className="money-d">{`.${decimals}`}</Text>
    </View>
  )
}
