import { sayDate } from '../../../types/vocabulary/dates'
import type { ErrorCode, FieldProblem } from '../../../types/vocabulary/errors'
import { changesPrices, compareItems } from './board-compare'
import { type BoardTerms, missingIn } from './board-complete'
import type { BoardContent } from '../../shared/boards/board-content'
import { hasDecision, needsDecision } from './board-decision'
import { earliestDay } from './board-notice'
import { leavesGuide, sayGuide } from './guide-price'

export interface Readiness {
  /** The version that this one follows: the posted one that takes effect last. */
  before: { effectiveFrom: string; items: BoardContent['items'] } | undefined
  terms: BoardTerms
  noticeMonths: number
  /** The day of posting, or today while it is only read. */
  postedOn: string
}

export interface Obstacle {
  code: ErrorCode
  fields: FieldProblem[]
}

export interface Demands {
  changesPrices: boolean
  needsDecision: boolean
  earliest: string
}

/** What the law demands of this version, seen from the one it follows. A first board changes no price. */
export function demandsOf(content: BoardContent, { before, noticeMonths, postedOn }: Readiness): Demands {
  const compared = before ? compareItems(before.items, content.items) : []
  const changes = changesPrices(compared)
  const earliest = earliestDay({
    postedOn,
    noticeMonths,
    changesPrices: changes,
    isFirst: before === undefined,
    shownSince: content.shownSince,
  })
  return { changesPrices: changes, needsDecision: needsDecision(compared), earliest }
}

/** All that stands between this version and the wall, first what is mended by typing. None: it may be posted. */
export function obstaclesTo(content: BoardContent, readiness: Readiness): Obstacle[] {
  const { before, terms } = readiness
  const demands = demandsOf(content, readiness)
  const obstacles: Obstacle[] = []
  const missing = missingIn(content, terms)
  if (missing.length > 0) obstacles.push({ code: 'FEE_BOARD_INCOMPLETE', fields: missing })
  if (demands.needsDecision && !hasDecision(content)) {
    obstacles.push({
      code: 'FEE_BOARD_NEEDS_DECISION',
      fields: [{ path: 'basis', message: '附上业主大会决定的文件，或写明合同第几条怎么约定' }],
    })
  }
  if (terms.guide && leavesGuide(content, terms.guide)) {
    obstacles.push({
      code: 'FEE_BOARD_OUTSIDE_GUIDE',
      fields: [{ path: 'items', message: `物业服务费${terms.gradeCode}的指导价是 ${sayGuide(terms.guide)}` }],
    })
  }
  if (before && content.effectiveFrom <= before.effectiveFrom) {
    obstacles.push({
      code: 'FEE_BOARD_OVERTAKEN',
      fields: [{ path: 'effectiveFrom', message: `要晚于 ${sayDate(before.effectiveFrom)}` }],
    })
  } else if (content.effectiveFrom < demands.earliest) {
    obstacles.push({
      code: 'FEE_BOARD_TOO_EARLY',
      fields: [{ path: 'effectiveFrom', message: `今天贴出，最早 ${sayDate(demands.earliest)}起执行` }],
    })
  }
  return obstacles
}
