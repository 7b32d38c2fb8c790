import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tap } from './tap'
import './row.scss'

export type Tone = 'plain' | 'ok' | 'due' | 'bad'

export function Orb({ icon, tone = 'plain' }: { icon: IconName; tone?: Tone }) {
  return (
    <View className={classes('orb', `orb-${tone}`)}>
      <Icon name={icon} />
    </View>
  )
}

interface RowProps {
  icon?: IconName
  tone?: Tone
  title: string
  /** One line under the title. */
  note?: string | undefined
  /** A note that may be long is cut at the end of its line, beside the time or above it; the page behind has it whole. */
  cut?: 'beside time' | 'above time'
  /** A time after the note; it never breaks in two. */
  when?: string
  /** At the right: a chip or a word. A row that opens something shows a chevron instead. */
  end?: ReactNode
  /** A button beside the row: tapping it does not open the row. */
  action?: ReactNode
  label?: string
  selected?: boolean
  onTap?: (() => void) | undefined
}

const CUT = { 'beside time': 'row-s-one', 'above time': 'row-s-two' } as const

export function Row(props: RowProps) {
  const { icon, tone = 'plain', title, note, cut, when, end, action, label, selected, onTap } = props
  const inside = (
    <>
      {icon && <Orb icon={icon} tone={tone} />}
      <View className="grow">
        <View className="row-t num">{title}</View>
        {note && (
          <View className={classes('row-s', 'num', cut && CUT[cut])}>
            <Text className="row-note">{note}</Text>
            {when && <Text className="row-dot">{' · '}</Text>}
            {when && <Text className="row-when">{when}</Text>}
          </View>
        )}
      </View>
      {end && <View className="row-end">{end}</View>}
      {onTap && !end && !action && <Icon name="chevron-right" className="chev" />}
    </>
  )
  const className = classes('row', icon !== undefined && 'row-in', selected && 'row-on')
  if (!onTap) return <View className={className}>{inside}</View>
  if (!action) {
    return (
      <Tap className={className} label={label} onTap={onTap}>
        {inside}
      </Tap>
    )
  }
  return (
    <View className={className}>
      <Tap className="row-open" label={label} onTap={onTap}>
        {inside}
      </Tap>
      <View className="row-end">{action}</View>
    </View>
  )
}
