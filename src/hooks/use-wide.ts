import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** The same number as the mixin in styles/wide.scss. */
const WIDE_FROM = 900

const width = (): number =>
  process.env.TARO_ENV === 'h5' ? window.innerWidth : (Taro.getWindowInfo?.().windowWidth ?? 0)

/** Whether there is room for a list and what it opens, side by side. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => width() >= WIDE_FROM)
  useEffect(() => {
    const measure = () => setWide(width() >= WIDE_FROM)
    if (process.env.TARO_ENV === 'h5') {
      window.addEventListener('resize', measure)
      return () => window.removeEventListener('resize', measure)
    }
    Taro.onWindowResize?.(measure)
    return () => Taro.offWindowResize?.(measure)
  }, [])
  return wide
}
