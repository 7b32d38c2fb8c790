import { View } from '@tarojs/components'
import { classes } from './classes'
import { Tap } from './tap'
import { aria } from '../services/aria'
import './pick-chips.scss'

interface PickChipsProps<T extends string> {
  label: string
  choices: readonly { value: T; word: string }[]
  value: T | undefined
  onPick(value: NoInfer<T>): void
}

/** One of several short words; more than fit beside each other go on to the next line. */
export function PickChips<T extends string>({ label, choices, value, onPick }: PickChipsProps<T>) {
  return (
    <View className="chips" {...aria({ role: 'radiogroup', label })}>
      <View className="note mute chips-k">{label}</View>
      {choices.map((choice) => (
        <Tap
          key={choice.value}
          className={classes('chips-it', choice.value === value && 'chips-on')}
          role="radio"
          checked={choice.value === value}
          onTap={() => onPick(choice.value)}
        >
          {choice.word}
        </Tap>
      ))}
    </View>
  )
}
