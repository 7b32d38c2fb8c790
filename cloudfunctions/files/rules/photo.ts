import { cleanJpeg } from './jpeg'
import { cleanPng } from './png'

/** A picture without what was written beside it. */
export interface CleanPhoto {
  bytes: Buffer
  width: number
  height: number
}

/** A phone sends at most 1600 pixels a side; what is many times larger is made to break whoever opens it. */
const PIXELS_MAX = 25_000_000

/** The picture to keep, or why there is none. The bytes decide which kind it is, and its name must have said the same. */
export function readPhoto(
  extension: string,
  bytes: Buffer,
): { photo: CleanPhoto } | { refusal: 'NOT_A_PHOTO' | 'PHOTO_TOO_LARGE' } {
  const photo = extension === 'png' ? cleanPng(bytes) : cleanJpeg(bytes)
  if (!photo || photo.width === 0 || photo.height === 0) return { refusal: 'NOT_A_PHOTO' }
  if (photo.width * photo.height > PIXELS_MAX) return { refusal: 'PHOTO_TOO_LARGE' }
  return { photo }
}
