import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, businessDate } from '../../types/vocabulary/dates'
import type { FilePurpose } from '../../types/vocabulary/file'
import { quarterOf } from '../../types/vocabulary/statement'
import {
  EARLIER_QUARTERS,
  HONGQI_QUARTER,
  LATE_QUARTER,
  RUNNING_QUARTER,
  type StoryEntry,
  type StoryQuarter,
} from './accounts-story'
import type { ActAs, Chapter } from './act-as'
import type { OnDay } from './on-day'
import type { VoucherId } from './voucher-papers'

type Act = ReturnType<ActAs>

/** How many days after its end a quarter is due, and how late the last one of 锦绣花园 came. */
const DUE_DAYS = 15
const LATE_DAYS = 3
/** How many days after their end the others were published. */
const EARLY_DAYS = 8

const JINXIU_OPENING_YUAN = 86_320.4
const HONGQI_OPENING_YUAN = 4_118

/**
 * The accounts of both communities, on the days on which people would have kept them: 锦绣花园's committee published three
 * quarters in time and the last one three days late, each reviewed by its supervisor; the running quarter has some entries.
 * 红旗里's 物管会 published one in time, and the last one still waits for the neighbourhood's review, late as it is.
 */
export const tellAccounts =
  (onDay: OnDay): Chapter =>
  async (actAs, log) => {
    const today = businessDate((await actAs('song')('members.showMe', {})).now)
    const late = lastPublished(today)
    const jinxiu = { keeper: actAs('song'), checker: actAs('fang'), onDay }
    await tellBooks(jinxiu, {
      quarters: [...EARLIER_QUARTERS, LATE_QUARTER],
      lastFrom: late,
      openingYuan: JINXIU_OPENING_YUAN,
      last: { lateDays: LATE_DAYS },
    })
    await tellRunning(jinxiu, quarterOf(late).to, today)
    const hongqi = { keeper: actAs('tang'), checker: await seatedIn(actAs, '红旗里'), onDay }
    await tellBooks(hongqi, {
      quarters: [HONGQI_QUARTER, HONGQI_QUARTER],
      lastFrom: late,
      openingYuan: HONGQI_OPENING_YUAN,
      last: 'waits for review',
    })
    await seatedIn(actAs, '锦绣花园')
    log('the accounts of 锦绣花园 and 红旗里 are published')
  }

/** The last quarter whose late publication already lies behind us. */
function lastPublished(today: string): string {
  const { from } = quarterOf(today)
  const last = quarterOf(addDays(from, -1)).from
  return today > addDays(from, DUE_DAYS + LATE_DAYS) ? last : quarterOf(addDays(last, -1)).from
}

/** 刘主任 looks after both communities and turns to one of them. */
async function seatedIn(actAs: ActAs, community: string): Promise<Act> {
  const liu = actAs('liu')
  const seat = (await liu('members.showMe', {})).seats.find(({ communityName }) => communityName === community)
  if (seat) await liu('members.takeSeat', { seatId: seat.seatId })
  return liu
}

interface Keepers {
  keeper: Act
  checker: Act
  onDay: OnDay
}

interface Books {
  quarters: readonly StoryQuarter[]
  /** The first day of the last of them. */
  lastFrom: string
  openingYuan: number
  last: { lateDays: number } | 'waits for review'
}

async function tellBooks(keepers: Keepers, { quarters, lastFrom, openingYuan, last }: Books): Promise<void> {
  const { statements } = await keepers.keeper('accounts.listStatements', {})
  const stateOf = new Map(statements.map(({ quarter, state }) => [quarter, state]))
  let from = quarters.slice(1).reduce((day) => quarterOf(addDays(day, -1)).from, lastFrom)
  const upload = uploader(keepers.keeper)
  for (const [place, quarter] of quarters.entries()) {
    const { to } = quarterOf(from)
    const isLast = place === quarters.length - 1
    const publishOn = isLast ? lastDay(to, last) : addDays(to, EARLY_DAYS)
    const opening = place === 0 ? openingYuan : undefined
    const isTold = publishOn === undefined ? stateOf.has(from) : stateOf.get(from) === 'published'
    if (!isTold) await tellQuarter(keepers, upload, { from, to, quarter, opening, publishOn })
    from = to
  }
}

const lastDay = (to: string, last: Books['last']): string | undefined =>
  last === 'waits for review' ? undefined : addDays(to, DUE_DAYS - 1 + last.lateDays)

