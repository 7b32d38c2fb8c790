import Taro from '@tarojs/taro'

/** Every page that can be opened from another, and what it needs to know. */
interface Routes {
  repairs: Record<string, never>
  repair: { repairId: string }
  fileRepair: Record<string, never>
}

const PATHS = {
  repairs: '/pages/repairs/list/index',
  repair: '/pages/repairs/detail/index',
  fileRepair: '/pages/repairs/file/index',
} as const satisfies Record<keyof Routes, string>

const HOME = '/pages/home/index'

const urlOf = <R extends keyof Routes>(route: R, needs: Routes[R]): string => {
  const query = Object.entries<string>(needs).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return query.length > 0 ? `${PATHS[route]}?${query.join('&')}` : PATHS[route]
}

export function openPage<R extends keyof Routes>(route: R, needs: Routes[R]): void {
  void Taro.navigateTo({ url: urlOf(route, needs) })
}

/** Opens it in the place of this page, which has done its work: going back does not lead to a spent form. */
export function replacePage<R extends keyof Routes>(route: R, needs: Routes[R]): void {
  void Taro.redirectTo({ url: urlOf(route, needs) })
}

/** A page opened by its address has nothing behind it; then back means home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goHome()
}

export function goHome(): void {
  void Taro.reLaunch({ url: HOME })
}
