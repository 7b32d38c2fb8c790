import { View } from '@tarojs/components'
import { Card, Section } from '../../components/card'
import { Door, Doors } from '../../components/door'
import { BoneRows, Failed, LastKnown } from '../../components/faces'
import { Hello } from '../../components/hello'
import { Row } from '../../components/row'
import { Phones } from '../../features/community/phones'
import { OutageNotices } from '../../features/announcements/outage-notices'
import { DueBills, useOpenBills } from '../../features/bills/due-bill'
import { RepairRow } from '../../features/repairs/repair-row'
import type { Seat } from '../../hooks/use-actor'
import { useCall, usePages } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { openPage } from '../../services/routes'
import { greeting, housesOf } from './greeting'

/** More than these are behind the door 我的报修. */
const SHOWN_MAX = 3

interface ResidentHomeProps {
  seat: Seat
  name: string | undefined
}

export function ResidentHome({ seat, name }: ResidentHomeProps) {
  const open = usePages('repairs.listRepairs', { filter: 'open' })
  const community = useCall('members.readCommunity', { communityId: seat.communityId })
  const waiting = open.data?.[0]?.waiting
  const count = waiting ? waiting.submitted + waiting.received : undefined
  const bills = useOpenBills()
  return (
    <>
      <Hello title={greeting(name, now())} note={`${seat.communityName} ${housesOf(seat)}`} />
      {open.knownAt !== undefined && <LastKnown at={open.knownAt} onAgain={() => void open.again()} />}
      <OutageNotices communityId={seat.communityId} />
      {bills.next && (
        <>
          <Section first title="今天要办" />
          <Card flush>
            <DueBills bills={bills} next={bills.next} />
          </Card>
        </>
      )}
      <Section first title="正在办" note={count ? `${count} 件` : undefined} />
      <UnderWay open={open} withHouse={seat.houses.length > 1} />
      <View className="mt1">
        <Doors>
          <Door icon="wrench" title="报修" note="写一句话就能报" onTap={() => openPage('fileRepair', {})} />
          <Door
            icon="clipboard-list"
            title="我的报修"
            note={count ? `${count} 单进行中` : '看进度，查以前的'}
            onTap={() => openPage('repairs', {})}
          />
          <Door
            icon="calendar-days"
            title="账单"
            note={bills.count > 0 ? `${bills.count} 张待缴` : '每一笔怎么算的'}
            onTap={() => openPage('bills', {})}
          />
          <Door icon="receipt-text" title="标准" note="收多少，换来什么" onTap={() => openPage('board', {})} />
        </Doors>
      </View>
      {community.data && <Phones phones={community.data.phones} />}
    </>
  )
}

interface UnderWayProps {
  open: ReturnType<typeof usePages<'repairs.listRepairs'>>
  withHouse: boolean
}

/** What others do for this person: nothing here waits for them. */
function UnderWay({ open, withHouse }: UnderWayProps) {
  if (!open.data) {
    if (open.error) return <Failed what="报修单" error={open.error} onAgain={() => void open.again()} />
    return <BoneRows count={2} />
  }
  const repairs = open.data[0]?.repairs ?? []
  return (
    <Card flush>
      {repairs.length === 0 && <Row icon="check" tone="ok" title="没有正在办的事" note="哪里坏了，点下面的报修" />}
      {repairs.slice(0, SHOWN_MAX).map((repair) => (
        <RepairRow
          key={repair.repairId}
          repair={repair}
          withHouse={withHouse}
          onOpen={() => openPage('repair', { repairId: repair.repairId })}
        />
      ))}
    </Card>
  )
}
