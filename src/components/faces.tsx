import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayInstant } from '../../types/vocabulary/dates'
import type { ErrorCode, WireError } from '../../types/vocabulary/errors'
import { aria } from '../services/aria'
import { afterHan } from '../services/clock'
import { isOutside } from '../services/refusals'
import { openPage } from '../services/routes'
import { Button } from './button'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Notice } from './notice'
import { Orb } from './row'
import './faces.scss'

interface EmptyProps {
  icon: IconName
  title: string
  /** What to do about it. */
  note: string
  action?: { word: string; icon?: IconName; onTap(): void }
}

export function Empty({ icon, title, note, action }: EmptyProps) {
  return (
    <View className="blank">
      <View className="pic">
        <Icon name={icon} />
      </View>
      <View className="blank-t">{title}</View>
      <View className="blank-s">{note}</View>
      {action && (
        <Button className="blank-b" onTap={action.onTap} {...(action.icon && { icon: action.icon })}>
          {action.word}
        </Button>
      )}
    </View>
  )
}

/** The same question would meet the same answer. */
const FINAL: readonly ErrorCode[] = ['NOT_BOUND', 'NOT_ALLOWED', 'NOT_SIGNED_IN', 'NOT_FOUND']

/** The part that could not be opened, named, with what helps: trying again, or binding a house. */
export function Failed({ what, error, onAgain }: { what: string; error: WireError; onAgain(): void }) {
  const isFinal = FINAL.includes(error.code)
  return (
    <View className="card" {...aria({ role: 'alert' })}>
      <View className="blank blank-in">
        <Orb icon={isOutside(error) ? 'wifi-off' : isFinal ? 'circle-alert' : 'refresh-cw'} tone="due" />
        <View className="blank-t blank-t-in">{`${what}没能打开`}</View>
        <View className="blank-s">{error.message}</View>
        {error.code === 'NOT_BOUND' && (
          <Button className="blank-b" kind="soft" size="pill" onTap={() => openPage('bind', {})}>
            绑定房屋
          </Button>
        )}
        {!isFinal && (
          <Button className="blank-b" kind="soft" size="pill" onTap={onAgain}>
            再试一次
          </Button>
        )}
      </View>
    </View>
  )
}

/** Above data that are not of now. */
export function LastKnown({ at, onAgain }: { at: number; onAgain(): void }) {
  return (
    <Notice
      tone="due"
      icon="wifi-off"
      title="没连上网"
      note={`先给您看${afterHan(sayInstant(new Date(at), new Date()))} 存下的`}
      action={{ word: '再试', onTap: onAgain }}
    />
  )
}

/** The end of a list, so that nobody waits for more. */
export function End({ children }: { children: string }) {
  return <View className="end num">{children}</View>
}

/** What a page is loading, said to whoever cannot see its skeleton. */
export function Loading({ what, children }: { what: string; children: ReactNode }) {
  return (
    <View className="grid" {...aria({ role: 'status', label: `正在打开${what}` })}>
      {children}
      <View className="end">{`正在打开${what}`}</View>
    </View>
  )
}

/** A bone of a skeleton: `size` by the voice it stands for, `width` in percent. */
export function Bone({ size = 'm', width }: { size?: 's' | 'm' | 'l' | 'orb'; width?: number }) {
  return (
    <View className={classes('bone', `bone-${size}`)} {...(width !== undefined && { style: { width: `${width}%` } })} />
  )
}

export function BoneRows({ count }: { count: number }) {
  return (
    <View className="card card-flush">
      {Array.from({ length: count }, (_, place) => (
        <View key={place} className="row row-in">
          <Bone size="orb" />
          <View className="grow">
            <Bone width={62 - place * 6} />
            <Bone size="s" width={84 - place * 9} />
          </View>
        </View>
      ))}
    </View>
  )
}
