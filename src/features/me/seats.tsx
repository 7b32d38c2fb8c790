import { Text } from '@tarojs/components'
import { useState } from 'react'
import { ROLES } from '../../../types/vocabulary/roles'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import type { Seat } from '../../hooks/use-actor'
import { startAnew } from '../../services/session'

interface SeatsProps {
  seats: readonly Seat[]
  seatId: string | undefined
  onTaken(): void
}

/** Whoever holds several seats takes one here; the server keeps which. */
export function Seats({ seats, seatId, onTaken }: SeatsProps) {
  const { act, busy, error } = useAct('members.takeSeat', { refreshes: [] })
  const [taking, setTaking] = useState<string>()
  const take = async (seat: Seat) => {
    setTaking(seat.seatId)
    const reply = await act({ seatId: seat.seatId })
    if (!reply.ok) return
    await startAnew()
    onTaken()
  }
  return (
    <>
      {error && <Notice tone="due" icon="circle-alert" title="没能换身份" note={error.message} />}
      <Card flush>
        {seats.map((seat) => {
          const acting = seat.seatId === seatId
          return (
            <Row
              key={seat.seatId}
              icon={seat.houses.length > 0 ? 'house' : 'users'}
              tone={acting ? 'ok' : 'plain'}
              title={`${seat.communityName} · ${ROLES[seat.role].zh}`}
              note={seat.houses.map(({ label }) => label).join('，') || seat.officeName}
              end={stateWord(acting, busy && taking === seat.seatId)}
              onTap={acting || busy ? undefined : () => void take(seat)}
            />
          )
        })}
      </Card>
    </>
  )
}

function stateWord(acting: boolean, taking: boolean) {
  if (acting) return <Chip tone="ok">现在用的</Chip>
  return <Text className="t15 med brand">{taking ? '正在换…' : '换成这个'}</Text>
}
