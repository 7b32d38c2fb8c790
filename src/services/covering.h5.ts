import type { HiddenPart } from './hide-parts'
import { PHOTO_QUALITY_PERCENT } from './photo-size'
import type { TakenPhoto } from './pick-photos'

export async function hideInBrowser(photo: TakenPhoto, parts: readonly HiddenPart[]): Promise<TakenPhoto> {
  if (!(photo.content instanceof Blob)) throw new Error('a browser holds the photo itself')
  const picture = await createImageBitmap(photo.content)
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('this browser draws no pictures')
  brush.drawImage(picture, 0, 0)
  picture.close()
  brush.fillStyle = 'black'
  for (const { left, top, width, height } of parts) {
    brush.fillRect(left * canvas.width, top * canvas.height, width * canvas.width, height * canvas.height)
  }
  const bytes = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', PHOTO_QUALITY_PERCENT / 100),
  )
  if (!bytes) throw new Error('this browser writes no JPEG')
  const content = new File([bytes], 'redacted.jpg', { type: 'image/jpeg' })
  return { name: content.name, sizeBytes: content.size, content, url: URL.createObjectURL(content) }
}
