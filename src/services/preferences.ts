import Taro from '@tarojs/taro'

export type ThemeChoice = 'follow' | 'light' | 'dark'

export const THEME_CHOICES = {
  follow: { zh: '跟随系统' },
  light: { zh: '浅色' },
  dark: { zh: '深色' },
} as const satisfies Record<ThemeChoice, { zh: string }>

export interface Preferences {
  elder: boolean
  theme: ThemeChoice
  dark: boolean
}

/** WeChat's text size from which a person plainly wants big text, in its own pixels (the standard is 16 or 17). */
const BIG_SYSTEM_TEXT = 20

const ELDER_KEY = 'mingju:elder'
const THEME_KEY = 'mingju:theme'

const listeners = new Set<() => void>()
let current: Preferences | undefined

/** How this phone shows things. Read once from storage, then kept; `watchPreferences` tells of changes. */
export function preferences(): Preferences {
  current ??= recall()
  return current
}

export function watchPreferences(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function setElder(elder: boolean): void {
  Taro.setStorageSync(ELDER_KEY, elder ? 'on' : 'off')
  refresh()
}

export function setTheme(theme: ThemeChoice): void {
  Taro.setStorageSync(THEME_KEY, theme)
  refresh()
}

/** Follows the system's own change of theme while the program runs. */
export function followSystemTheme(): void {
  if (process.env.TARO_ENV === 'h5') systemDarkQuery()?.addEventListener?.('change', refresh)
  else Taro.onThemeChange?.(refresh)
}

function refresh(): void {
  current = recall()
  listeners.forEach((listener) => listener())
}

function recall(): Preferences {
  const theme = recallTheme()
  const elder: unknown = Taro.getStorageSync(ELDER_KEY)
  return {
    theme,
    dark: theme === 'dark' || (theme === 'follow' && systemIsDark()),
    elder: elder === 'on' || (elder !== 'off' && systemTextIsBig()),
  }
}

function recallTheme(): ThemeChoice {
  const kept: unknown = Taro.getStorageSync(THEME_KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'follow'
}

const systemDarkQuery = () =>
  typeof window !== 'undefined' && typeof window.matchMedia === 'function'
    ? window.matchMedia('(prefers-color-scheme: dark)')
    : undefined

function systemIsDark(): boolean {
  if (process.env.TARO_ENV === 'h5') return systemDarkQuery()?.matches ?? false
  return Taro.getAppBaseInfo?.().theme === 'dark'
}

function systemTextIsBig(): boolean {
  if (process.env.TARO_ENV === 'h5') return false
  const system = Taro.getAppBaseInfo?.()
  // WeChat answers it here too, only Taro's types do not say so.
  const size: unknown = system && 'fontSizeSetting' in system ? system.fontSizeSetting : undefined
  return typeof size === 'number' && size >= BIG_SYSTEM_TEXT
}
