import { mergeInternalComponents } from '@tarojs/shared'
import known from './aria-attributes.json'

const ON_H5 = process.env.TARO_ENV === 'h5'

/**
 * Lets a mini-program set the attributes that the build put into its template (config/weapp-aria.ts). Must run before the
 * first page is drawn: Taro fixes its attribute names then.
 */
export function teachAria(): void {
  if (ON_H5) return
  mergeInternalComponents(Object.fromEntries(known.components.map((name) => [name, { ...known.attributes }])))
}

interface Aria {
  role?:
    | 'button'
    | 'img'
    | 'alert'
    | 'status'
    | 'tab'
    | 'tablist'
    | 'dialog'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'group'
    | 'switch'
    | 'heading'
  label?: string | undefined
  hidden?: boolean
  disabled?: boolean
  checked?: boolean
  selected?: boolean
}

/** The same meaning in each platform's attributes: browsers read `role`, WeChat reads `aria-role`. */
export function aria({ role, label, hidden, disabled, checked, selected }: Aria): Record<string, string | boolean> {
  return {
    ...(role && { [ON_H5 ? 'role' : 'aria-role']: role }),
    ...(label !== undefined && { 'aria-label': label }),
    ...(hidden && { 'aria-hidden': 'true' }),
    ...(disabled && { 'aria-disabled': 'true' }),
    ...(checked !== undefined && { 'aria-checked': String(checked) }),
    ...(selected !== undefined && { 'aria-selected': String(selected) }),
  }
}
