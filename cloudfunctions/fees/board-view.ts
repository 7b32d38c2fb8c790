import type { Db } from '../shared/db/db'
import { type BoardRow, getTerms, listGrades, listItems, listPromises, type TermsRow } from './board-store'
import type { BoardTerms } from './rules/board-complete'
import { dutiesOf } from './rules/board-complete'
import type { BoardContent, BoardItem } from '../shared/boards/board-content'
import { listGuidePrices } from './guide-price-store'
import { ladderOf } from './rules/board-lines'
import { type GuidePrice, guideRange } from './rules/guide-price'

/** A version with everything that it says, as rules and replies need it. */
export interface WholeBoard {
  row: BoardRow
  content: BoardContent
  terms: BoardTerms
  contract: TermsRow
  grades: { code: string; rank: number }[]
  promises: { dimension: string; clauseNo: string; words: string }[]
  /** What the city says each grade costs on the day from which the version holds. */
  guides: GuidePrice[]
}

export async function wholeBoard(db: Db, communityId: string, row: BoardRow): Promise<WholeBoard> {
  const contract = await getTerms(db, communityId, row.contract_id)
  const grades = await listGrades(db, contract.standard_id)
  const promises = await listPromises(db, contract.standard_id, contract.grade_code)
  const items = await listItems(db, communityId, row.board_id)
  const guides = await listGuidePrices(db, communityId, { standardId: contract.standard_id, day: row.effective_from })
  const terms: BoardTerms = {
    enterpriseName: contract.enterprise_name,
    standardName: contract.standard_name,
    gradeCode: contract.grade_code,
    bestGradeCode: grades[0]?.code ?? contract.grade_code,
    promises: promises.length,
    guide: guides.find(({ gradeCode }) => gradeCode === contract.grade_code),
  }
  return { row, content: contentOf(row, items), terms, contract, grades, promises, guides }
}

export const contentOf = (row: BoardRow, items: BoardItem[]): BoardContent => ({
  contractId: row.contract_id,
  effectiveFrom: row.effective_from,
  shownSince: row.shown_since,
  facts: row.facts,
  basis: row.basis_kind && { kind: row.basis_kind, words: row.basis_words ?? '', fileId: row.basis_file_id },
  items,
})

/** An item as the reply says it: without the empty end of a range. */
export const sayItem = ({ priceMostE4, ...item }: BoardItem) => ({
  ...item,
  ...(priceMostE4 !== null && { priceMostE4 }),
})

/** What stands behind the version, with the id of its paper: whoever may read the version may open it. */
export const sayBasis = ({ basis }: BoardContent) =>
  basis ? { basis: { kind: basis.kind, words: basis.words, ...(basis.fileId && { fileId: basis.fileId }) } } : {}

/** What a version says, for whoever may read it. */
export function sayVersion({ row, content, terms, contract, grades, promises, guides }: WholeBoard) {
  const said = dutiesOf(content, terms)
  return {
    boardId: row.board_id,
    effectiveFrom: row.effective_from,
    ...(row.shown_since !== null && { shownSince: row.shown_since }),
    facts: content.facts,
    items: content.items.map(sayItem),
    ...sayBasis(content),
    duties: said.map(({ duty, answer }) => ({ duty, ...(answer !== undefined && { answer }) })),
    enterpriseName: contract.enterprise_name,
    contractNumber: contract.number,
    chargeMode: contract.charge_mode,
    grade: { standardName: contract.standard_name, code: contract.grade_code },
    ladder: ladderOf(grades, contract.grade_code, guides),
    ...(terms.guide && { guide: { ...terms.guide, ...guideRange(terms.guide) } }),
    promises,
  }
}
