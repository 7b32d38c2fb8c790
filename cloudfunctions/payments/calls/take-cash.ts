import type * as payments from '../../../types/contracts/payments'
import { sayYuan } from '../../../types/vocabulary/money'
import type { Answer, Outside } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { bookReceipt } from '../../shared/payment/book-receipt'
import { lockBills } from '../../shared/payment/receipt-store'
import { allocate, openFenOf } from '../../shared/payment/rules/allocate'
import { endOrder } from '../../shared/payment/settle-attempt'
import { isWechatsAnswer } from '../../shared/wechat/pay/client'
import { attemptOf, stepsOf } from '../outside'
import { listDueBills } from '../paid-bill-store'
import { hurryUnwanted } from '../payment-store'
import { viewReceipt } from '../receipt-view'

/**
 * Books money that was handed over at the counter, the bill that is due first being paid first. What WeChat could still take
 * for the same bills is closed afterwards; if its money comes all the same, it is set aside.
 */
export const takeCash: Answer<typeof payments.takeCash> = {
  begin: async ({ db, actor, reach, now, tell }, { billIds, amountFen, channel, reference }) => {
    if ((await listDueBills(db, actor, reach, billIds)).length < billIds.length) throw new AppError('NOT_FOUND')
    const bills = await lockBills(db, actor.communityId, billIds)
    const meant = bills
      .map((bill) => ({ ...bill, meantFen: openFenOf(bill) }))
      .sort((one, other) => (one.dueOn + one.number < other.dueOn + other.number ? -1 : 1))
    if (meant.some(({ meantFen }) => meantFen === 0)) throw new AppError('BILL_NOT_DUE')
    const openFen = meant.reduce((sum, bill) => sum + bill.meantFen, 0)
    if (amountFen > openFen) {
      const message = `这些账单一共只要 ${sayYuan(openFen)} 元，多的请找零`
      throw new AppError('INVALID_INPUT', { fields: [{ path: 'amountFen', message }] })
    }
    if (new Set(bills.map(({ payeeId }) => payeeId)).size > 1) throw new AppError('BILLS_OF_TWO_PAYEES')
    const money = { channel, amountFen, receivedAt: now, takenBy: actor.personId, reference: reference || undefined }
    return bookReceipt({ db, communityId: actor.communityId, now, tell }, money, bills, allocate(amountFen, meant))
  },
  goOn: async (outside, receiptId) => {
    const { step, actor, reach } = outside
    const unwanted = await step(({ db, now }) => hurryUnwanted(db, actor, receiptId, now))
    for (const attemptId of unwanted) await endUnlessSilent(outside, attemptId)
    return step(({ db }) => viewReceipt(db, actor, reach, receiptId))
  },
}

/** When WeChat does not, clockwork asks again; the receipt stands in any case. */
async function endUnlessSilent(outside: Outside, attemptId: string): Promise<void> {
  try {
    await endOrder(stepsOf(outside), await attemptOf(outside, attemptId))
  } catch (error) {
    if (!isWechatsAnswer(error)) throw error
  }
}
