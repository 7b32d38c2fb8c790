import { Page } from '../../../components/page'
import { CounterDesk } from '../../../features/bills/payments/counter-desk'
import { DeskRail } from '../../../features/desk/desk-rail'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'

export default function CounterPage() {
  useShown()
  usePullRefresh()
  // The server's time says which day is today.
  const { data } = useActor()
  return (
    <Page title="柜台" broad rail={<DeskRail at="counter" />}>
      {data && <CounterDesk />}
    </Page>
  )
}
