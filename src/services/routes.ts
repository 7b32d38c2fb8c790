import Taro from '@tarojs/taro'
import { ON_H5 } from './host'
import { interrupt } from './interruption'
import { fetchPart } from './page-parts'

/** Every page that can be opened from another, and what it needs to know. */
interface Routes {
  repairs: Record<string, never>
  repair: { repairId: string }
  fileRepair: Record<string, never>
  bind: Record<string, never>
  bindIn: { communityId: string }
  household: Record<string, never>
  people: Record<string, never>
  board: { communityId?: string; boardId?: string }
  quote: { communityId?: string }
  accounts: { communityId?: string }
  books: Record<string, never>
  postEntry: Record<string, never>
  statement: { statementId: string }
  bills: Record<string, never>
  bill: { billId: string }
  billing: Record<string, never>
  terms: Record<string, never>
  boards: Record<string, never>
  imports: Record<string, never>
  boardDraft: { boardId: string }
  editBoard: { boardId?: string }
  announcements: { communityId?: string }
  announcement: { communityId?: string; announcementId: string }
  announce: Record<string, never>
  pay: { billId?: string }
  payment: { attemptId: string }
  receipts: Record<string, never>
  receipt: { receiptId: string }
  counter: Record<string, never>
}

const PATHS = {
  repairs: '/pages/repairs/list/index',
  repair: '/pages/repairs/detail/index',
  fileRepair: '/pages/repairs/file/index',
  bind: '/pages/bind/index',
  bindIn: '/pages/bind/index',
  household: '/pages/household/index',
  people: '/packages/staff/people/index',
  board: '/pages/fees/board/index',
  quote: '/pages/fees/quote/index',
  imports: '/packages/staff/imports/index',
  accounts: '/pages/accounts/index',
  books: '/packages/staff/books/desk/index',
  postEntry: '/packages/staff/books/post/index',
  statement: '/packages/staff/books/statement/index',
  bills: '/pages/bills/list/index',
  bill: '/pages/bills/detail/index',
  billing: '/packages/staff/billing/index',
  terms: '/packages/staff/terms/index',
  boards: '/packages/staff/boards/list/index',
  boardDraft: '/packages/staff/boards/detail/index',
  editBoard: '/packages/staff/boards/edit/index',
  announcements: '/pages/announcements/list/index',
  announcement: '/pages/announcements/detail/index',
  announce: '/packages/staff/announce/index',
  pay: '/pages/pay/index',
  payment: '/pages/payment/index',
  receipts: '/pages/receipts/list/index',
  receipt: '/pages/receipts/detail/index',
  counter: '/packages/staff/counter/index',
} as const satisfies Record<keyof Routes, string>

const HOME = '/pages/home/index'

const urlOf = <R extends keyof Routes>(route: R, needs: Routes[R]): string => {
  const query = Object.entries<string>(needs).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return query.length > 0 ? `${PATHS[route]}?${query.join('&')}` : PATHS[route]
}

export function openPage<R extends keyof Routes>(route: R, needs: Routes[R]): void {
  const url = urlOf(route, needs)
  goTo(url, () => Taro.navigateTo({ url }))
}

/** Opens it in the place of this page, which has done its work: going back does not lead to a spent form. */
export function replacePage<R extends keyof Routes>(route: R, needs: Routes[R]): void {
  const url = urlOf(route, needs)
  goTo(url, () => Taro.redirectTo({ url }))
}

/** WeChat has all pages at hand. In a browser the part comes first: else the address would change and the page would not. */
function goTo(url: string, go: () => Promise<unknown>): void {
  if (!ON_H5) {
    void go()
    return
  }
  fetchPart(url).then(go, () => interrupt({ kind: 'page did not arrive', again: () => goTo(url, go) }))
}

/** A page opened by its address has nothing behind it; then back means home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}

export function goHome(): void {
  void Taro.reLaunch({ url: HOME })
}
