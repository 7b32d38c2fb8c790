import { useRouter } from '@tarojs/taro'
import { Empty } from '../../components/faces'
import { Page } from '../../components/page'
import { QuarterView } from '../../features/accounts/quarter-view'
import { useActor } from '../../hooks/use-actor'
import { usePullRefresh } from '../../hooks/use-pull-refresh'
import { useShown } from '../../hooks/use-shown'
import { goHome } from '../../services/routes'

/** One's own community, or the one that a link names. */
export default function AccountsPage() {
  useShown()
  usePullRefresh()
  const { seat, data } = useActor()
  const communityId = useRouter().params.communityId ?? seat?.communityId
  return (
    <Page title="看账">
      {communityId !== undefined && data && (
        <QuarterView key={communityId} communityId={communityId} isMember={seat?.communityId === communityId} />
      )}
      {communityId === undefined && data && (
        <Empty
          icon="file-text"
          title="不知道看哪个小区"
          note="请回首页，先找到您的小区。"
          action={{ word: '回首页', onTap: goHome }}
        />
      )}
    </Page>
  )
}
