import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { openPage } from '../../services/routes'
import { isOn, kindWord, outageTime, scopeWord } from './announcement-words'

const SHOWN_MAX = 2

/** On the home page, before the tap runs dry: what is missing now or soon in one's own buildings. */
export function OutageNotices({ communityId }: { communityId: string }) {
  const { data } = useCall('announcements.listOutages', { communityId })
  const mine = data?.outages.filter(({ concernsMe }) => concernsMe).slice(0, SHOWN_MAX) ?? []
  if (mine.length === 0) return null
  return (
    <Card flush>
      {mine.map((outage) => (
        <Row
          key={outage.announcementId}
          icon="circle-alert"
          tone="due"
          title={`${outage.outage && isOn(outage.outage, now()) ? '正在' : '要'}${kindWord(outage)}`}
          note={`${outage.outage ? outageTime(outage.outage, now()) : ''} · ${scopeWord(outage)}`}
          onTap={() => openPage('announcement', { communityId, announcementId: outage.announcementId })}
        />
      ))}
    </Card>
  )
}
