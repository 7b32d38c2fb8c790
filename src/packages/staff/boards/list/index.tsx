import { Page } from '../../../../components/page'
import { DeskRail } from '../../../../features/desk/desk-rail'
import { DraftList } from '../../../../features/fees/draft-list'
import { useActor } from '../../../../hooks/use-actor'
import { usePullRefresh } from '../../../../hooks/use-pull-refresh'
import { useShown } from '../../../../hooks/use-shown'

export default function BoardsPage() {
  useShown()
  usePullRefresh()
  useActor()
  return (
    <Page title="收费公示" rail={<DeskRail at="boards" />}>
      <DraftList />
    </Page>
  )
}
