import { Page } from '../../../components/page'
import { DeskRail } from '../../../features/desk/desk-rail'
import { PostForm } from '../../../features/announcements/post-form'
import { useActor } from '../../../hooks/use-actor'
import { useShown } from '../../../hooks/use-shown'
import { replacePage } from '../../../services/routes'

export default function AnnouncePage() {
  useShown()
  const { seat } = useActor()
  return (
    <Page title="贴公告" rail={<DeskRail at="announce" />}>
      {seat && (
        <PostForm
          onPosted={(announcementId) => replacePage('announcement', { communityId: seat.communityId, announcementId })}
        />
      )}
    </Page>
  )
}
