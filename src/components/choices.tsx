import { View } from '@tarojs/components'
import { aria } from '../services/aria'
import { Card } from './card'
import { classes } from './classes'
import { Icon } from './icon'
import { Tap } from './tap'
import './choices.scss'

interface ChoicesProps<T extends string> {
  label: string
  choices: readonly { value: T; word: string }[]
  value: T
  onChoose(value: NoInfer<T>): void
}

/** One of several, each on a line of its own: for words too long to stand side by side. */
export function Choices<T extends string>({ label, choices, value, onChoose }: ChoicesProps<T>) {
  return (
    <Card flush>
      <View {...aria({ role: 'radiogroup', label })}>
        <View className="choices-k" {...aria({ hidden: true })}>
          {label}
        </View>
        {choices.map((choice) => (
          <Tap
            key={choice.value}
            className={classes('choice', choice.value === value && 'choice-on')}
            role="radio"
            checked={choice.value === value}
            onTap={() => onChoose(choice.value)}
          >
            <View className="choice-w num">{choice.word}</View>
            {choice.value === value && <Icon name="check" className="choice-i" />}
          </Tap>
        ))}
      </View>
    </Card>
  )
}
