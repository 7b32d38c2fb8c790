import { ACCOUNTS, type AccountCode, type Book } from '../../../types/vocabulary/ledger'
import { sayYuan } from '../../../types/vocabulary/money'
import { CHAIN_START, linkOf, textSha256Of } from './journal-chain'
import type { JournalLine } from './journal-store'
import type { PostedJournal, Sum } from './recount-store'

/** A ledger counted again from its first journal; it grows journal by journal, so that a long one needs no long memory. */
export interface Recount {
  book: Book
  journals: number
  seq: number
  /** The hash as recounted: after a change it is no longer the stored one, so every later link is seen to be broken. */
  hash: string
  sums: Map<string, Sum>
  /** Sentences for a person, each about one journal or one sum. */
  faults: string[]
  /** Journals from which on the chain does not hold. */
  broken: number[]
}

export const beginRecount = (book: Book): Recount => ({
  book,
  journals: 0,
  seq: 0,
  hash: CHAIN_START,
  sums: new Map(),
  faults: [],
  broken: [],
})

/** Counts the next journal: its number, its link, its words, its balance, its book, and what it adds to the sums. */
export function countJournal(count: Recount, { journal, prevHash, hash, words }: PostedJournal): void {
  const { seq, lines } = journal
  for (let missing = count.seq + 1; missing < seq; missing += 1) count.faults.push(`缺第 ${missing} 号凭证`)
  const recounted = linkOf(count.hash, journal)
  if (prevHash !== count.hash || hash !== recounted) count.broken.push(seq)
  if (words && textSha256Of(words.salt, words.text) !== journal.textSha256)
    count.faults.push(`第 ${seq} 号凭证的摘要被改过`)
  const difference = lines.reduce((fen, line) => fen + line.debitFen - line.creditFen, 0)
  if (lines.length === 0) count.faults.push(`第 ${seq} 号凭证没有分录`)
  if (difference !== 0)
    count.faults.push(`第 ${seq} 号凭证借贷不平，${difference > 0 ? '借方多' : '贷方多'} ${sayYuan(difference)} 元`)
  for (const account of new Set(lines.map((line) => line.account)))
    if (!standsIn(account, count.book))
      count.faults.push(`第 ${seq} 号凭证用了不属于这本账的科目 ${sayAccount(account)}`)
  const month = `${journal.bookedOn.slice(0, 7)}-01`
  for (const line of lines) for (const key of keysOf(line, month)) add(count.sums, key, line)
  count.journals += 1
  count.seq = seq
  count.hash = recounted
}

/** Compares what was counted with what the ledger says of itself: the head of its chain and its running sums. */
export function endRecount(count: Recount, head: { seq: number; hash: string }, stored: readonly Sum[]): void {
  const [first] = count.broken
  if (first !== undefined) count.faults.unshift(sayBreak(first, count.broken.length))
  if (head.seq !== count.seq) count.faults.push(`账头写着到第 ${head.seq} 号，凭证只到第 ${count.seq} 号`)
  else if (head.hash !== count.hash && first === undefined) count.faults.push('账头的指纹与最后一张凭证不符')
  const left = new Map(count.sums)
  for (const sum of stored) {
    const key = keyOf(sum)
    const counted = left.get(key) ?? { ...sum, debitFen: 0, creditFen: 0 }
    left.delete(key)
    if (sum.debitFen !== counted.debitFen || sum.creditFen !== counted.creditFen)
      count.faults.push(saySum(sum, counted))
  }
  for (const counted of left.values()) count.faults.push(saySum({ ...counted, debitFen: 0, creditFen: 0 }, counted))
}

const standsIn = (account: AccountCode, book: Book): boolean => {
  const books: readonly Book[] = ACCOUNTS[account].books
  return books.includes(book)
}

const keysOf = (line: JournalLine, month: string): Omit<Sum, 'debitFen' | 'creditFen'>[] => {
  const { account, category, scope, sourceId, payAccountId, houseId } = line
  return [
    { account, month, category, scope, sourceId, payAccountId },
    ...(houseId === undefined ? [] : [{ account, month, houseId }]),
  ]
}

const keyOf = (sum: Omit<Sum, 'debitFen' | 'creditFen'>): string =>
  JSON.stringify([sum.houseId, sum.account, sum.month, sum.category, sum.scope, sum.sourceId, sum.payAccountId])

function add(sums: Map<string, Sum>, of: Omit<Sum, 'debitFen' | 'creditFen'>, line: JournalLine): void {
  const key = keyOf(of)
  const sum = sums.get(key)
  if (sum) {
    sum.debitFen += line.debitFen
    sum.creditFen += line.creditFen
  } else sums.set(key, { ...of, debitFen: line.debitFen, creditFen: line.creditFen })
}

const sayBreak = (first: number, many: number): string =>
  many === 1
    ? `第 ${first} 号凭证与它的指纹不符，有人改过它或它前面的账`
    : `从第 ${first} 号凭证起指纹不符，后面共 ${many} 张都接不上，有人改过第 ${first} 号`

const sayAccount = (account: string): string => {
  const known = Object.entries(ACCOUNTS).find(([code]) => code === account)
  return known ? `${account} ${known[1].zh}` : account
}

const saySum = (stored: Sum, counted: Sum): string => {
  const side = (sum: Sum) => `借 ${sayYuan(sum.debitFen)} 贷 ${sayYuan(sum.creditFen)}`
  const of = [stored.category, stored.scope, stored.houseId && `房屋 ${stored.houseId}`].filter(Boolean).join(' ')
  return `${stored.month.slice(0, 7)} ${sayAccount(stored.account)}${of && ` ${of}`} 的合计写着 ${side(stored)}，重算是 ${side(counted)}`
}
