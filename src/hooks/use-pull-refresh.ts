import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { refreshReads } from '../services/queries'

/** Pulling the page down asks everything on it again. The page's config must allow the pull. */
export function usePullRefresh(): void {
  usePullDownRefresh(() => {
    void refreshReads().finally(() => Taro.stopPullDownRefresh())
  })
}
