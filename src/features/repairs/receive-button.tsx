import { Button } from '../../components/button'
import { useAct } from '../../hooks/use-act'
import { REPAIR_READS } from './repair-reads'
import { titleOf, type RepairCard } from './repair-words'

interface ReceiveButtonProps {
  repair: RepairCard
  /** The server's word for it. */
  does: string
  onRefused(message: string): void
}

/** One tap in the row; each button holds its own request id. */
export function ReceiveButton({ repair, does, onRefused }: ReceiveButtonProps) {
  const { act, busy } = useAct('repairs.receiveRepair', { refreshes: REPAIR_READS })
  const receive = async () => {
    const reply = await act({ repairId: repair.repairId })
    if (!reply.ok) onRefused(reply.error.message)
  }
  // Which order, for whoever hears the button instead of seeing its row.
  const label = `${does} ${titleOf(repair.description)}`
  return (
    <Button kind="soft" size="act" label={label} busy={busy && '正在受理'} onTap={() => void receive()}>
      {does}
    </Button>
  )
}
