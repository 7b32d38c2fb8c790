import type { Output } from '../../../types/contracts'
import { BILL_STATES } from '../../../types/vocabulary/bill'
import { businessDate, sayPeriod } from '../../../types/vocabulary/dates'
import { AREA_SOURCES } from '../../../types/vocabulary/house'
import type { Tone } from '../../components/row'
import { now } from '../../services/clock'

export type BillCard = Output<'bills.listBills'>['bills'][number]
export type Bill = Output<'bills.readBill'>
export type BillLine = Bill['lines'][number]
export type Run = Output<'bills.listRuns'>['runs'][number]
export type Preview = Output<'bills.previewRun'>

/** Days as people say them now: this year's need no year. */
export function periodWord(from: string, to: string): string {
  const said = sayPeriod(from, to)
  const year = `${businessDate(now()).slice(0, 4)} 年`
  return said.startsWith(year) && said !== year ? said.slice(year.length).trim() : said
}

type Titled = Pick<BillCard, 'from' | 'to' | 'itemNames'> & Partial<Pick<BillCard, 'isOpening'>>

/** `4 月物业服务费`, and how many more items when there are several; `以前欠的` where an import brought it in. */
export function titleOf({ from, to, itemNames, isOpening = false }: Titled): string {
  const [first = '账单', ...others] = itemNames
  return `${isOpening ? '以前欠的 ' : ''}${periodWord(from, to)}${first}${others.length > 0 ? `等 ${itemNames.length} 项` : ''}`
}

/** The colour is warm only when the day is near. */
const NEAR_DAYS = 10

/** How it stands, in one word, with the colour that means it. */
export function standingOf({ state, daysLeft }: BillCard): { word: string; tone: Tone } {
  if (state !== 'issued') return { word: BILL_STATES[state].zh, tone: BILL_STATES[state].tone }
  if (daysLeft < 0) return { word: `过了 ${-daysLeft} 天`, tone: 'bad' }
  const tone = daysLeft <= NEAR_DAYS ? 'due' : 'plain'
  return { word: daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`, tone }
}

/** `4 月 30 日`, from a date; of an earlier year with the year. */
export function dayWord(date: string): string {
  const day = `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8, 10))} 日`
  return date.slice(0, 4) < businessDate(now()).slice(0, 4) ? `${Number(date.slice(0, 4))} 年 ${day}` : day
}

export const areaSourceWord = (line: BillLine): string =>
  line.areaSource === 'certificate'
    ? '不动产权证'
    : line.areaSource
      ? `${AREA_SOURCES[line.areaSource].zh}面积`
      : '房屋登记'

/** `4 月整月`, or which days of the month. */
export const daysWord = (line: BillLine): string =>
  line.whole.days === line.daysInMonth
    ? `${Number(line.from.slice(5, 7))} 月整月`
    : periodWord(line.whole.from, line.whole.to).replace(/^\d+ 年 /, '')
