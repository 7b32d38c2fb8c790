import { readDecimal, sayPrice, sayYuan } from '../../../types/vocabulary/money'
import { type Column, type Named, plain, type Reading, shown } from './columns'

/** Thousands separators are how accountants write; everything else is no number. */
const ungrouped = (text: string): string =>
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text

/** What is wrong with something that should have been a number with so many decimals. */
function notANumber(text: string, { places, like, what }: { places: number; like: string; what: string }): Reading {
  const number = plain(text)
  const only = places === 0 ? '只写整数' : '只写数字'
  if (/^[-－]/.test(number)) return { wrong: `“${shown(text)}”小于 0`, mend: `${what}不能是负数，例如 ${like}` }
  if (/^\d[\d.,]*[^\d.,]/.test(number)) return { wrong: `“${shown(text)}”带了单位`, mend: `${only}，例如 ${like}` }
  if (/^[\d,]+\.\d+$/.test(number)) {
    const most = places === 0 ? `${what}是整数` : `${what}最多 ${places} 位小数`
    return { wrong: `“${shown(text)}”小数太多`, mend: `${most}，例如 ${like}` }
  }
  return { wrong: `“${shown(text)}”不是数字`, mend: `${only}，例如 ${like}` }
}

/** A sum of money in yuan, kept in fen. */
export const yuan = (named: Named, { least, most }: { least: number; most: number }): Column => ({
  ...named,
  say: (fact) => `${sayYuan(Number(fact))} 元`,
  read: (text) => {
    const fen = readDecimal(ungrouped(plain(text)), 2)
    if (fen === undefined) return notANumber(text, { places: 2, like: named.example || '100.00', what: named.zh })
    if (fen < least) return { wrong: `${named.zh}是 0`, mend: `${named.zh}要大于 0；没有金额的行请删掉` }
    if (fen > most) return { wrong: `${named.zh}太大`, mend: '核对金额的单位，这里写元' }
    return { value: fen }
  },
})

/** A whole number of pieces. */
export const count = (named: Named, most: number): Column => ({
  ...named,
  say: String,
  read: (text) => {
    const number = readDecimal(plain(text).replace(/\.0+$/, ''), 0)
    if (number === undefined) return notANumber(text, { places: 0, like: named.example || '1', what: named.zh })
    if (number < 1 || number > most) return { wrong: `${named.zh}不对`, mend: `${named.zh}从 1 到 ${most}` }
    return { value: number }
  },
})

/** What a dial shows, kept in 0.001 of its unit. */
export const dial = (named: Named): Column => ({
  ...named,
  say: (fact) => String(Number(fact) / 1_000),
  read: (text) => {
    const reading = readDecimal(ungrouped(plain(text)), 3)
    return reading === undefined
      ? notANumber(text, { places: 3, like: named.example, what: named.zh })
      : { value: reading }
  },
})

/** Words that stand on boards in the place of a price. */
const NO_PRICE = ['按实', '按实分摊', '不收费', '免费', '加价0元']

const pricesOf = (fact: string | number): [number, number] => {
  const [least, most = least] = String(fact).split('-').map(Number)
  return [least ?? 0, most ?? 0]
}

/** The fact of a price as the lowest and the highest, in 1/10000 yuan; they are one where no range is published. */
export const priceRange = pricesOf

/** A price in yuan with up to four decimals, `1.35`, or a range, `60-120`; kept as `600000-1200000`. */
export const price = (named: Named, mostE4: number): Column => ({
  ...named,
  say: (fact) => {
    const [least, most] = pricesOf(fact)
    return most > least ? `${sayPrice(least)}–${sayPrice(most)} 元` : `${sayPrice(least)} 元`
  },
  read: (text) => {
    const written = plain(text)
    if (NO_PRICE.includes(written)) return { value: '0' }
    const [left = '', right, ...more] = written.split(/[-~–—至到]/)
    const ends = (right === undefined ? [left] : [left, right]).map((end) => readDecimal(ungrouped(end), 4))
    const [least, highest = least] = ends
    if (least === undefined || highest === undefined || ends.includes(undefined) || more.length > 0)
      return notANumber(text, { places: 4, like: `${named.example} 或 60-120`, what: named.zh })
    if (highest < least) return { wrong: `“${shown(text)}”前面的比后面的大`, mend: '先写低的再写高的，例如 60-120' }
    if (highest > mostE4) return { wrong: `“${shown(text)}”太高`, mend: '核对单价的单位，这里写元' }
    return { value: highest === least ? String(least) : `${least}-${highest}` }
  },
})
