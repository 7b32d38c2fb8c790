import { Text } from '@tarojs/components'
import { classes } from './classes'
import { Icon } from './icon'
import type { IconName } from './icon-names'
import { Tap } from './tap'
import './button.scss'

interface ButtonProps {
  children: string
  /** One filled button a screen. */
  kind?: 'filled' | 'soft' | 'ghost' | 'outlined' | 'plain'
  size?: 'main' | 'act' | 'pill'
  icon?: IconName
  label?: string
  /** What it is doing now, in words of about the same length (正在报…). */
  busy?: string | false
  disabled?: boolean
  className?: string
  onTap(): void
}

export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'filled',
    size = 'main',
    icon,
    label,
    busy = false,
    disabled = false,
    className,
    onTap,
  } = props
  return (
    <Tap
      className={classes('btn', `btn-${kind}`, `btn-${size}`, busy !== false && 'busy', className)}
      label={busy === false ? label : undefined}
      disabled={disabled || busy !== false}
      onTap={onTap}
    >
      {icon && busy === false && <Icon name={icon} className="btn-i" />}
      <Text>{busy === false ? children : busy}</Text>
    </Tap>
  )
}
