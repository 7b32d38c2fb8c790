import { View } from '@tarojs/components'
import { aria } from '../services/aria'
import { Picks } from './picks'

interface PickChipsProps<T extends string> {
  label: string
  choices: readonly { value: T; word: string }[]
  value: T | undefined
  onPick(value: NoInfer<T>): void
}

/** One of several short words under a heading; more than fit beside each other go on to the next line. */
export function PickChips<T extends string>({ label, choices, value, onPick }: PickChipsProps<T>) {
  return (
    <View className="chips-under">
      <View className="note mute" {...aria({ hidden: true })}>
        {label}
      </View>
      <Picks label={label} choices={choices} chosen={value === undefined ? [] : [value]} onPick={onPick} />
    </View>
  )
}
