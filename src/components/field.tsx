import { Input, Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../services/aria'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import './field.scss'

interface FieldProps {
  icon: IconName
  label: string
  value: string
  placeholder: string
  /** What is missing, said at the field. */
  problem?: string | undefined
  /** Longer than the limit, so that a person sees what is too much instead of losing it while typing. */
  maxLength?: number
  lines?: 'one' | 'several'
  /** Which keys a phone offers first. */
  keyboard?: 'text' | 'number'
  onChange(value: string): void
  children?: ReactNode
}

const NO_LIMIT = -1

export function Field(props: FieldProps) {
  const {
    icon,
    label,
    value,
    placeholder,
    problem,
    maxLength = NO_LIMIT,
    lines = 'one',
    keyboard = 'text',
    onChange,
    children,
  } = props
  const name = problem ? `${label}，${problem}` : label
  const shared = {
    value,
    placeholder,
    placeholderClass: 'field-hint',
    maxlength: maxLength,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    // In a browser the real field sits inside Taro's element and takes its name from here.
    ...(process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': name } } : aria({ label: name })),
  }
  return (
    <View className={classes('field', problem !== undefined && 'field-err')}>
      <Icon name={icon} className="field-i" />
      <View className="grow">
        <View className="field-k" {...aria({ hidden: true })}>
          {label}
        </View>
        {lines === 'one' ? (
          <Input {...shared} type={keyboard} className="field-v" />
        ) : (
          <Textarea {...shared} className="field-v field-area" disableDefaultPadding showConfirmBar={false} />
        )}
        {problem && <View className="field-p">{problem}</View>}
        {children}
      </View>
    </View>
  )
}
