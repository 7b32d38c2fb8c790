import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { sayYuan } from '../../../types/vocabulary/money'
import { Section } from '../../components/card'
import { Door, Doors } from '../../components/door'
import { BoneRows, Failed, LastKnown } from '../../components/faces'
import { Hello } from '../../components/hello'
import { Icon } from '../../components/icon'
import { Tap } from '../../components/tap'
import { OutageNotices } from '../../features/announcements/outage-notices'
import { standingOf, titleOf as billTitleOf } from '../../features/bills/bill-words'
import { firstDueWord, sumWord, useOpenBills } from '../../features/bills/due-bill'
import { PhoneDoor } from '../../features/community/phones'
import {
  can,
  standingOf as standingOfRepair,
  titleOf,
  waitingFor,
  type RepairCard,
} from '../../features/repairs/repair-words'
import type { Seat } from '../../hooks/use-actor'
import { useCall, usePages } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { openPage } from '../../services/routes'
import { canSpeak, hush, speak } from '../../services/speech'
import { greeting, housesOf } from './greeting'
import './elder-home.scss'

const SHOWN_MAX = 2

interface ElderHomeProps {
  seat: Seat
  name: string | undefined
}

/** The same home in big text: one thing below the other, and a voice where the platform has one. */
export function ElderHome({ seat, name }: ElderHomeProps) {
  const open = usePages('repairs.listRepairs', { filter: 'open' })
  const community = useCall('members.readCommunity', { communityId: seat.communityId })
  const all = open.data?.[0]?.repairs ?? []
  const forMe = all.filter((repair) => can(repair, 'confirm'))
  const repairs = all.filter((repair) => !can(repair, 'confirm')).slice(0, SHOWN_MAX)
  const bills = useOpenBills()
  const hello = greeting(name, now())
  useEffect(() => hush, [])
  return (
    <>
      <Hello title={hello} note={housesOf(seat)} />
      {canSpeak() && open.data && (
        <View className="read-in">
          <Tap className="read" onTap={() => speak(aloud(hello, [...forMe, ...repairs]))}>
            <Icon name="volume-2" className="read-i" />
            读给我听
          </Tap>
        </View>
      )}
      {open.knownAt !== undefined && <LastKnown at={open.knownAt} onAgain={() => void open.again()} />}
      {!open.data &&
        (open.error ? (
          <Failed what="报修单" error={open.error} onAgain={() => void open.again()} />
        ) : (
          <BoneRows count={1} />
        ))}
      <OutageNotices communityId={seat.communityId} />
      {forMe.map((repair) => (
        <Door
          key={repair.repairId}
          tone="due"
          icon="wrench"
          title={titleOf(repair.description)}
          note={waitingFor(repair)}
          onTap={() => openPage('repair', { repairId: repair.repairId })}
        />
      ))}
      <DueDoor bills={bills} />
      {repairs.length > 0 && <Section first title="正在办" />}
      {repairs.map((repair) => (
        <Door
          key={repair.repairId}
          tone={standingOfRepair(repair).tone}
          icon="clipboard-list"
          title={titleOf(repair.description)}
          note={waitingFor(repair)}
          onTap={() => openPage('repair', { repairId: repair.repairId })}
        />
      ))}
      <Doors>
        <Door icon="wrench" title="报修" note="写一句话就行" onTap={() => openPage('fileRepair', {})} />
        <Door icon="clipboard-list" title="我的报修" note="看修到哪一步" onTap={() => openPage('repairs', {})} />
        <Door icon="calendar-days" title="账单" note="看每一笔怎么算的" onTap={() => openPage('bills', {})} />
        <Door icon="book-open-text" title="看账" note="收了多少，花在哪" onTap={() => openPage('accounts', {})} />
        <Door icon="receipt-text" title="收费标准" note="收多少，换来什么" onTap={() => openPage('board', {})} />
        {community.data && <PhoneDoor phones={community.data.phones} />}
      </Doors>
    </>
  )
}

/** The bill that is due, or the sum of several, with the day of the first. */
function DueDoor({ bills }: { bills: ReturnType<typeof useOpenBills> }) {
  const bill = bills.next
  if (!bill) return null
  if (bills.count > 1) {
    return (
      <Door
        tone="due"
        icon="calendar-days"
        title={sumWord(bills)}
        note={firstDueWord(bill)}
        onTap={() => openPage('bills', {})}
      />
    )
  }
  return (
    <Door
      tone="due"
      icon="calendar-days"
      title={`${billTitleOf(bill)} ${sayYuan(bill.amountFen)} 元`}
      note={standingOf(bill).word}
      onTap={() => openPage('bill', { billId: bill.billId })}
    />
  )
}

function aloud(hello: string, repairs: readonly RepairCard[]): string {
  const news = repairs.map((repair) => `${titleOf(repair.description)}，${waitingFor(repair)}`)
  return [hello, ...(news.length > 0 ? news : ['现在没有正在办的事']), '要报修、看报修、打电话，点下面的大按钮'].join(
    '。',
  )
}
