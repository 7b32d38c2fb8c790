import { useRouter } from '@tarojs/taro'
import { Empty } from '../../../../components/faces'
import { Page } from '../../../../components/page'
import { StatementView } from '../../../../features/accounts/statement-view'
import { DeskRail } from '../../../../features/desk/desk-rail'
import { useActor } from '../../../../hooks/use-actor'
import { useCall } from '../../../../hooks/use-call'
import { usePullRefresh } from '../../../../hooks/use-pull-refresh'
import { useShown } from '../../../../hooks/use-shown'
import { goHome } from '../../../../services/routes'

export default function StatementPage() {
  useShown()
  usePullRefresh()
  const { seat } = useActor()
  const { statementId } = useRouter().params
  const community = useCall(
    'members.readCommunity',
    { communityId: seat?.communityId ?? '' },
    { enabled: seat !== undefined },
  )
  return (
    <Page title="季度公示" broad rail={<DeskRail at="books" />}>
      {statementId ? (
        <StatementView key={statementId} statementId={statementId} body={community.data?.bodyName} />
      ) : (
        <Empty
          icon="file-text"
          title="没有找到这份公示"
          note="可能地址不完整，请回首页再进来。"
          action={{ word: '回首页', onTap: goHome }}
        />
      )}
    </Page>
  )
}
