import { View } from '@tarojs/components'
import { aria } from '../services/aria'
import { classes } from './classes'
import { Tap } from './tap'
import './segmented.scss'

interface SegmentedProps<T extends string> {
  label: string
  choices: readonly { value: T; word: string }[]
  value: T
  onChoose(value: NoInfer<T>): void
}

/** One of a few; all are seen at once. */
export function Segmented<T extends string>({ label, choices, value, onChoose }: SegmentedProps<T>) {
  return (
    <View className="seg" {...aria({ role: 'radiogroup', label })}>
      {choices.map((choice) => (
        <Tap
          key={choice.value}
          className={classes('seg-it', choice.value === value && 'seg-on')}
          role="radio"
          checked={choice.value === value}
          onTap={() => onChoose(choice.value)}
        >
          {choice.word}
        </Tap>
      ))}
    </View>
  )
}
