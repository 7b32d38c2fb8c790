import { useRouter } from '@tarojs/taro'
import { BoneRows, Empty, Loading } from '../../../components/faces'
import { Page } from '../../../components/page'
import { AnnouncementView } from '../../../features/announcements/announcement-view'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'
import { goHome } from '../../../services/routes'

export default function AnnouncementPage() {
  useShown()
  usePullRefresh()
  const { seat, data: me } = useActor()
  const params = useRouter().params
  const communityId = params.communityId ?? seat?.communityId
  const { announcementId } = params
  if (communityId !== undefined && announcementId) {
    return (
      <Page title="公告">
        <AnnouncementView key={announcementId} communityId={communityId} announcementId={announcementId} />
      </Page>
    )
  }
  return (
    <Page title="公告">
      {me || !announcementId ? (
        <Empty
          icon="bell"
          title="没有找到这份公告"
          note="可能地址不完整，请回首页再进来。"
          action={{ word: '回首页', onTap: goHome }}
        />
      ) : (
        <Loading what="公告">
          <BoneRows count={3} />
        </Loading>
      )}
    </Page>
  )
}
