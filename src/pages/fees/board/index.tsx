import { useRouter } from '@tarojs/taro'
import { Button } from '../../../components/button'
import { Empty } from '../../../components/faces'
import { Bar, Page } from '../../../components/page'
import { BoardView } from '../../../features/fees/board-view'
import { useOwnArea } from '../../../features/fees/use-own-area'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'
import { goHome, openPage } from '../../../services/routes'

/** 标准: what one's own community charges, or the one that a visitor looks at. */
export default function BoardPage() {
  useShown()
  usePullRefresh()
  const { seat, data: me } = useActor()
  const params = useRouter().params
  const ownArea = useOwnArea(seat)
  const communityId = params.communityId ?? seat?.communityId
  // One's own home pays what one's own community charges.
  const area100 = communityId === seat?.communityId ? ownArea : undefined
  return (
    <Page
      title="收费标准"
      foot={
        communityId !== undefined && (
          <Bar>
            <Button icon="calculator" kind="soft" onTap={() => openPage('quote', { communityId })}>
              试算要交多少
            </Button>
          </Bar>
        )
      }
    >
      {communityId !== undefined && <BoardView communityId={communityId} boardId={params.boardId} area100={area100} />}
      {communityId === undefined && me && (
        <Empty
          icon="receipt-text"
          title="先选一个小区"
          note="在首页的“公开”里找到小区，就能看它的收费标准。"
          action={{ word: '回首页', onTap: goHome }}
        />
      )}
    </Page>
  )
}
