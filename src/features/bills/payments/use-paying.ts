import { useState } from 'react'
import { useAct } from '../../../hooks/use-act'
import { openTillInBrowser } from '../../../services/till.h5'
import { openTillInWeChat } from '../../../services/till.weapp'
import type { WireError } from '../../../../types/vocabulary/errors'
import { PAYMENT_READS } from './payment-reads'

// The build puts the platform's name in, so the other platform's till is left out of the bundle.
const openTill = process.env.TARO_ENV === 'h5' ? openTillInBrowser : openTillInWeChat

export interface Paying {
  /** Opens the till for these bills; the id of the payment once the till was left, else undefined. */
  pay(billIds: string[]): Promise<string | undefined>
  /** What it is doing now, in words; false at rest. */
  busy: string | false
  error: WireError | undefined
}

/** From a tap to a left till: prepare, open the till, and let the server ask WeChat what became of it. */
export function usePaying(): Paying {
  const prepare = useAct('payments.preparePayment', { refreshes: PAYMENT_READS })
  const check = useAct('payments.checkPayment', { refreshes: PAYMENT_READS })
  const [atTill, setAtTill] = useState(false)

  const pay = async (billIds: string[]): Promise<string | undefined> => {
    const reply = await prepare.act({ billIds })
    if (!reply.ok) return undefined
    const { attemptId, parameters } = reply.data
    if (parameters) {
      setAtTill(true)
      await openTill(parameters)
      setAtTill(false)
      await check.act({ attemptId })
    }
    return attemptId
  }

  const busy = prepare.busy ? '正在准备…' : atTill ? '等您付款…' : check.busy ? '正在确认…' : false
  return { pay, busy, error: prepare.error }
}
