import Taro from '@tarojs/taro'
import type { Output } from '../../types/contracts'
import type { ChosenFile } from './bring-file'

/** Lets the person pick one file out of a chat, which is where WeChat keeps files; undefined when they pick none. */
export async function chooseInWeChat(extensions: readonly string[]): Promise<ChosenFile | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...extensions] })
    const [file] = tempFiles
    return file && { name: file.name, sizeBytes: file.size, content: file.path }
  } catch {
    return undefined
  }
}

/** Hands the file to WeChat's own storage under the path of the ticket; false when it did not arrive. */
export function putFromWeChat(
  ticket: Output<'files.requestUpload'>,
  chosen: ChosenFile,
  onProgress: (part: number) => void,
): Promise<boolean> {
  if (typeof chosen.content !== 'string') return Promise.resolve(false)
  const filePath = chosen.content
  return new Promise((resolve) => {
    const task = Taro.cloud.uploadFile({
      cloudPath: ticket.cloudPath,
      filePath,
      success: () => resolve(true),
      fail: () => resolve(false),
    }) as unknown as Taro.UploadTask | undefined // with callbacks WeChat gives back the task, whatever the types say
    task?.onProgressUpdate?.(({ progress }: { progress: number }) => onProgress(progress / 100))
  })
}
