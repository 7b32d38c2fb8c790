import { Text, View } from '@tarojs/components'
import { aria } from '../services/aria'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tap } from './tap'
import './tab-bar.scss'

export interface Tab<T extends string> {
  tab: T
  word: string
  icon: IconName
  /** Something new is there. */
  dot?: boolean
}

interface TabBarProps<T extends string> {
  tabs: readonly Tab<T>[]
  value: T
  onChoose(tab: NoInfer<T>): void
  /** Said only where there is a desk: whose place this is, and who works at it. */
  place: string
  person: string
  office: string
}

/** At the bottom of a phone, at the left of a desk: the same tabs, placed by the stylesheet. */
export function TabBar<T extends string>({ tabs, value, onChoose, place, person, office }: TabBarProps<T>) {
  return (
    <View className="tabs">
      <View className="rail-logo">明居</View>
      <View className="rail-place">{place}</View>
      <View className="tabs-in" {...aria({ role: 'tablist' })}>
        {tabs.map(({ tab, word, icon, dot }) => (
          <Tap
            key={tab}
            className={classes('tab', tab === value && 'tab-on')}
            role="tab"
            selected={tab === value}
            label={dot ? `${word}，有新的` : word}
            onTap={() => onChoose(tab)}
          >
            <Icon name={icon} className="tab-i" />
            <Text>{word}</Text>
            {dot && <View className="tab-dot" />}
          </Tap>
        ))}
      </View>
      <View className="rail-me">
        <View className="med">{person}</View>
        <View className="note mute">{office}</View>
      </View>
    </View>
  )
}
