import Taro from '@tarojs/taro'

/** Photos in full, one beside the other, beginning with the one that was tapped. */
export function viewPhotos(urls: readonly string[], place: number): void {
  Taro.previewImage({ urls: [...urls], current: urls[place] ?? '' }).catch(() => undefined)
}
