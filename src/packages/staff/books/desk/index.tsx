import { Page } from '../../../../components/page'
import { CockpitView } from '../../../../features/accounts/cockpit-view'
import { DeskRail } from '../../../../features/desk/desk-rail'
import { useActor } from '../../../../hooks/use-actor'
import { usePullRefresh } from '../../../../hooks/use-pull-refresh'
import { useShown } from '../../../../hooks/use-shown'

export default function BooksPage() {
  useShown()
  usePullRefresh()
  const { seat } = useActor()
  return (
    <Page title="公共收益账" broad rail={<DeskRail at="books" />}>
      {seat && <CockpitView key={seat.seatId} />}
    </Page>
  )
}
