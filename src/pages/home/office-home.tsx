import { ROLES } from '../../../types/vocabulary/roles'
import { Card, Section } from '../../components/card'
import { Hello } from '../../components/hello'
import { Row } from '../../components/row'
import { BooksDue } from '../../features/accounts/books-due'
import { Phones } from '../../features/community/phones'
import { RepairCounters } from '../../features/repairs/counters'
import type { Seat } from '../../hooks/use-actor'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { openPage } from '../../services/routes'
import { DeskDoors } from './desk-doors'
import { greeting } from './greeting'

interface OfficeHomeProps {
  seat: Seat
  name: string | undefined
  /** Whether this office reads the community's orders, which it does not serve. */
  mayReadRepairs: boolean
  /** Whether this office keeps or checks the accounts of public revenue. */
  mayReadBooks: boolean
}

/** For whoever watches over the community: how its repairs stand, and whom to call. */
export function OfficeHome({ seat, name, mayReadRepairs, mayReadBooks }: OfficeHomeProps) {
  const community = useCall('members.readCommunity', { communityId: seat.communityId })
  const office = seat.officeName ?? ROLES[seat.role].zh
  return (
    <>
      <Hello title={greeting(name, now())} note={`${seat.communityName} · ${office}`} />
      {mayReadBooks && (
        <>
          <Section first title="今天要办" />
          <BooksDue />
        </>
      )}
      {mayReadRepairs && (
        <>
          <Section first title="小区的报修" />
          <RepairCounters filter="open" />
          <Card flush>
            <Row
              icon="wrench"
              title="看每一单"
              note="什么时候报的，谁在办，承诺做到没有"
              onTap={() => openPage('repairs', {})}
            />
          </Card>
        </>
      )}
      <DeskDoors role={seat.role} />
      {community.data && (
        <>
          <Section title="电话" note="点一下就拨" />
          <Phones phones={community.data.phones} />
        </>
      )}
    </>
  )
}
