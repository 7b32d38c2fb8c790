/** A desk's browser prints; a phone in WeChat does not. */
export const canPrint = (): boolean => process.env.TARO_ENV === 'h5'

/** Prints the page as it stands; its own print styles make paper of it. */
export function printPage(): void {
  if (process.env.TARO_ENV === 'h5') window.print()
}

/** Prints the part of the page that carries this class, and nothing else of it. */
export function printOnly(part: 'slip'): void {
  if (process.env.TARO_ENV !== 'h5') return
  const mark = `printing-${part}`
  document.body.classList.add(mark)
  window.print()
  document.body.classList.remove(mark)
}
