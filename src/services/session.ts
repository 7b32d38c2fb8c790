import { host } from './host'
import { wipePrivate } from './private-storage'
import { queryClient } from './queries'

/** WeChat signs people in and out by itself; only a browser's host can. */
export const canSignOut = (): boolean => host() !== undefined

export function signOut(): void {
  forgetEverything()
  host()?.signOut()
}

/** Another seat sees other things: nothing of the last one stays on the phone or on the screen. */
export async function startAnew(): Promise<void> {
  wipePrivate()
  await queryClient.resetQueries()
}

function forgetEverything(): void {
  wipePrivate()
  queryClient.clear()
}
