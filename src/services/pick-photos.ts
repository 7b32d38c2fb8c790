import type { ChosenFile } from './bring-file'
import { pickInBrowser } from './photos.h5'
import { pickInWeChat } from './photos.weapp'

export type PhotoSource = 'camera' | 'album'

/** A photo as it will be sent: made smaller and written anew on the phone, so that it carries no place and no device. */
export interface TakenPhoto extends ChosenFile {
  /** For the screen, while no server has it. */
  url: string
}

/** Lets the person take or choose up to so many photos. A file that is no photo is left out and counted. */
export interface Picked {
  photos: TakenPhoto[]
  unreadable: number
}

// The build puts the platform's name in, so the other platform's way is left out of the bundle.
export const pickPhotos: (source: PhotoSource, max: number) => Promise<Picked> =
  process.env.TARO_ENV === 'h5' ? pickInBrowser : pickInWeChat
