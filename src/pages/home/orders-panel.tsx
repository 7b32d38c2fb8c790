import { ROLES } from '../../../types/vocabulary/roles'
import { Empty } from '../../components/faces'
import { Hello } from '../../components/hello'
import { Phones } from '../../features/community/phones'
import { WaitingApplications } from '../../features/people/waiting-applications'
import { Queue } from '../../features/repairs/queue'
import type { Actor } from '../../hooks/use-actor'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { DeskDoors } from './desk-doors'
import { greeting } from './greeting'

/** 工单: the desk that takes orders in, or the bench that carries them out. */
export function OrdersPanel({ actor }: { actor: Actor }) {
  const { seat } = actor
  if (!seat) return null
  return (
    <>
      <Hello title={greeting(actor.data?.name, now())} note={`${seat.communityName} · ${ROLES[seat.role].zh}`} />
      {seat.role === 'technician' ? (
        <Bench communityId={seat.communityId} />
      ) : (
        <>
          <WaitingApplications />
          <DeskDoors role={seat.role} />
          <Queue />
        </>
      )}
    </>
  )
}

function Bench({ communityId }: { communityId: string }) {
  const { data } = useCall('members.readCommunity', { communityId })
  return (
    <>
      <Empty icon="clipboard-list" title="现在没有派给您的工单" note={'有事找客服，电话在下面。'} />
      {data && <Phones phones={data.phones} />}
    </>
  )
}
