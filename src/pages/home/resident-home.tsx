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
import { can, type RepairCard } from '../../features/repairs/repair-words'
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
  const count = waiting && waiting.open - waiting.done
  const bills = useOpenBills()
  const repairs = open.data?.[0]?.repairs ?? []
  const forMe = repairs.filter((repair) => can(repair, 'confirm'))
  const withHouse = seat.houses.length > 1
  return (
    <>
      <Hello title={greeting(name, now())} note={`${seat.communityName} ${housesOf(seat)}`} />
      {open.knownAt !== undefined && <LastKnown at={open.knownAt} onAgain={() => void open.again()} />}
      <OutageNotices communityId={seat.communityId} />
      {(bills.next ?? forMe[0]) && (
        <>
          <Section first title="今天要办" />
          <Card flush>
            {forMe.map((repair) => (
              <RepairRow
                key={repair.repairId}
                repair={repair}
                withHouse={withHouse}
                onOpen={() => openRepair(repair)}
              />
            ))}
            {bills.next && <DueBills bills={bills} next={bills.next} />}
          </Card>
        </>
      )}
      <Section first title="正在办" note={count ? `${count} 件` : undefined} />
      <UnderWay open={open} repairs={repairs.filter((repair) => !can(repair, 'confirm'))} withHouse={withHouse} />
      <View className="mt1">
        <Doors>
          <Door icon="wrench" title="报修" note="拍张照片就能报" onTap={() => openPage('fileRepair', {})} />
          <Door
            icon="calendar-days"
            title="缴费"
            note={bills.count > 0 ? `${bills.count} 张待缴` : '账单和收据'}
            onTap={() => openPage('bills', {})}
          />
          <Door icon="book-open-text" title="看账" note="收了多少，花在哪" onTap={() => openPage('accounts', {})} />
          <Door icon="receipt-text" title="标准" note="收多少，换来什么" onTap={() => openPage('board', {})} />
        </Doors>
      </View>
      {community.data && <Phones phones={community.data.phones} />}
    </>
  )
}

const openRepair = ({ repairId }: RepairCard) => openPage('repair', { repairId })

interface UnderWayProps {
  open: ReturnType<typeof usePages<'repairs.listRepairs'>>
  repairs: readonly RepairCard[]
  withHouse: boolean
}

/** What others do for this person: nothing here waits for them. */
function UnderWay({ open, repairs, withHouse }: UnderWayProps) {
  if (!open.data) {
    if (open.error) return <Failed what="报修单" error={open.error} onAgain={() => void open.again()} />
    return <BoneRows count={2} />
  }
  return (
    <Card flush>
      {repairs.length === 0 && <Row icon="check" tone="ok" title="没有正在办的事" note="哪里坏了，点下面的报修" />}
      {repairs.slice(0, SHOWN_MAX).map((repair) => (
        <RepairRow key={repair.repairId} repair={repair} withHouse={withHouse} onOpen={() => openRepair(repair)} />
      ))}
      <Row icon="clipboard-list" title="我的报修" note="看进度，查以前的" onTap={() => openPage('repairs', {})} />
    </Card>
  )
}
