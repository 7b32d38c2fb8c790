/** WeChat gives a mini-program no voice of its own; browsers do. */
export const canSpeak = (): boolean => process.env.TARO_ENV === 'h5' && 'speechSynthesis' in window

/** Reads aloud in Chinese, a little slower than the engine's own pace; a second call begins anew. */
export function speak(text: string): void {
  if (!canSpeak()) return
  window.speechSynthesis.cancel()
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = 'zh-CN'
  utterance.rate = 0.9
  window.speechSynthesis.speak(utterance)
}

export function hush(): void {
  if (canSpeak()) window.speechSynthesis.cancel()
}
