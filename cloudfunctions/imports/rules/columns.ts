/** What is wrong with one cell, and how to mend it, in words for whoever keeps the spreadsheet. */
export interface Problem {
  wrong: string
  mend: string
}

export type Fact = string | number
export type Facts = Record<string, Fact>

/** What a cell means, or what is wrong with it. */
export type Reading = { value: Fact } | Problem

export interface Column {
  key: string
  zh: string
  /** Other names under which registers carry this column. */
  aliases?: readonly string[]
  isRequired: boolean
  /** What belongs here, for the template. */
  hint: string
  example: string
  /** Kept only as an HMAC: neither the staging table nor the register ever holds the cell itself. */
  isSecret?: boolean
  read: (text: string) => Reading
  /** The fact in words, for the preview. */
  say: (fact: Fact) => string
}

/** A cell without what people do not mean: full-width forms and blanks. */
export const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '')
const asItStands = (fact: Fact) => String(fact)
export const shown = (text: string) => (text.length > 20 ? `${text.slice(0, 20)}…` : text)

export type Named = Pick<Column, 'key' | 'zh' | 'isRequired' | 'hint' | 'example'> & Partial<Column>

/** A part of an address; what people write behind it (栋, 单元, 室) is taken off. */
export const addressPart = (named: Named, endings: RegExp): Column => ({
  ...named,
  say: asItStands,
  read: (text) => {
    const part = plain(text).replace(endings, '')
    if (/^[\dA-Za-z\u4e00-\u9fff]{1,10}$/.test(part)) return { value: part }
    return { wrong: `“${shown(text)}”认不出是${named.zh}`, mend: `只写号码，例如 ${named.example}` }
  },
})

/** Square metres with at most two decimals, kept in 0.01 m². */
export const area = (named: Named): Column => ({
  ...named,
  say: (fact) => `${(Number(fact) / 100).toFixed(2)} ㎡`,
  read: (text) => {
    const number = plain(text)
    const parts = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(number)
    if (parts) {
      const area100 = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
      if (area100 > 0) return { value: area100 }
      return { wrong: '面积是 0', mend: '写这套房的建筑面积，例如 89.50' }
    }
    if (/^\d[\d.,]*[^\d.,]/.test(number)) return { wrong: `“${shown(text)}”带了单位`, mend: '只写数字，例如 89.50' }
    if (/^\d+\.\d{3,}$/.test(number)) return { wrong: `“${shown(text)}”小数太多`, mend: '面积最多两位小数，例如 89.50' }
    return { wrong: `“${shown(text)}”不是数字`, mend: '只写数字，例如 89.50' }
  },
})

/** A day of the calendar, in any of the ways people write one. */
export const day = (named: Named): Column => ({
  ...named,
  say: asItStands,
  read: (text) => {
    const parts =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain(text)) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain(text))
    const [year = '', month = '', date = ''] = parts?.slice(1) ?? []
    const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    if (parts && isDay(iso)) return { value: iso }
    return { wrong: `“${shown(text)}”不是日期`, mend: '写成 2016-06-30 这样' }
  },
})

const isDay = (iso: string): boolean => {
  const instant = new Date(`${iso}T00:00:00Z`)
  return (
    !Number.isNaN(instant.getTime()) &&
    instant.toISOString().startsWith(iso) &&
    iso >= '1900-01-01' &&
    iso < '2200-01-01'
  )
}

/** Stands in the place of the day of delivery when there is none yet. */
export const UNDELIVERED = 'undelivered'

/** The day on which a house was delivered, or the word that it is not delivered yet. Blank says neither. */
export const delivery = (named: Named): Column => ({
  ...day(named),
  say: (fact) => (fact === UNDELIVERED ? '未交付' : String(fact)),
  read: (text) => {
    if (/^(?:未|还没|尚未|没有?)交[付房]$/.test(plain(text))) return { value: UNDELIVERED }
    const reading = day(named).read(text)
    return 'value' in reading ? reading : { ...reading, mend: '写成 2016-06-30 这样；还没交付的写“未交付”' }
  },
})

