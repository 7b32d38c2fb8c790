import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import type { Tone } from './row'
import { Tap } from './tap'
import './door.scss'

interface DoorProps {
  icon: IconName
  title: string
  note?: string
  /** Something that is under way: warm while it waits for the reader, green once it is taken up. Without it, a way in. */
  tone?: Tone
  onTap(): void
}

/** A big way in: a square on a phone, a full line in big text. */
export function Door({ icon, title, note, tone, onTap }: DoorProps) {
  return (
    <Tap className={classes('door', isNews(tone) && `door-news door-${tone}`)} onTap={onTap}>
      <Icon name={icon} className="door-i" />
      <View className="grow">
        <View className="door-t num">{title}</View>
        {note && <View className="door-s num">{note}</View>}
      </View>
      <Icon name="chevron-right" className="door-chev" />
    </Tap>
  )
}

const isNews = (tone: Tone | undefined): tone is 'due' | 'ok' => tone === 'due' || tone === 'ok'

export function Doors({ children }: { children: ReactNode }) {
  return <View className="doors">{children}</View>
}
