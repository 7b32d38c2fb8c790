import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import './card.scss'

/** One clear thing each; `flush` for rows, which bring their own air. */
export function Card({ title, flush = false, children }: { title?: string; flush?: boolean; children: ReactNode }) {
  return (
    <View className={classes('card', flush && 'card-flush')}>
      {title && <View className="card-t">{title}</View>}
      {children}
    </View>
  )
}

/** The heading of a section, between cards. */
export function Section({ title, note, first = false }: { title: string; note?: string | undefined; first?: boolean }) {
  return (
    <View className={classes('sec', first && 'sec-first')}>
      <View className="sec-t">{title}</View>
      {note && <View className="sec-s num">{note}</View>}
    </View>
  )
}
