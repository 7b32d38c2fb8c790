import type { Page } from 'playwright-core'

/** What eyes and fingers meet on a page, measured in the browser. */

export interface Sized {
  words: string
  px: number
}
export interface Target {
  words: string
  width: number
  height: number
}
export interface Contrast {
  words: string
  ratio: number
  colours: string
}

/** The size of every visible word. */
export const sizesOf = (page: Page): Promise<Sized[]> =>
  page.evaluate(() => {
    const sized: { words: string; px: number }[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = (node.textContent ?? '').trim()
      const holder = node.parentElement
      if (words === '' || !holder?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      sized.push({ words: words.slice(0, 20), px: parseFloat(getComputedStyle(holder).fontSize) })
    }
    return sized
  })

/** The box of everything that can be tapped. */
export const targetsOf = (page: Page): Promise<Target[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('[role=button],[role=tab],[role=radio],[role=switch],input,textarea'))
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const { width, height } = element.getBoundingClientRect()
        const words = element.getAttribute('aria-label') ?? element.textContent
        return { words: words.slice(0, 20), width: Math.round(width), height: Math.round(height) }
      }),
  )

/** The contrast of every visible word against the nearest painted face behind it (WCAG 2). */
export const contrastsOf = (page: Page): Promise<Contrast[]> =>
  page.evaluate(() => {
    const channels = (colour: string) => Array.from(colour.matchAll(/[\d.]+/g), Number)
    const light = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const part = value / 255
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const faceBehind = (element: Element | null): string => {
      for (let at = element; at; at = at.parentElement) {
        const face = getComputedStyle(at).backgroundColor
        if ((channels(face)[3] ?? 1) >= 0.99) return face
      }
      return 'rgb(255, 255, 255)'
    }
    const found: { words: string; ratio: number; colours: string }[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const words = (node.textContent ?? '').trim()
      const holder = node.parentElement
      if (words === '' || !holder?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const { color } = getComputedStyle(holder)
      const face = faceBehind(holder)
      const [low = 0, high = 0] = [light(color), light(face)].sort((one, other) => one - other)
      const ratio = Math.round(((high + 0.05) / (low + 0.05)) * 10) / 10
      found.push({ words: words.slice(0, 20), ratio, colours: `${color} on ${face}` })
    }
    return found
  })
