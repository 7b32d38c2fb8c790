import Taro from '@tarojs/taro'
import { host } from './host'

/**
 * What the phone keeps about one person: last answers, unsent forms. A browser may be used by several people one after
 * the other, so everything is wiped when somebody else has signed in, and on signing out.
 */
const PREFIX = 'mingju:private:'
const OWNER_KEY = `${PREFIX}owner`

let checked: string | undefined

export function readPrivate(key: string): unknown {
  wipeIfOthers()
  return Taro.getStorageSync(PREFIX + key) || undefined
}

/** Storage may be full or refused; then the phone simply remembers less. */
export function keepPrivate(key: string, value: unknown): void {
  wipeIfOthers()
  try {
    Taro.setStorageSync(PREFIX + key, value)
  } catch {
    Taro.removeStorageSync(PREFIX + key)
  }
}

export function forgetPrivate(key: string): void {
  Taro.removeStorageSync(PREFIX + key)
}

export function wipePrivate(): void {
  for (const key of Taro.getStorageInfoSync().keys) {
    if (key.startsWith(PREFIX)) Taro.removeStorageSync(key)
  }
  checked = undefined
}

function wipeIfOthers(): void {
  const owner = markOf(host()?.token ?? 'wechat')
  if (checked === owner) return
  if (Taro.getStorageSync(OWNER_KEY) !== owner) {
    wipePrivate()
    Taro.setStorageSync(OWNER_KEY, owner)
  }
  checked = owner
}

/** A short mark of the token (FNV-1a), so that the token itself is never written down. */
function markOf(token: string): string {
  let mark = 0x811c9dc5
  for (let place = 0; place < token.length; place += 1) {
    mark = Math.imul(mark ^ token.charCodeAt(place), 0x01000193) >>> 0
  }
  return mark.toString(36)
}
