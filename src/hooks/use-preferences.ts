import { useSyncExternalStore } from 'react'
import { preferences, watchPreferences, type Preferences } from '../services/preferences'

/** Big text and theme, as chosen on this phone or by its system. */
export const usePreferences = (): Preferences => useSyncExternalStore(watchPreferences, preferences, preferences)
