import Taro from '@tarojs/taro'
import { host } from './host'

/**
 * What the phone keeps about one person: last answers, unsent forms. A browser may be used by several people, one after
 * the other or in two tabs at once, so every key carries whose it is and nobody's page can so much as ask for another's.
 */
const PREFIX = 'mingju:private:'
const SEEN = 'seen'

/** What somebody left behind without signing out goes after a day; until then an expired session finds its form again. */
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1000

let sweptFor: string | undefined

export function readPrivate(key: string): unknown {
  return Taro.getStorageSync(mine() + key) || undefined
}

/** Storage may be full or refused; then the phone simply remembers less. */
export function keepPrivate(key: string, value: unknown): void {
  const own = mine()
  try {
    Taro.setStorageSync(own + key, value)
    Taro.setStorageSync(own + SEEN, Date.now())
  } catch {
    Taro.removeStorageSync(own + key)
  }
}

export function forgetPrivate(key: string): void {
  Taro.removeStorageSync(mine() + key)
}

/** Everything of this person, when they sign out or take another seat; what another tab's person keeps stays theirs. */
export function wipePrivate(): void {
  const own = mine()
  removeKeys((key) => key.startsWith(own))
}

/** The beginning of this person's keys. The first time that a page asks, it sweeps out what others left behind. */
function mine(): string {
  const signedIn = host()
  const own = `${PREFIX}${signedIn ? markOf(signedIn.person || signedIn.token) : 'wechat'}:`
  if (sweptFor !== own) {
    sweptFor = own
    sweep(own)
  }
  return own
}

function sweep(own: string): void {
  const since = Date.now() - LEFT_BEHIND_MS
  removeKeys((key) => {
    if (!key.startsWith(PREFIX) || key.startsWith(own)) return false
    const whose = /^[^:]*:/.exec(key.slice(PREFIX.length))
    const seen: unknown = whose ? Taro.getStorageSync(PREFIX + whose[0] + SEEN) : undefined
    return typeof seen !== 'number' || seen < since
  })
}

function removeKeys(unwanted: (key: string) => boolean): void {
  // Decided for all before the first one goes: the stamp that decides is one of them.
  for (const key of Taro.getStorageInfoSync().keys.filter(unwanted)) Taro.removeStorageSync(key)
}

const FNV_STARTS = [0x811c9dc5, 0x050c5d1f] as const

/** A short mark of the person (FNV-1a, twice), so that neither an account's id nor a token is written down. */
const markOf = (person: string): string => FNV_STARTS.map((start) => fnv(person, start).toString(36)).join('')

function fnv(text: string, start: number): number {
  let mark: number = start
  for (let place = 0; place < text.length; place += 1) {
    mark = Math.imul(mark ^ text.charCodeAt(place), 0x01000193) >>> 0
  }
  return mark
}
