import { View } from '@tarojs/components'
import { aria } from '../services/aria'
import { classes } from './classes'
import { Icon } from './icon'
import { Tap } from './tap'
import './stars.scss'

const PLACES = [1, 2, 3, 4, 5] as const

interface StarInputProps {
  label: string
  /** What each number of stars says, from one to five. */
  words: readonly [string, string, string, string, string]
  value: number | undefined
  onChoose(stars: number): void
}

/** One to five by a tap; what the number says stands below, so that nobody wonders whether five is good. */
export function StarInput({ label, words, value, onChoose }: StarInputProps) {
  return (
    <View className="stars-pick" {...aria({ role: 'radiogroup', label })}>
      <View className="stars-line">
        {PLACES.map((stars) => (
          <Tap
            key={stars}
            className="stars-tap"
            role="radio"
            label={`${stars} 星，${words[stars - 1] ?? ''}`}
            checked={stars === value}
            onTap={() => onChoose(stars)}
          >
            <Star on={value !== undefined && stars <= value} />
          </Tap>
        ))}
      </View>
      <View className={classes('stars-word', value === undefined && 'mute')}>
        {value === undefined ? '点几颗星' : (words[value - 1] ?? '')}
      </View>
    </View>
  )
}

/** A rating that was given. */
export function Stars({ value }: { value: number }) {
  return (
    <View className="stars-line stars-given" {...aria({ role: 'img', label: `${value} 星` })}>
      {PLACES.map((stars) => (
        <Star key={stars} on={stars <= value} />
      ))}
    </View>
  )
}

/** Full or outlined: the shape tells it, not the colour alone. */
function Star({ on }: { on: boolean }) {
  return on ? <View className="stars-on" /> : <Icon name="star" className="stars-off" />
}
