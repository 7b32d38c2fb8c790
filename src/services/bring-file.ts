import type { Output } from '../../types/contracts'
import { chooseInBrowser, putFromBrowser } from './upload.h5'
import { chooseInWeChat, putFromWeChat } from './upload.weapp'

// Not called upload.ts: Taro would put upload.h5.ts in its place by itself.

/** A file that somebody picked: in a browser the file itself, in WeChat the path of its copy. */
export interface ChosenFile {
  name: string
  sizeBytes: number
  content: object | string
}

// The build puts the platform's name in at each place, so the other platform's way is left out of the bundle.
export const chooseFile: (extensions: readonly string[]) => Promise<ChosenFile | undefined> =
  process.env.TARO_ENV === 'h5' ? chooseInBrowser : chooseInWeChat

export const putFile: (
  ticket: Output<'files.requestUpload'>,
  chosen: ChosenFile,
  onProgress: (part: number) => void,
) => Promise<boolean> = process.env.TARO_ENV === 'h5' ? putFromBrowser : putFromWeChat
