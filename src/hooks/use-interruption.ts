import { useSyncExternalStore } from 'react'
import { interruption, watchInterruption, type Interruption } from '../services/interruption'

/** What stops the person now, if anything does. */
export const useInterruption = (): Interruption | undefined =>
  useSyncExternalStore(watchInterruption, interruption, interruption)
