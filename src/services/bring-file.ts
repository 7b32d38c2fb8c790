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

const onH5 = process.env.TARO_ENV === 'h5'

export const chooseFile = (extensions: readonly string[]): Promise<ChosenFile | undefined> =>
  onH5 ? chooseInBrowser(extensions) : chooseInWeChat(extensions)

export const putFile = (
  ticket: Output<'files.requestUpload'>,
  chosen: ChosenFile,
  onProgress: (part: number) => void,
): Promise<boolean> => (onH5 ? putFromBrowser(ticket, chosen, onProgress) : putFromWeChat(ticket, chosen, onProgress))
