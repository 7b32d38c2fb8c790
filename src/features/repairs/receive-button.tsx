import { Button } from '../../components/button'
import { useAct } from '../../hooks/use-act'
import { REPAIR_READS } from './repair-reads'

interface ReceiveButtonProps {
  repairId: string
  /** Which order, for whoever hears the button instead of seeing its row. */
  title: string
  onRefused(message: string): void
}

/** One tap in the row; each button holds its own request id. */
export function ReceiveButton({ repairId, title, onRefused }: ReceiveButtonProps) {
  const { act, busy } = useAct('repairs.receiveRepair', { refreshes: REPAIR_READS })
  const receive = async () => {
    const reply = await act({ repairId })
    if (!reply.ok) onRefused(reply.error.message)
  }
  return (
    <Button kind="soft" size="act" label={`受理 ${title}`} busy={busy && '正在受理'} onTap={() => void receive()}>
      受理
    </Button>
  )
}
