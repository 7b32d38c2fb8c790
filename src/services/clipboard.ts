import Taro from '@tarojs/taro'

/** Puts words where they can be pasted; WeChat says 内容已复制 by itself. */
export function copyWords(words: string): void {
  Taro.setClipboardData({ data: words }).catch(() => undefined)
}
