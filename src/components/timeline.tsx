import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import './timeline.scss'

export interface Happening {
  key: string
  title: string
  when: string
  note?: string | undefined
  /** Now: the filled dot. */
  now?: boolean
  /** A deadline that passed. */
  bad?: boolean
  /** Below the words: photos of this moment. */
  more?: ReactNode
}

/** What happened and what comes, in the order given. */
export function Timeline({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <View>
      {happenings.map(({ key, title, when, note, now, bad, more }, place) => (
        <View
          key={key}
          className={classes('tl', now && 'tl-now', bad && 'tl-bad', place === happenings.length - 1 && 'tl-last')}
        >
          <View className="tl-head">
            <View className="tl-t">{title}</View>
            <View className="tl-w num">{when}</View>
          </View>
          {note && <View className="tl-s num words">{note}</View>}
          {more && <View className="mt2">{more}</View>}
        </View>
      ))}
    </View>
  )
}
