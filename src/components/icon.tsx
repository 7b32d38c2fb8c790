import { Text } from '@tarojs/components'
import { aria } from '../services/aria'
import { classes } from './classes'
import type { IconName } from './icon-names'

interface IconProps {
  name: IconName
  className?: string
  /** Only where no word beside it says the same. */
  label?: string
}

export function Icon({ name, className, label }: IconProps) {
  return (
    <Text
      className={classes('i', `i-${name}`, className)}
      {...aria(label ? { role: 'img', label } : { hidden: true })}
    />
  )
}
