import * as z from 'zod'
import {
  ACCOUNT_LIMITS,
  beginsQuarter,
  CATEGORIES_OF,
  ENTRY_CATEGORY_IDS,
  ENTRY_KIND_IDS,
} from '../vocabulary/statement'
import { act, cursor, date, id, read, words } from './contract'

/** A sum in fen as somebody wrote it. */
export const fen = (what: string) =>
  z.int({ error: `${what}要是数字，例如 120.00` }).max(ACCOUNT_LIMITS.amountFenMax, { error: `${what}太大，请核对` })

/** The first day of a calendar quarter. */
export const quarter = () => date('季度').refine(beginsQuarter, { error: '季度要写这一季的第一天' })

/** A voucher as it goes up: the original, and the copy with black bars that residents see. */
const vouchersIn = z
  .array(z.strictObject({ fileId: id(), redactedFileId: id() }))
  .max(ACCOUNT_LIMITS.vouchersMax, { error: `凭证最多 ${ACCOUNT_LIMITS.vouchersMax} 张` })

/**
 * One entry of the public revenue: income, what it cost to earn it, an expense of the committee, or, once at the very
 * beginning, the balance that was there before. It never changes: a mistake is reversed and posted anew.
 */
export const postEntry = act({
  about: 'entry',
  input: z
    .strictObject({
      kind: z.enum(ENTRY_KIND_IDS, { error: '请选收入、成本还是经费' }),
      category: z.enum(ENTRY_CATEGORY_IDS, { error: '请选类别' }).optional(),
      amountFen: fen('金额').min(1, { error: '金额要大于 0' }),
      bookedOn: date('日期'),
      words: words({ min: ACCOUNT_LIMITS.wordsMin, max: ACCOUNT_LIMITS.wordsMax, what: '说明' }),
      /** The contract that the income comes from. */
      sourceId: id().optional(),
      vouchers: vouchersIn,
      /** The first day of the published quarter that this entry puts right. */
      correctsQuarter: quarter().optional(),
    })
    .refine(
      ({ kind, category }) =>
        kind === 'opening'
          ? category === undefined
          : category !== undefined && (CATEGORIES_OF[kind] as readonly string[]).includes(category),
      { path: ['category'], error: '请选类别' },
    )
    .refine(({ kind, sourceId }) => kind === 'income' || sourceId === undefined, {
      path: ['sourceId'],
      error: '只有收入才有收益来源',
    }),
  output: z.object({ entryId: id(), seq: z.int(), bookedOn: z.string(), amountFen: z.int() }),
})

/** A voucher that came late. The entry stays as it is; the statement's fingerprint takes the voucher in. */
export const attachVouchers = act({
  about: 'entry',
  input: z.strictObject({ entryId: id(), vouchers: vouchersIn.min(1, { error: '请先拍凭证' }) }),
  output: z.object({ entryId: id(), vouchers: z.int() }),
})

/** Takes an entry back by its mirror image. Nobody takes back what they posted themselves. */
export const reverseEntry = act({
  about: 'entry',
  input: z.strictObject({
    entryId: id(),
    reason: words({ min: ACCOUNT_LIMITS.noteMin, max: ACCOUNT_LIMITS.reasonMax, what: '原因' }),
  }),
  /** The reversing entry, linked to the one that it takes back. */
  output: z.object({ entryId: id(), reverses: id(), bookedOn: z.string() }),
})

const voucher = z.object({
  /** What residents may open. */
  redactedFileId: id(),
  /** The original, for whoever keeps or checks the books. */
  fileId: id().optional(),
  sha256: z.string(),
  /** It came after the entry. */
  late: z.boolean(),
})

/** An entry as its reader may see it. */
export const entry = z.object({
  entryId: id(),
  /** Its number in the books, gapless, and which of its lines this is. */
  seq: z.int(),
  place: z.int(),
  kind: z.enum(ENTRY_KIND_IDS),
  category: z.enum(ENTRY_CATEGORY_IDS).optional(),
  sourceId: id().optional(),
  bookedOn: z.string(),
  /** As it changes the balance of its kind: a reversal is negative. */
  amountFen: z.int(),
  words: z.string(),
  reverses: id().optional(),
  reversedBy: id().optional(),
  correctsQuarter: z.string().optional(),
  vouchers: z.array(voucher),
  /** A voucher is asked for and not there. */
  voucherMissing: z.boolean(),
  mayReverse: z.boolean(),
  mayAttach: z.boolean(),
})

/** The entries of a quarter, the latest first. Residents see those of published quarters, up to the published head. */
export const listEntries = read({
  input: z.strictObject({
    quarter: quarter(),
    kind: z.enum(ENTRY_KIND_IDS).optional(),
    category: z.enum(ENTRY_CATEGORY_IDS).optional(),
    after: cursor(),
  }),
  output: z.object({ entries: z.array(entry).max(ACCOUNT_LIMITS.pageSize), next: z.string().optional() }),
})
