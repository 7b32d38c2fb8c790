import { PROPERTY_SERVICE, sayFee } from '../../../types/vocabulary/fee'
import {
  BOARD_DUTIES,
  BOARD_DUTY_IDS,
  type BoardDuty,
  type DutySource,
  PRICE_REGIMES,
} from '../../../types/vocabulary/fee-board'
import type { BoardContent } from '../../shared/boards/board-content'
import { type GuidePrice, sayGuide } from './guide-price'

/** What the contract says and the board repeats. */
export interface BoardTerms {
  enterpriseName: string
  standardName: string
  gradeCode: string
  bestGradeCode: string
  promises: number
  /** The guide price of the grade, where the city has one. */
  guide: GuidePrice | undefined
}

export interface AnsweredDuty {
  duty: BoardDuty
  /** Absent: the board does not show this yet. */
  answer: string | undefined
}

/** The 18 items a board must show, each with what answers it, so that anyone can check that none is missing. */
export const dutiesOf = (content: Pick<BoardContent, 'facts' | 'items'>, terms: BoardTerms): AnsweredDuty[] =>
  BOARD_DUTY_IDS.map((duty) => ({ duty, answer: answerOf(BOARD_DUTIES[duty].from, content, terms) || undefined }))

/** The fields of the draft in which something is missing, with the words that say what. */
export function missingIn(
  content: Pick<BoardContent, 'facts' | 'items'>,
  terms: BoardTerms,
): { path: string; message: string }[] {
  const missing = dutiesOf(content, terms).filter(({ answer }) => answer === undefined)
  const fields = missing.map(({ duty }) => ({
    path: pathOf(BOARD_DUTIES[duty].from),
    message: `还缺“${BOARD_DUTIES[duty].zh}”`,
  }))
  return fields.filter(({ path }, place) => fields.findIndex((other) => other.path === path) === place)
}

function answerOf(
  from: DutySource,
  { facts, items }: Pick<BoardContent, 'facts' | 'items'>,
  terms: BoardTerms,
): string {
  switch (from) {
    case 'enterprise':
      return terms.enterpriseName
    case 'standard':
      return terms.promises > 0 ? `${terms.standardName}，写明 ${terms.promises} 条承诺` : terms.standardName
    case 'grade':
      return terms.gradeCode && `${terms.gradeCode}（最高 ${terms.bestGradeCode}）`
    case 'priceRegime':
      // A guide price is shown with its base and its float beside the actual price (明码标价规定 第6条).
      return facts.priceRegime === 'guide' && terms.guide
        ? `${PRICE_REGIMES.guide.zh}：${sayGuide(terms.guide)}。依据：${terms.guide.document}`
        : PRICE_REGIMES[facts.priceRegime].zh
    case 'items':
      return items.some(({ code }) => code === PROPERTY_SERVICE) ? `共 ${items.length} 项，见收费项目` : ''
    case 'prices':
      return items.length > 0 && items.every(({ unitWords }) => unitWords) ? '逐项列出单价和单位' : ''
    case 'bases':
      return items.length > 0 && items.every(({ basisWords }) => basisWords) ? '逐项写明，见收费项目' : ''
    case 'special':
      return (
        items
          .filter(({ tier }) => tier === 'special')
          .map((item) => `${item.name} ${sayFee(item)}`)
          .join('，') || facts.specialService
      )
    default:
      return facts[from]
  }
}

const pathOf = (from: DutySource): string => {
  switch (from) {
    case 'enterprise':
    case 'standard':
    case 'grade':
      return 'contract'
    case 'items':
    case 'prices':
    case 'bases':
      return 'items'
    case 'special':
      return 'facts.specialService'
    default:
      return `facts.${from}`
  }
}
