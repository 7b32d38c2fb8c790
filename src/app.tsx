import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { teachAria } from './services/aria'
import { followSystemTheme } from './services/preferences'
import { queryClient } from './services/queries'
import './app.scss'

teachAria()
followSystemTheme()

export default function App({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
