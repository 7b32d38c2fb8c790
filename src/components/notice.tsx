import { View } from '@tarojs/components'
import { aria } from '../services/aria'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tap } from './tap'
import './notice.scss'

interface NoticeProps {
  tone: 'ok' | 'due'
  icon: IconName
  title: string
  note?: string | undefined
  action?: { word: string; onTap(): void }
}

/** One note above the cards that it answers: what was done, or what is missing. */
export function Notice({ tone, icon, title, note, action }: NoticeProps) {
  return (
    <View className={classes('box', `box-${tone}`)} {...aria({ role: tone === 'due' ? 'alert' : 'status' })}>
      <Icon name={icon} className="box-i" />
      <View className="grow">
        <View className="box-t">{title}</View>
        {note && <View className="box-s num">{note}</View>}
      </View>
      {action && (
        <Tap className="box-a" onTap={action.onTap}>
          {action.word}
        </Tap>
      )}
    </View>
  )
}
