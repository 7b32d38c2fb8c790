import { PHOTO_QUALITY_PERCENT, PHOTO_SIDE_MAX_PX } from './photo-size'
import type { Picked, PhotoSource, TakenPhoto } from './pick-photos'

/** The browser's own chooser; on a phone `capture` opens the camera at once. */
export async function pickInBrowser(source: PhotoSource, max: number): Promise<Picked> {
  const chosen = (await chooseImages(source)).slice(0, max)
  const drawn = await Promise.all(chosen.map((file) => redraw(file).catch(() => undefined)))
  const photos = drawn.filter((photo) => photo !== undefined)
  return { photos, unreadable: chosen.length - photos.length }
}

function chooseImages(source: PhotoSource): Promise<File[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'image/*'
  field.multiple = source === 'album'
  if (source === 'camera') field.setAttribute('capture', 'environment')
  field.hidden = true
  // Some browsers open no chooser for a field that is not on the page.
  document.body.append(field)
  return new Promise((resolve) => {
    const answer = (files: File[]) => {
      field.remove()
      resolve(files)
    }
    field.addEventListener('cancel', () => answer([]))
    field.addEventListener('change', () => answer(Array.from(field.files ?? [])))
    field.click()
  })
}

/** Draws the picture anew: upright, no larger than needed, and with nothing in it but what can be seen. */
async function redraw(file: File): Promise<TakenPhoto> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, PHOTO_SIDE_MAX_PX / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const brush = canvas.getContext('2d')
  if (!brush) throw new Error('this browser draws no pictures')
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const bytes = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', PHOTO_QUALITY_PERCENT / 100),
  )
  if (!bytes) throw new Error('this browser writes no JPEG')
  const content = new File([bytes], 'photo.jpg', { type: 'image/jpeg' })
  return { name: content.name, sizeBytes: content.size, content, url: URL.createObjectURL(content) }
}
