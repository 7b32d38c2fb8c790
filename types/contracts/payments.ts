import * as z from 'zod'
import {
  ATTEMPT_ACT_IDS,
  ATTEMPT_STATE_IDS,
  COUNTER_CHANNEL_IDS,
  PAY_CHANNEL_IDS,
  PAYMENT_LIMITS,
  SUSPENSE_REASON_IDS,
} from '../vocabulary/payment'
import { cursor, date, errand, id, instant, read, words } from './contract'

/**
 * Paying, as a screen goes through it:
 * `previewPayment` (the sum, and whether another payment of these bills is under way) → `preparePayment` (gives the
 * parameters of wx.requestPayment) → the till → whatever the till says, `checkPayment` asks WeChat itself → `readPayment`
 * while it is still open. What wx.requestPayment answers proves nothing. A payment under way is gone on with by
 * `preparePayment` with the same bills, and given up by `cancelPayment`.
 */
const billIds = z
  .array(id())
  .min(1, { error: '请至少选一张账单' })
  .max(PAYMENT_LIMITS.billsMax, { error: `一次最多付 ${PAYMENT_LIMITS.billsMax} 张账单，请分几次` })
  .refine((ids) => new Set(ids).size === ids.length, { error: '同一张账单只选一次' })

const paidBill = z.object({
  billId: id(),
  number: z.string(),
  houseLabel: z.string(),
  from: z.string(),
  to: z.string(),
  itemNames: z.array(z.string()),
  amountFen: z.int(),
})

const payment = z.object({
  attemptId: id(),
  state: z.enum(ATTEMPT_STATE_IDS),
  amountFen: z.int(),
  payeeName: z.string(),
  startedAt: instant(),
  /** After this instant WeChat takes no money for it. */
  payBefore: instant(),
  /** True when this person opened it: somebody else of the household cannot pay the same order, only cancel it. */
  mine: z.boolean(),
  bills: z.array(paidBill),
  /** Once the money is there. `suspenseFen` is the part that could not be put to a bill and waits for the cashier. */
  receipt: z.object({ receiptId: id(), number: z.string(), amountFen: z.int(), suspenseFen: z.int() }).optional(),
  moves: z.array(
    z.object({
      act: z.enum(ATTEMPT_ACT_IDS),
      does: z.string(),
      call: z.enum(['payments.preparePayment', 'payments.checkPayment', 'payments.cancelPayment']),
    }),
  ),
})

export const previewPayment = read({
  input: z.strictObject({ billIds }),
  output: z.object({
    payeeName: z.string(),
    /** What is still open of these bills; only the server's own rows count. */
    amountFen: z.int(),
    bills: z.array(paidBill),
    /** Whether this person can pay here by WeChat now; otherwise the sentence why not. */
    wechat: z.object({ isOpen: z.boolean(), whyNot: z.string().optional() }),
    /** Payments of these bills that are not over: to be gone on with, or cancelled first. */
    underWay: z.array(payment),
  }),
})

export const preparePayment = errand({
  about: 'attempt',
  input: z.strictObject({ billIds }),
  output: payment.extend({
    /** For wx.requestPayment as they are. Absent when the money has come already. */
    parameters: z
      .object({
        timeStamp: z.string(),
        nonceStr: z.string(),
        package: z.string(),
        signType: z.literal('RSA'),
        paySign: z.string(),
      })
      .optional(),
  }),
})

export const readPayment = read({ input: z.strictObject({ attemptId: id() }), output: payment })

export const checkPayment = errand({ about: 'attempt', input: z.strictObject({ attemptId: id() }), output: payment })

/** Closed at WeChat first and here after; the reply says `paid` when the money was faster. */
export const cancelPayment = errand({ about: 'attempt', input: z.strictObject({ attemptId: id() }), output: payment })

const receiptCard = z.object({
  receiptId: id(),
  /** Gapless within the community and day, for example `SJ20260306-0007`. Not an invoice. */
  number: z.string(),
  channel: z.enum(PAY_CHANNEL_IDS),
  amountFen: z.int(),
  /** The part of it that waits to be put to a bill or given back. */
  suspenseFen: z.int(),
  receivedAt: instant(),
  houseLabels: z.array(z.string()),
})

const receipt = receiptCard.extend({
  payeeName: z.string(),
  bills: z.array(paidBill),
  suspenseReason: z.enum(SUSPENSE_REASON_IDS).optional(),
  /** WeChat's own number (交易单号), or the reference of a transfer or card slip. */
  reference: z.string().optional(),
  /** Who took it at the counter. */
  takenBy: z.string().optional(),
})

export const listReceipts = read({
  input: z.strictObject({
    channel: z.enum(PAY_CHANNEL_IDS).optional(),
    /** A business day. */
    day: date('日期').optional(),
    /** A house (`3-2-1801`, or the end of it), a receipt's or a bill's number. */
    search: words({ min: 0, max: PAYMENT_LIMITS.searchMax, what: '房号、收据号或账单号' }).optional(),
    after: cursor(),
  }),
  output: z.object({
    receipts: z.array(receiptCard).max(20),
    next: z.string().optional(),
    /** Of everything that the filter finds, not of this page alone. */
    total: z.object({ receipts: z.int(), amountFen: z.int() }),
  }),
})

export const readReceipt = read({ input: z.strictObject({ receiptId: id() }), output: receipt })

/**
 * Money taken at the counter, put to the bills in the order of their due dates; less than the whole pays a part, more is
 * refused. A payment by WeChat that is open on one of the bills is closed after it.
 */
export const takeCash = errand({
  about: 'receipt',
  input: z.strictObject({
    billIds,
    amountFen: z
      .int({ error: '请填写收了多少钱' })
      .min(1, { error: '请填写收了多少钱' })
      .max(PAYMENT_LIMITS.counterFenMax, { error: '金额太大，请核对' }),
    channel: z.enum(COUNTER_CHANNEL_IDS, { error: '请选现金、转账还是刷卡' }),
    reference: words({ min: 0, max: PAYMENT_LIMITS.referenceMax, what: '流水号' }).optional(),
  }),
  output: receipt,
})

export const listSuspense = read({
  input: z.strictObject({ after: cursor() }),
  output: z.object({
    items: z
      .array(
        receiptCard.extend({
          reason: z.enum(SUSPENSE_REASON_IDS),
          reference: z.string().optional(),
          billNumbers: z.array(z.string()),
        }),
      )
      .max(20),
    next: z.string().optional(),
    total: z.object({ receipts: z.int(), amountFen: z.int() }),
  }),
})
