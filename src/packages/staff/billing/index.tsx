import { Page } from '../../../components/page'
import { DeskRail } from '../../../features/desk/desk-rail'
import { BillingDesk } from '../../../features/bills/billing-desk'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'

export default function BillingPage() {
  useShown()
  usePullRefresh()
  // The server's time says which period is now.
  const { data } = useActor()
  return (
    <Page title="出账" broad rail={<DeskRail at="billing" />}>
      {data && <BillingDesk />}
    </Page>
  )
}
