import Taro from '@tarojs/taro'
import type { HiddenPart } from './hide-parts'
import { PHOTO_QUALITY_PERCENT } from './photo-size'
import type { TakenPhoto } from './pick-photos'

export async function hideInWeChat(photo: TakenPhoto, parts: readonly HiddenPart[]): Promise<TakenPhoto> {
  const { width, height } = await Taro.getImageInfo({ src: photo.url })
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height })
  const brush = canvas.getContext('2d') as CanvasRenderingContext2D // of an offscreen canvas of type 2d
  const picture = canvas.createImage()
  await new Promise<void>((resolve, reject) => {
    picture.onload = () => resolve()
    picture.onerror = () => reject(new Error('the photo cannot be read again'))
    picture.src = photo.url
  })
  brush.drawImage(picture as unknown as CanvasImageSource, 0, 0, width, height) // WeChat's own picture, which its brush takes
  brush.fillStyle = 'black'
  for (const part of parts) {
    brush.fillRect(part.left * width, part.top * height, part.width * width, part.height * height)
  }
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas, // the type names only canvases of a page
    fileType: 'jpg',
    quality: PHOTO_QUALITY_PERCENT / 100,
  })
  return { name: 'redacted.jpg', sizeBytes: await sizeOf(tempFilePath), content: tempFilePath, url: tempFilePath }
}

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject })
  })
