import { QueryClientProvider } from '@tanstack/react-query'
import { usePageNotFound } from '@tarojs/taro'
import { useEffect, type ReactNode } from 'react'
import { teachAria } from './services/aria'
import { followSystemTheme } from './services/preferences'
import { ON_H5 } from './services/host'
import { fetchPartsAhead } from './services/page-parts'
import { queryClient } from './services/queries'
import { goHome } from './services/routes'
import './app.scss'

teachAria()
followSystemTheme()

export default function App({ children }: { children: ReactNode }) {
  usePageNotFound(goHome)
  useEffect(() => {
    if (ON_H5) fetchPartsAhead()
  }, [])
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
