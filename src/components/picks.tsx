import { View } from '@tarojs/components'
import { aria } from '../services/aria'
import { classes } from './classes'
import { Tap } from './tap'
import './pick-chips.scss'

interface PicksProps<T extends string> {
  label: string
  choices: readonly { value: T; word: string }[]
  /** Those that are chosen: at most one of `one`, any number of `several`. */
  chosen: readonly T[]
  of?: 'one' | 'several'
  onPick(value: NoInfer<T>): void
}

/** Short words to tap, as many beside each other as fit. */
export function Picks<T extends string>({ label, choices, chosen, of = 'one', onPick }: PicksProps<T>) {
  return (
    <View className="chips" {...aria({ role: of === 'one' ? 'radiogroup' : 'group', label })}>
      {choices.map(({ value, word }) => {
        const on = chosen.includes(value)
        return (
          <Tap
            key={value}
            className={classes('chips-it', on && 'chips-on')}
            role={of === 'one' ? 'radio' : 'checkbox'}
            checked={on}
            onTap={() => onPick(value)}
          >
            {word}
          </Tap>
        )
      })}
    </View>
  )
}
