import { View } from '@tarojs/components'
import { classes } from './classes'
import { Tap } from './tap'
import './switch.scss'

interface SwitchProps {
  title: string
  note: string
  on: boolean
  onTurn(on: boolean): void
}

/** The whole line turns it, not only the small knob. */
export function SwitchRow({ title, note, on, onTurn }: SwitchProps) {
  return (
    <Tap className="row" role="switch" label={title} checked={on} onTap={() => onTurn(!on)}>
      <View className="grow">
        <View className="row-t">{title}</View>
        <View className="row-s">{note}</View>
      </View>
      <View className={classes('switch', on && 'switch-on')}>
        <View className="switch-dot" />
      </View>
    </Tap>
  )
}
