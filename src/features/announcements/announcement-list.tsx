import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Empty, End, Failed, LastKnown, Loading } from '../../components/faces'
import { Row } from '../../components/row'
import { usePages } from '../../hooks/use-call'
import { now, saidAt } from '../../services/clock'
import { openPage } from '../../services/routes'
import { iconOf, kindWord, outageTime, toneOf, type AnnouncementCard } from './announcement-words'

/** Everything a community was told, newest first, page by page. */
export function AnnouncementList({ communityId }: { communityId: string }) {
  const list = usePages('announcements.listAnnouncements', { communityId })
  useReachBottom(list.loadMore)
  const again = () => void list.again()
  if (!list.data) {
    if (list.error) return <Failed what="公告" error={list.error} onAgain={again} />
    return (
      <Loading what="公告">
        <BoneRows count={5} />
      </Loading>
    )
  }
  const announcements = list.data.flatMap((page) => page.announcements)
  if (announcements.length === 0)
    return <Empty icon="bell" title="还没有公告" note={'停水停电、检修和通知，\n贴出来以后都在这里。'} />
  return (
    <View className="grid">
      {list.knownAt !== undefined && <LastKnown at={list.knownAt} onAgain={again} />}
      <Card flush>
        {announcements.map((announcement) => (
          <AnnouncementRow key={announcement.announcementId} communityId={communityId} announcement={announcement} />
        ))}
      </Card>
      {list.more ? (
        <Button kind="ghost" busy={list.loadingMore && '正在打开…'} onTap={list.loadMore}>
          看更早的
        </Button>
      ) : (
        <End>{`一共 ${announcements.length} 份，都在这里了`}</End>
      )}
    </View>
  )
}

function AnnouncementRow({ communityId, announcement }: { communityId: string; announcement: AnnouncementCard }) {
  const { announcementId, title, outage, from, postedAt, state } = announcement
  return (
    <Row
      icon={iconOf(announcement)}
      tone={toneOf(announcement, now())}
      title={title}
      note={outage && state === 'posted' ? outageTime(outage, now()) : `${kindWord(announcement)} · ${from}`}
      when={outage && state === 'posted' ? kindWord(announcement) : saidAt(postedAt)}
      cut="beside time"
      {...(state === 'withdrawn' && { end: <Chip>已撤回</Chip> })}
      onTap={() => openPage('announcement', { communityId, announcementId })}
    />
  )
}
