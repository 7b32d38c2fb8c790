import type { HomeCall } from '../../../types/vocabulary/home'
import type { Role } from '../../../types/vocabulary/roles'
import type { Tab } from '../../components/tab-bar'

export type TabId = 'home' | 'orders' | 'community' | 'messages' | 'me'

const WORDS = {
  home: { tab: 'home', word: '首页', icon: 'house' },
  orders: { tab: 'orders', word: '工单', icon: 'clipboard-list' },
  community: { tab: 'community', word: '公开', icon: 'book-open-text' },
  messages: { tab: 'messages', word: '消息', icon: 'bell' },
  me: { tab: 'me', word: '我的', icon: 'user-round' },
} as const satisfies Record<TabId, Tab<TabId>>

interface TabFacts {
  role: Role | undefined
  /** What the seat may do, as the server says. */
  may: readonly HomeCall[]
  elder: boolean
  unread: number
}

/** Which tabs this person has: few, and only those that lead somewhere for the role. */
export function tabsFor({ role, may, elder, unread }: TabFacts): Tab<TabId>[] {
  return idsFor(role, may, elder).map((id) => ({ ...WORDS[id], dot: id === 'messages' && unread > 0 }))
}

function idsFor(role: Role | undefined, may: readonly HomeCall[], elder: boolean): readonly TabId[] {
  if (role === undefined) return ['community', 'me']
  if (may.includes('repairs.takeRepair')) return ['orders', 'messages', 'me']
  if (may.includes('repairs.receiveRepair')) return ['orders', 'community', 'messages', 'me']
  // Three tabs in big text; the community's page is then reached from the last one.
  return elder ? ['home', 'messages', 'me'] : ['home', 'community', 'messages', 'me']
}
