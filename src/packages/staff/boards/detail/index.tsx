import { useRouter } from '@tarojs/taro'
import { Empty } from '../../../../components/faces'
import { Page } from '../../../../components/page'
import { DeskRail } from '../../../../features/desk/desk-rail'
import { DraftView } from '../../../../features/fees/draft-view'
import { useActor } from '../../../../hooks/use-actor'
import { usePullRefresh } from '../../../../hooks/use-pull-refresh'
import { useShown } from '../../../../hooks/use-shown'
import { goHome } from '../../../../services/routes'

export default function BoardDraftPage() {
  useShown()
  usePullRefresh()
  useActor()
  const { boardId } = useRouter().params
  return (
    <Page title="收费公示" broad rail={<DeskRail at="boards" />}>
      {boardId ? (
        <DraftView boardId={boardId} />
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
