import type * as bills from '../../../types/contracts/bills'
import type { Output } from '../../../types/contracts'
import type { Answer } from '../../shared/call/answer'
import { movesFrom } from '../../shared/machine/machine'
import { countsAsSamePerson } from '../../shared/people/same-person-store'
import { cardFor } from '../bill-card'
import { getBill, listOthers } from '../bill-store'
import { type LineRow, listEvents, listLines, listOpenings, listPromises } from '../line-store'
import { BILL_MACHINE } from '../rules/bill-machine'
import { unroundedOf } from '../rules/unrounded'

const DAY_MS = 86_400_000

/** One bill with each factor of each line, what the price buys, what happened to it, and what this person may do. */
export const readBill: Answer<typeof bills.readBill> = async ({ db, actor, reach, now }, { billId }) => {
  const bill = await getBill(db, actor, reach, billId)
  const lines = await listLines(db, actor, billId)
  const events = await listEvents(db, actor, billId)
  const others = await listOthers(db, actor, reach, billId)
  return {
    ...cardFor(bill, now),
    issuedOn: bill.issued_on,
    payeeName: bill.payee_name,
    contractNumber: bill.contract_number,
    lines: lines.map(lineFor),
    openings: bill.is_opening ? await listOpenings(db, actor, billId) : [],
    grade: {
      standardName: bill.standard_name,
      code: bill.grade_code,
      promises: await listPromises(db, bill.standard_id, bill.grade_code),
    },
    others: others.map((row) => cardFor(row, now)),
    events: events.map((event) => ({
      act: event.act,
      at: event.at.toISOString(),
      role: event.role,
      mine: event.person_id === actor.personId,
      ...(event.note !== null && { note: event.note }),
    })),
    moves: movesFrom(BILL_MACHINE, bill.state, {
      role: actor.role,
      isAuthor: await countsAsSamePerson(db, actor, bill.issued_by),
    }),
  }
}

function lineFor(row: LineRow): Output<'bills.readBill'>['lines'][number] {
  const wholeDays = (Date.parse(row.whole_to_on) - Date.parse(row.whole_from_on)) / DAY_MS
  const unrounded = unroundedOf({
    kind: row.kind,
    area100: row.area100,
    quantity: row.quantity,
    priceE4: row.price_e4,
    percent: row.percent,
    days: wholeDays,
    daysInMonth: row.days_in_month,
  })
  return {
    itemName: row.item_name,
    kind: row.kind,
    tier: row.tier,
    from: row.from_on,
    to: row.to_on,
    days: row.days,
    daysInMonth: row.days_in_month,
    ...(row.area100 !== null && { area100: row.area100 }),
    ...(row.area_source !== null && { areaSource: row.area_source }),
    ...(row.area_from !== null && { areaFrom: row.area_from }),
    quantity: row.quantity,
    priceE4: row.price_e4,
    unitWords: row.unit_words,
    percent: row.percent,
    ...(row.relief_words !== null && row.percent < 100 && { reliefWords: row.relief_words }),
    board: {
      boardId: row.board_id,
      version: row.version,
      effectiveFrom: row.effective_from,
      postedOn: row.posted_on,
      basisWords: row.basis_words,
    },
    ...(row.cost_words !== null &&
      row.cost_fen !== null && { cost: { words: row.cost_words, amountFen: row.cost_fen } }),
    ...(unrounded && { unrounded }),
    whole: { from: row.whole_from_on, to: row.whole_to_on, days: wholeDays, amountFen: row.whole_fen },
    amountFen: row.amount_fen,
  }
}
