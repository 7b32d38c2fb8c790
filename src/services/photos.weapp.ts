import Taro from '@tarojs/taro'
import { PHOTO_QUALITY_PERCENT, PHOTO_SIDE_MAX_PX } from './photo-size'
import type { Picked, PhotoSource, TakenPhoto } from './pick-photos'

/** WeChat's own camera or album. */
export async function pickInWeChat(source: PhotoSource, max: number): Promise<Picked> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: max,
      mediaType: ['image'],
      sourceType: [source],
      sizeType: ['compressed'],
    })
    const drawn = await Promise.all(tempFiles.map(({ tempFilePath }) => redraw(tempFilePath).catch(() => undefined)))
    const photos = drawn.filter((photo) => photo !== undefined)
    return { photos, unreadable: tempFiles.length - photos.length }
  } catch {
    // Closed without choosing.
    return { photos: [], unreadable: 0 }
  }
}

/** Has WeChat write the picture anew as a JPEG, no larger than needed. */
async function redraw(path: string): Promise<TakenPhoto> {
  const { width, height } = await Taro.getImageInfo({ src: path })
  const tooLarge = Math.max(width, height) > PHOTO_SIDE_MAX_PX
  const { tempFilePath } = await Taro.compressImage({
    src: path,
    quality: PHOTO_QUALITY_PERCENT,
    ...(tooLarge &&
      (width >= height ? { compressedWidth: PHOTO_SIDE_MAX_PX } : { compressedHeight: PHOTO_SIDE_MAX_PX })),
  })
  return { name: 'photo.jpg', sizeBytes: await sizeOf(tempFilePath), content: tempFilePath, url: tempFilePath }
}

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject })
  })