interface Quarter {
  from: string
  to: string
  quarter: StoryQuarter
  opening: number | undefined
  /** Absent while it waits for its review. */
  publishOn: string | undefined
}

/** Posted and made some days after its end, reviewed, then published. */
async function tellQuarter(
  { keeper, checker, onDay }: Keepers,
  upload: Upload,
  { from, to, quarter, opening, publishOn }: Quarter,
): Promise<void> {
  const seen = await onDay(addDays(to, 5), async () => {
    if (opening !== undefined) await open(keeper, upload, addDays(from, -1), fen(opening))
    await postAll(keeper, upload, from, quarter.entries)
    const { sources, closingFen } = await keeper('accounts.readCockpit', { quarter: from })
    const gaps = sources.flatMap(({ sourceId, category, expectedFen, receivedFen }) => {
      const words = quarter.gaps[category]
      return words !== undefined && receivedFen < expectedFen ? [{ sourceId, words }] : []
    })
    const bank = { balanceFen: closingFen, ...(await upload('bank')) }
    const { statementId, contentSha256 } = await keeper('accounts.draftQuarter', { quarter: from, gaps, bank })
    if (publishOn !== undefined) await checker('accounts.reviewQuarter', { statementId, contentSha256 })
    return { statementId, contentSha256 }
  })
  if (publishOn !== undefined) await onDay(publishOn, () => keeper('accounts.publishQuarter', seen))
}

/** What there is of the running quarter by today. */
async function tellRunning({ keeper }: Keepers, from: string, today: string): Promise<void> {
  const soFar = RUNNING_QUARTER.filter(({ day }) => addDays(from, day) <= today)
  await postAll(keeper, uploader(keeper), from, soFar)
}

async function open(keeper: Act, upload: Upload, bookedOn: string, amountFen: number): Promise<void> {
  const { openingFen } = await keeper('accounts.readCockpit', { quarter: addDays(bookedOn, 1) })
  if (openingFen > 0) return
  const vouchers = [await upload('bank')]
  await keeper('accounts.postEntry', { kind: 'opening', amountFen, bookedOn, words: '开账时银行里的结余', vouchers })
}

/** Each entry once: what is on the books already is known by its words. */
async function postAll(keeper: Act, upload: Upload, from: string, entries: readonly StoryEntry[]): Promise<void> {
  const { sources } = await keeper('accounts.readCockpit', { quarter: from })
  const posted = await wordsOf(keeper, from)
  for (const { day, kind, category, yuan, words, voucher } of entries) {
    if (posted.has(words)) continue
    const source = kind === 'income' ? sources.find((one) => one.category === category) : undefined
    await keeper('accounts.postEntry', {
      kind,
      category,
      amountFen: fen(yuan),
      bookedOn: addDays(from, day),
      words,
      vouchers: voucher ? [await upload(voucher)] : [],
      ...(source && { sourceId: source.sourceId }),
    })
  }
}

async function wordsOf(keeper: Act, quarter: string): Promise<Set<string>> {
  const words = new Set<string>()
  for (let after: string | undefined; ;) {
    const page = await keeper('accounts.listEntries', { quarter, ...(after !== undefined && { after }) })
    for (const entry of page.entries) words.add(entry.words)
    if (page.next === undefined) return words
    after = page.next
  }
}

const fen = (yuan: number): number => Math.round(yuan * 100)

type Upload = (voucher: VoucherId) => Promise<{ fileId: string; redactedFileId: string }>

/** Brings each voucher up once, original and redacted copy. */
function uploader(keeper: Act): Upload {
  const known = new Map<VoucherId, Promise<{ fileId: string; redactedFileId: string }>>()
  const bring = async (voucher: VoucherId) => ({
    fileId: await bringFile(keeper, 'voucher', `${voucher}.png`),
    redactedFileId: await bringFile(keeper, 'redactedVoucher', `${voucher}-redacted.png`),
  })
  return (voucher) => {
    const pair = known.get(voucher) ?? bring(voucher)
    known.set(voucher, pair)
    return pair
  }
}

async function bringFile(keeper: Act, purpose: FilePurpose, name: string): Promise<string> {
  const bytes = readFileSync(join(__dirname, 'vouchers', name))
  const ticket = await keeper('files.requestUpload', { purpose, name, sizeBytes: bytes.length })
  await fetch(ticket.put.url, { method: 'PUT', headers: ticket.put.headers, body: new Uint8Array(bytes) })
  return (await keeper('files.confirmUpload', { fileId: ticket.fileId })).fileId
}
