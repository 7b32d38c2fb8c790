import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { refreshReads } from '../services/queries'

/** Whether the page is in front of the person; each time it comes back, what it shows is asked again. */
export function useShown(): boolean {
  const [shown, setShown] = useState(true)
  const first = useRef(true)
  useDidShow(() => {
    setShown(true)
    if (!first.current) void refreshReads()
    first.current = false
  })
  useDidHide(() => setShown(false))
  return shown
}
