import sql from 'sql-template-tag'
import * as z from 'zod'
import { CHARGE_MODE_IDS } from '../../types/vocabulary/fee'
import { BROUGHT_FORWARD } from '../../types/vocabulary/ledger'
import type { Db } from '../shared/db/db'
import { type JournalLine, ledgerOf, postJournal } from '../shared/ledger/journal-store'
import type { Actor } from '../shared/policy/actor'
import { openingsAt } from './opening-rows-store'

const Entry = z.object({
  contract_id: z.string(),
  charge_mode: z.enum(CHARGE_MODE_IDS),
  side: z.enum(['arrear', 'prepayment']),
  house_id: z.string().nullable(),
  item_code: z.string().nullable(),
  fen: z.int(),
})
type Entry = z.output<typeof Entry>

/** Sums of new balances: by house, and arrears also by item; a row has one of the two. */
const listEntries = (db: Db, actor: Actor, importId: string): Promise<Entry[]> =>
  db.many(
    Entry,
    sql`
      select contract_id, charge_mode, side, house_id, case when house_id is null then coalesce(item_code, 'prepaid') end as item_code,
        sum(amount_fen)::bigint as fen
      from (
        select contract_id, charge_mode, side, house_id, case side when 'arrear' then item_code end as item_code, amount_fen
        from (${openingsAt(actor, importId)}) staged
        where change = 'new'
      ) given
      group by grouping sets ((contract_id, charge_mode, side, house_id), (contract_id, charge_mode, side, item_code))
      order by contract_id, side, house_id nulls last, item_code
      limit 50000`,
  )

/** Houses owe (1122) or have paid ahead (2203); the other side is the balance brought forward, by item. */
function lineOf({ charge_mode, side, house_id, item_code, fen }: Entry): JournalLine {
  const isDebit = (side === 'arrear') === (house_id !== null)
  const sums = { debitFen: isDebit ? fen : 0, creditFen: isDebit ? 0 : fen }
  if (house_id !== null) return { account: side === 'arrear' ? '1122' : '2203', ...sums, houseId: house_id }
  return { account: BROUGHT_FORWARD[charge_mode], ...sums, category: item_code ?? undefined }
}

/**
 * Books what an import brought, one journal for each contract. It is no revenue of this year, and where the money of a
 * prepayment lies the file does not say: that is the opening balance of the bank. Call it last: the ledgers stay locked.
 */
export async function bookOpenings(db: Db, actor: Actor, importId: string, today: string): Promise<void> {
  const entries = await listEntries(db, actor, importId)
  const books: { ledgerId: string; contractId: string }[] = []
  for (const contractId of new Set(entries.map((entry) => entry.contract_id)))
    books.push({ contractId, ...(await ledgerOf(db, actor.communityId, 'fees', contractId)) })
  books.sort((one, other) => (one.ledgerId < other.ledgerId ? -1 : 1))
  for (const { ledgerId, contractId } of books) {
    await postJournal(db, actor.communityId, {
      ledgerId,
      bookedOn: today,
      words: '期初余额导入',
      lines: entries.filter((entry) => entry.contract_id === contractId).map(lineOf),
      about: { kind: 'import', id: importId },
    })
  }
}
