import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../services/aria'
import { classes } from './classes'
import './tap.scss'

interface TapProps {
  className?: string
  /** What a tap does, where the words inside do not say it by themselves. */
  label?: string | undefined
  role?: 'button' | 'tab' | 'radio' | 'checkbox' | 'switch'
  disabled?: boolean
  checked?: boolean
  selected?: boolean
  onTap(): void
  children?: ReactNode
}

/** Whatever can be tapped: one way to press, to be disabled, to be read aloud and, in a browser, to use the keyboard. */
export function Tap({
  className,
  label,
  role = 'button',
  disabled = false,
  checked,
  selected,
  onTap,
  children,
}: TapProps) {
  const press = () => {
    if (!disabled) onTap()
  }
  return (
    <View
      className={classes('tap', className, disabled && 'off')}
      hoverClass={disabled ? 'none' : 'pressed'}
      hoverStayTime={80}
      onClick={press}
      {...keyboard(press, disabled)}
      {...aria({
        role,
        label,
        disabled,
        ...(checked !== undefined && { checked }),
        ...(selected !== undefined && { selected }),
      })}
    >
      {children}
    </View>
  )
}

function keyboard(press: () => void, disabled: boolean): Record<string, unknown> {
  if (process.env.TARO_ENV !== 'h5') return {}
  return {
    tabIndex: disabled ? -1 : 0,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    },
  }
}
