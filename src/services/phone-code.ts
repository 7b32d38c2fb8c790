import { ON_H5, host } from './host'

/** A mini-program has WeChat's own button; a browser has the number only where its host can ask for it. */
export const canGivePhone = (): boolean => !ON_H5 || host()?.phoneCode !== undefined

/** In a browser: the one-time code for the person's number, or nothing when they do not give it. */
export async function phoneCodeOfHost(): Promise<string | undefined> {
  try {
    return await host()?.phoneCode?.()
  } catch {
    return undefined
  }
}
