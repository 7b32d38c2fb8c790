import Taro from '@tarojs/taro'
import type { Output } from '../../types/contracts'
import type { Reply, WireError } from '../../types/vocabulary/errors'
import { refusal } from './refusals'

type Link = Output<'files.linkFile'>

const PICTURES = ['jpg', 'jpeg', 'png']

/**
 * Opens a file by a link that is asked for now, because links live a few minutes: a browser in a tab of its own, WeChat as
 * a picture or a document. Gives what went wrong, in words, or undefined.
 */
export const openFile: (ask: () => Promise<Reply<Link>>) => Promise<WireError | undefined> =
  process.env.TARO_ENV === 'h5' ? openInBrowser : openInWeChat

async function openInBrowser(ask: () => Promise<Reply<Link>>): Promise<WireError | undefined> {
  // A browser lets a tab be opened only in the very moment of the tap, before the link is known.
  const tab = window.open('', '_blank')
  if (tab) tab.opener = null
  const reply = await ask()
  if (!reply.ok) {
    tab?.close()
    return reply.error
  }
  const target = tab ?? window
  target.location.href = reply.data.url
  return undefined
}

async function openInWeChat(ask: () => Promise<Reply<Link>>): Promise<WireError | undefined> {
  const reply = await ask()
  if (!reply.ok) return reply.error
  const { url, extension } = reply.data
  try {
    if (PICTURES.includes(extension)) {
      await Taro.previewImage({ urls: [url] })
      return undefined
    }
    const { tempFilePath } = await Taro.downloadFile({ url })
    await Taro.openDocument({ filePath: tempFilePath, showMenu: true })
    return undefined
  } catch {
    return refusal('OFFLINE')
  }
}
