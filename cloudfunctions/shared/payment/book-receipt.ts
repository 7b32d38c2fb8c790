import type { AccountCode } from '../../../types/vocabulary/ledger'
import { businessDate } from '../../../types/vocabulary/dates'
import type { PayChannel } from '../../../types/vocabulary/payment'
import type { Db } from '../db/db'
import { newId } from '../db/ids'
import { nextSerial } from '../db/serial-store'
import { type JournalLine, ledgerOf, postJournal } from '../ledger/journal-store'
import type { Tell } from '../outbox/outbox-store'
import type { PayAccount } from './pay-account-store'
import { type BillRow, findLatestContract, findOpenSince, insertReceipt, payBill } from './receipt-store'
import type { ReceiptLine } from './rules/allocate'

/** In which transaction money is booked. */
export interface Ground {
  db: Db
  communityId: string
  now: Date
  tell: Tell
}

/** Money that came, before it is put anywhere. */
export interface Money {
  channel: PayChannel
  amountFen: number
  receivedAt: Date
  account?: PayAccount | undefined
  transactionId?: string | undefined
  attemptId?: string | undefined
  takenBy?: string | undefined
  reference?: string | undefined
}

/**
 * Books money that came, in the transaction that is given: the receipt with its lines, the bills, the books, and what must be
 * told. `bills` are locked and `lines` cut to what they owe. The books come last, since they stay locked to the end.
 * Gives the receipt's id.
 */
export async function bookReceipt(
  ground: Ground,
  money: Money,
  bills: readonly BillRow[],
  lines: readonly ReceiptLine[],
): Promise<string> {
  const { db, communityId, now, tell } = ground
  const receiptId = newId()
  const number = await nextSerial(db, communityId, 'SJ', businessDate(now))
  const { account, ...kept } = money
  await insertReceipt(
    db,
    {
      communityId,
      receiptId,
      number,
      ...{ transactionId: undefined, attemptId: undefined, takenBy: undefined, reference: undefined, ...kept },
      payAccountId: account?.payAccountId,
      now,
    },
    lines,
  )
  const byId = new Map(bills.map((bill) => [bill.billId, bill]))
  for (const line of lines) {
    const bill = 'billId' in line ? byId.get(line.billId) : undefined
    if (bill) await payBill(db, communityId, bill, line.amountFen)
  }
  if (lines.some((line) => 'reason' in line)) await tell({ role: 'cashier' }, 'moneySetAside', receiptId)
  await post(ground, { receiptId, number, money }, byId, lines)
  return receiptId
}

/** Where money of a channel stands before it reaches the bank: at WeChat, in the drawer, or on the enterprise's account. */
const MONEY_ACCOUNTS: Record<PayChannel, AccountCode> = {
  wechat: '1012.01',
  cash: '1001',
  transfer: '1002.01',
  pos: '1002.01',
}

/** One journal for each ledger that the bills belong to, in the order of the ledgers' ids. */
async function post(
  { db, communityId, now }: Ground,
  { receiptId, number, money }: { receiptId: string; number: string; money: Money },
  bills: Map<string, BillRow>,
  lines: readonly ReceiptLine[],
): Promise<void> {
  const kind = money.account?.kind ?? 'fees'
  const [first] = bills.values()
  const spare = kind === 'fees' ? (first?.contractId ?? (await findLatestContract(db, communityId))) : undefined
  const contractOf = (line: ReceiptLine) => ('billId' in line ? bills.get(line.billId)?.contractId : undefined) ?? spare
  const parts: { ledgerId: string; part: ReceiptLine[] }[] = []
  for (const contractId of new Set(lines.map(contractOf))) {
    const { ledgerId } = await ledgerOf(db, communityId, kind, contractId)
    parts.push({ ledgerId, part: lines.filter((line) => contractOf(line) === contractId) })
  }
  for (const { ledgerId, part } of parts.sort((one, other) => (one.ledgerId < other.ledgerId ? -1 : 1))) {
    await postJournal(db, communityId, {
      ledgerId,
      bookedOn: bookedOnOf(money.receivedAt, now, await findOpenSince(db, communityId, ledgerId)),
      words: `收款 ${number}`,
      about: { kind: 'receipt', id: receiptId },
      lines: [debitOf(money, part), ...part.map((line) => creditOf(line, bills))],
    })
  }
}

const debitOf = ({ channel, account }: Money, part: readonly ReceiptLine[]): JournalLine => ({
  account: MONEY_ACCOUNTS[channel],
  debitFen: part.reduce((sum, line) => sum + line.amountFen, 0),
  creditFen: 0,
  payAccountId: account?.payAccountId,
})

function creditOf(line: ReceiptLine, bills: Map<string, BillRow>): JournalLine {
  const side = { debitFen: 0, creditFen: line.amountFen }
  return 'billId' in line
    ? { account: '1122', ...side, houseId: bills.get(line.billId)?.houseId }
    : { account: '2241.99', ...side }
}

/** The day it came, unless that day is published already or not there yet by our own clock: then today. */
function bookedOnOf(receivedAt: Date, now: Date, openSince: string | undefined): string {
  const day = businessDate(receivedAt)
  const today = businessDate(now)
  return day > today || (openSince !== undefined && day < openSince) ? today : day
}
