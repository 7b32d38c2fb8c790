import { ROLES } from '../../../types/vocabulary/roles'
import { Section } from '../../components/card'
import { Hello } from '../../components/hello'
import { Phones } from '../../features/community/phones'
import { WaitingApplications } from '../../features/people/waiting-applications'
import { Bench } from '../../features/repairs/bench'
import { Queue } from '../../features/repairs/queue'
import type { Actor, Seat } from '../../hooks/use-actor'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { DeskDoors } from './desk-doors'
import { greeting } from './greeting'

interface OrdersPanelProps {
  actor: Actor
  everyMs: number | undefined
}

/** 工单: the desk that takes orders in, or the bench that carries them out. */
export function OrdersPanel({ actor, everyMs }: OrdersPanelProps) {
  const { seat } = actor
  if (!seat) return null
  const hello = greeting(actor.data?.name, now())
  if (actor.data?.may.includes('repairs.takeRepair')) return <BenchPanel seat={seat} hello={hello} everyMs={everyMs} />
  return (
    <>
      <Hello title={hello} note={`${seat.communityName} · ${ROLES[seat.role].zh}`} />
      <WaitingApplications />
      <DeskDoors role={seat.role} small />
      <Queue everyMs={everyMs} />
    </>
  )
}

interface BenchPanelProps {
  seat: Seat
  hello: string
  everyMs: number | undefined
}

function BenchPanel({ seat, hello, everyMs }: BenchPanelProps) {
  const { data } = useCall('members.readCommunity', { communityId: seat.communityId })
  return (
    <>
      <Bench hello={hello} everyMs={everyMs} />
      {data && (
        <>
          <Section title="电话" note="点一下就拨" />
          <Phones phones={data.phones} />
        </>
      )}
    </>
  )
}
