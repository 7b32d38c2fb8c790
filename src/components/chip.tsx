import { Text } from '@tarojs/components'
import { classes } from './classes'
import type { Tone } from './row'
import './chip.scss'

/** States a condition; it cannot be tapped. */
export function Chip({ children, tone = 'plain' }: { children: string; tone?: Tone }) {
  return <Text className={classes('chip', `chip-${tone}`)}>{children}</Text>
}
