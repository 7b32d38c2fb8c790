import { Button } from '../../components/button'
import { useAct } from '../../hooks/use-act'
import { REPAIR_READS } from './repair-reads'

/** The acts that one tap does: nothing is asked, and the server says whether it still may be. */
export const DIRECT_MOVES = {
  receive: { call: 'repairs.receiveRepair', busy: '正在受理…', done: '已受理，报修的人会收到消息' },
  take: { call: 'repairs.takeRepair', busy: '正在接单…', done: '接下了，报修的人会收到消息' },
  arrive: { call: 'repairs.arriveRepair', busy: '正在记…', done: '到场时间记下了' },
  start: { call: 'repairs.startRepair', busy: '正在记…', done: '开始处理，时间记下了' },
  confirm: { call: 'repairs.confirmRepair', busy: '正在确认…', done: '谢谢，已确认修好' },
} as const

export type DirectMove = keyof typeof DIRECT_MOVES

export const isDirect = (act: string): act is DirectMove => act in DIRECT_MOVES

interface DirectButtonProps {
  repairId: string
  act: DirectMove
  /** The server's word for it. */
  does: string
  kind?: 'filled' | 'soft'
  size?: 'main' | 'act'
  /** Which order, for whoever hears the button instead of seeing its row. */
  label?: string
  onDone?(sentence: string): void
  onRefused(message: string): void
}

/** Each button holds its own request id. */
export function DirectButton(props: DirectButtonProps) {
  const { repairId, act: move, does, kind = 'filled', size = 'main', label, onDone, onRefused } = props
  const { call, busy: doing, done } = DIRECT_MOVES[move]
  const { act, busy } = useAct(call, { refreshes: REPAIR_READS })
  const go = async () => {
    const reply = await act({ repairId })
    if (reply.ok) onDone?.(done)
    else onRefused(reply.error.message)
  }
  return (
    <Button
      kind={kind}
      size={size}
      {...(label && { label })}
      {...(move === 'confirm' && { icon: 'check' as const, className: 'btn-last' })}
      busy={busy && (size === 'act' ? '请稍等' : doing)}
      onTap={() => void go()}
    >
      {does}
    </Button>
  )
}
