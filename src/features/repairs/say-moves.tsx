import type { ActName, Input } from '../../../types/contracts'
import { Button } from '../../components/button'
import type { IconName } from '../../components/icon-names'
import { ASKS } from './move-asks'
import { SaySheet, useSay, type Ask, type Said } from './say-sheet'

export interface OpenerProps {
  repairId: string
  /** The server's word for it. */
  does: string
  /** The one filled button of the order. */
  first: boolean
  onDone(sentence: string): void
}

/** A button and the sheet that it opens, for one act that needs words. */
function sayMove<N extends ActName>(given: {
  call: N
  ask: Ask
  icon?: IconName
  done: string
  inputOf(repairId: string, said: Said): Input<N>
}) {
  const { call, ask, icon, done, inputOf } = given
  return function SayMove({ repairId, does, first, onDone }: OpenerProps) {
    const saying = useSay(
      call,
      (said) => inputOf(repairId, said),
      () => onDone(done),
    )
    return (
      <>
        <Button kind={first ? 'filled' : 'outlined'} {...(icon && { icon })} onTap={saying.open}>
          {does}
        </Button>
        <SaySheet ask={ask} saying={saying} />
      </>
    )
  }
}

export const SAY_MOVES = {
  finish: sayMove({
    call: 'repairs.finishRepair',
    ask: ASKS.finish,
    icon: 'camera',
    done: '交上去了，等报修的人确认',
    inputOf: (repairId, { words, photoIds }) => ({ repairId, work: words, photoIds }),
  }),
  return: sayMove({
    call: 'repairs.returnRepair',
    ask: ASKS.return,
    done: '退回去了，客服会重新派',
    inputOf: (repairId, { words }) => ({ repairId, reason: words }),
  }),
  reopen: sayMove({
    call: 'repairs.reopenRepair',
    ask: ASKS.reopen,
    icon: 'rotate-ccw',
    done: '物业收到了，会再派人来',
    inputOf: (repairId, { words, photoIds }) => ({ repairId, reason: words, photoIds }),
  }),
  withdraw: sayMove({
    call: 'repairs.withdrawRepair',
    ask: ASKS.withdraw,
    done: '已撤销，物业不会再为这一单上门',
    inputOf: (repairId, { words }) => ({ repairId, ...(words && { reason: words }) }),
  }),
  object: sayMove({
    call: 'repairs.objectToClosing',
    ask: ASKS.object,
    done: '异议交上去了，物业会重新看',
    inputOf: (repairId, { words }) => ({ repairId, reason: words }),
  }),
} as const
