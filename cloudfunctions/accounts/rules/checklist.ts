import { sayDate } from '../../../types/vocabulary/dates'
import { sayYuan } from '../../../types/vocabulary/money'
import { REVENUE_CATEGORIES } from '../../../types/vocabulary/revenue'
import type { CheckStanding, StatementCheck, StatementState } from '../../../types/vocabulary/statement'
import type { Figures, StatementSource } from './content'

export interface Checked {
  check: StatementCheck
  standing: CheckStanding
  words: string
}

/** What the machine looks at. */
export interface CheckFacts {
  to: string
  today: string
  figures: Figures
  sources: readonly StatementSource[]
  /** Entries that need a voucher and have none. */
  missingVouchers: number
  bank: { balanceFen: number; note: string | null } | null
  previous: { closingFen: number } | undefined
  statement: { state: StatementState; stale: boolean } | undefined
}

/** The eight steps before a publication, as a layman clears them: what is left to do says what is missing. */
export const checklistOf = (facts: CheckFacts): Checked[] => [
  vouchers(facts),
  gaps(facts),
  bank(facts),
  over(facts),
  opening(facts),
  apart(facts),
  reviewed(facts),
  published(facts),
]

/** The steps that have to be done before somebody reviews and publishes. */
export const OBSTACLES: readonly StatementCheck[] = ['vouchers', 'gaps', 'bank', 'over']

const vouchers = ({ missingVouchers }: CheckFacts): Checked =>
  missingVouchers > 0
    ? { check: 'vouchers', standing: 'todo', words: `还缺 ${missingVouchers} 笔，拍照补上` }
    : { check: 'vouchers', standing: 'done', words: '一笔不缺' }

function gaps({ sources, to, today }: CheckFacts): Checked {
  const short = sources.filter(({ expectedFen, receivedFen }) => receivedFen < expectedFen)
  const silent = short.filter(({ note }) => note === null)
  const missingFen = short.reduce((sum, { expectedFen, receivedFen }) => sum + expectedFen - receivedFen, 0)
  if (short.length === 0) return { check: 'gaps', standing: 'done', words: '应收的都收齐了' }
  if (today < to) return { check: 'gaps', standing: 'waiting', words: '还没过完，季末再看' }
  if (silent.length === 0)
    return { check: 'gaps', standing: 'done', words: `少收 ${sayYuan(missingFen)} 元，${short.length} 处都写了原因` }
  const names = [...new Set(silent.map(({ category }) => REVENUE_CATEGORIES[category].zh))].join('、')
  return { check: 'gaps', standing: 'todo', words: `${names}少收了，写一句原因` }
}

function bank({ bank: said, figures, to, today }: CheckFacts): Checked {
  if (today < to) return { check: 'bank', standing: 'waiting', words: '季末拍一张银行余额证明' }
  if (!said) return { check: 'bank', standing: 'todo', words: '拍一张季末的银行余额证明' }
  const differenceFen = said.balanceFen - figures.closingFen
  if (differenceFen === 0) return { check: 'bank', standing: 'done', words: `${sayYuan(said.balanceFen)} 元，一分不差` }
  const words = `银行${differenceFen > 0 ? '多' : '少'} ${sayYuan(differenceFen)} 元`
  return said.note === null
    ? { check: 'bank', standing: 'todo', words: `${words}，写一句原因` }
    : { check: 'bank', standing: 'done', words: `${words}，写了原因` }
}

const over = ({ to, today }: CheckFacts): Checked =>
  today < to
    ? { check: 'over', standing: 'waiting', words: `${sayDate(to)}起可以公布` }
    : { check: 'over', standing: 'done', words: '可以公布了' }

const opening = ({ previous, figures }: CheckFacts): Checked => ({
  check: 'opening',
  standing: 'done',
  words: previous ? `${sayYuan(figures.openingFen)} 元，一分不差` : `从 ${sayYuan(figures.openingFen)} 元开始记`,
})

const apart = ({ figures }: CheckFacts): Checked => ({
  check: 'apart',
  standing: 'done',
  words: `成本 ${sayYuan(figures.costFen)} 元，工作经费 ${sayYuan(figures.committeeFen)} 元`,
})

function reviewed({ statement }: CheckFacts): Checked {
  if (!statement) return { check: 'reviewed', standing: 'waiting', words: '生成公示以后，请监督人或社区复核' }
  if (statement.stale) return { check: 'reviewed', standing: 'todo', words: '账变了，要重新生成，再复核一遍' }
  if (statement.state === 'draft')
    return { check: 'reviewed', standing: 'waiting', words: '已经生成，等监督人或社区复核' }
  return { check: 'reviewed', standing: 'done', words: '复核过了' }
}

function published({ statement }: CheckFacts): Checked {
  if (statement?.state === 'published') return { check: 'published', standing: 'done', words: '公布了，不能再改' }
  if (statement?.state === 'reviewed' && !statement.stale)
    return { check: 'published', standing: 'todo', words: '公布以后不能再改' }
  return { check: 'published', standing: 'waiting', words: '复核以后就能公布' }
}
