import { hideInBrowser } from './covering.h5'
import { hideInWeChat } from './covering.weapp'
import type { TakenPhoto } from './pick-photos'

// Not called covering.ts: Taro would put covering.h5.ts in its place by itself.

/** A part of a picture in shares of its width and height, 0 to 1. */
export interface HiddenPart {
  left: number
  top: number
  width: number
  height: number
}

/** The photo drawn anew with black where these parts were: what lay under them is in no byte of it. */
export const hideParts: (photo: TakenPhoto, parts: readonly HiddenPart[]) => Promise<TakenPhoto> =
  process.env.TARO_ENV === 'h5' ? hideInBrowser : hideInWeChat
