import { PROPERTY_SERVICE } from '../../../types/vocabulary/fee'
import type { ComparedItem } from './board-compare'
import type { BoardContent } from '../../shared/boards/board-content'

/**
 * Whether the owners must stand behind a version: it raises 物业服务费, or adds or raises a charge that every house pays.
 * So under every price regime; notice alone never suffices.
 */
export const needsDecision = (compared: readonly ComparedItem[]): boolean =>
  compared.some(({ code, change, after }) => {
    if (change !== 'raised' && change !== 'added') return false
    return after?.isCommon === true || code === PROPERTY_SERVICE
  })

/** A clause is quoted in words; a decision of the owners comes with its paper. */
export const hasDecision = ({ basis }: Pick<BoardContent, 'basis'>): boolean =>
  basis !== null && (basis.kind === 'contract clause' || basis.fileId !== null)
