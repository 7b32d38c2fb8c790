import { useRouter } from '@tarojs/taro'
import { Empty } from '../../../components/faces'
import { Page } from '../../../components/page'
import { AnnouncementList } from '../../../features/announcements/announcement-list'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'
import { goHome } from '../../../services/routes'

/** 公告: what one's own community was told, or the one that a visitor looks at. */
export default function AnnouncementsPage() {
  useShown()
  usePullRefresh()
  const { seat, data: me } = useActor()
  const communityId = useRouter().params.communityId ?? seat?.communityId
  return (
    <Page title="公告">
      {communityId !== undefined && <AnnouncementList communityId={communityId} />}
      {communityId === undefined && me && (
        <Empty
          icon="bell"
          title="先选一个小区"
          note="在首页的“公开”里找到小区，就能看它的公告。"
          action={{ word: '回首页', onTap: goHome }}
        />
      )}
    </Page>
  )
}