/** One of a list of words. */
export const choice = (named: Named, table: Record<string, { zh: string }>): Column => ({
  ...named,
  say: (fact) => table[String(fact)]?.zh ?? String(fact),
  read: (text) => {
    const found = Object.entries(table).find(([, { zh }]) => zh === plain(text))
    if (found) return { value: found[0] }
    const words = Object.values(table).map(({ zh }) => zh)
    return { wrong: `“${shown(text)}”不在可选的词里`, mend: `写${words.join('、')}其中一个` }
  },
})

/** A few plain words: a name, a team. */
export const name = (named: Named, longest: number): Column => ({
  ...named,
  say: asItStands,
  read: (text) => {
    const words = text.normalize('NFC').trim()
    if ([...words].length > longest) return { wrong: `${named.zh}太长`, mend: `最多 ${longest} 个字` }
    // Control characters break a print; a leading = + - @ would become a formula in the next spreadsheet.
    if (/[\u0000-\u001f\u007f\p{Cs}]/u.test(words) || /^[=+\-@]/.test(words)) {
      return { wrong: `${named.zh}里有不该有的符号`, mend: '删掉多余的符号' }
    }
    return { value: words }
  },
})

/** A telephone number; a mobile number of eleven digits or a landline with its area code. */
export const phone = (named: Named): Column => ({
  ...named,
  say: (fact) => String(fact).replace(/^(\d{3})\d{4}(\d{4})$/, '$1****$2'),
  read: (text) => {
    const number = plain(text).replace(/^\+?86(?=1\d{10}$)/, '')
    if (/^1\d{10}$/.test(number) || /^0\d{2,3}-?\d{7,8}$/.test(number)) return { value: number }
    if (/e\+?\d+$/i.test(number))
      return { wrong: '电话被软件改成了科学计数', mend: '把这一列设成“文本”格式，重新填电话' }
    return { wrong: `“${shown(text)}”不是电话号码`, mend: '写 11 位手机号，或带区号的座机号' }
  },
})

/** A share of a house, `1/2` or `50%`; kept as `1/2`. Blank shares are split equally among the owners of a house. */
export const share = (named: Named): Column => ({
  ...named,
  say: (fact) => (fact === '1/1' ? '全部' : String(fact)),
  read: (text) => {
    const written = plain(text)
    const fraction = /^(\d{1,5})\/(\d{1,5})$/.exec(written)
    const percent = /^(\d{1,3})(?:\.(\d{1,2}))?%$/.exec(written)
    if (fraction) return shareOf(Number(fraction[1]), Number(fraction[2]), text)
    if (percent) return shareOf(Number(`${percent[1] ?? ''}${(percent[2] ?? '').padEnd(2, '0')}`), 10_000, text)
    if (written === '1' || written === '全部') return { value: '1/1' }
    return { wrong: `“${shown(text)}”认不出是份额`, mend: '写成 1/2 或 50%；全部归一人时写 1/1 或留空' }
  },
})

function shareOf(numerator: number, denominator: number, text: string): Reading {
  if (numerator <= 0 || numerator > denominator)
    return { wrong: `份额“${shown(text)}”不对`, mend: '份额要大于 0、不超过全部' }
  const divisor = commonDivisor(numerator, denominator)
  return { value: `${numerator / divisor}/${denominator / divisor}` }
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

/** What the sealing at the door left of a secret cell: its HMAC, or why it could not be one. */
const SEALED = /^sealed:([0-9a-f]{64})$/
const UNSEALED = /^unsealed:/

export const secret = (named: Named): Column => ({
  ...named,
  isSecret: true,
  say: () => '已登记',
  read: (text) => {
    const seal = SEALED.exec(text)?.[1]
    if (seal) return { value: seal }
    return { wrong: text.replace(UNSEALED, ''), mend: '照证件核对；先把这一列设成“文本”格式再填' }
  },
})
