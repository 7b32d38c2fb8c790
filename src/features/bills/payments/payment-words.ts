import type { Output } from '../../../../types/contracts'
import { ATTEMPT_STATES, PAY_CHANNELS } from '../../../../types/vocabulary/payment'
import type { IconName } from '../../../components/icon-names'
import type { Tone } from '../../../components/row'

export type Payment = Output<'payments.readPayment'>
export type Receipt = Output<'payments.readReceipt'>
export type ReceiptCard = Output<'payments.listReceipts'>['receipts'][number]

/** What the page of a payment says first. */
export function standingOf({ state, receipt }: Payment): { icon: IconName; tone: Tone; title: string; note: string } {
  if (state === 'paid' && receipt && receipt.suspenseFen > 0)
    return {
      icon: 'info',
      tone: 'due',
      title: '钱收到了，有一部分要核对',
      note: '多出来的钱不会丢，收费员核对后联系您',
    }
  switch (state) {
    case 'paid':
      return { icon: 'check', tone: 'ok', title: '付好了', note: '账单已经记上，收据随时能看' }
    case 'closed':
      return { icon: 'x', tone: 'plain', title: '这笔支付取消了', note: '没有扣款，账单还在，随时可以再付' }
    case 'new':
    case 'open':
      return { icon: 'clock', tone: 'due', title: '还没有收到这笔钱', note: '付过了就稍等一下，没付可以接着付' }
  }
}

export const isOpen = ({ state }: Payment): boolean => ATTEMPT_STATES[state].open

export const channelWord = ({ channel }: Pick<ReceiptCard, 'channel'>): string => PAY_CHANNELS[channel].zh
