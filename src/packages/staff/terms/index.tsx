import { useState } from 'react'
import { Page } from '../../../components/page'
import { Segmented } from '../../../components/segmented'
import { DeskRail } from '../../../features/desk/desk-rail'
import { CostsDesk } from '../../../features/terms/costs-desk'
import { TermsDesk } from '../../../features/terms/terms-desk'
import { useActor } from '../../../hooks/use-actor'
import { usePullRefresh } from '../../../hooks/use-pull-refresh'
import { useShown } from '../../../hooks/use-shown'

const TABS = [
  { value: 'houses', word: '各户登记' },
  { value: 'costs', word: '分摊费用' },
] as const

/** 计费登记: what the next billing run reads beside areas, owners and the board. */
export default function TermsPage() {
  useShown()
  usePullRefresh()
  const { data } = useActor() // the server's time says which month is now
  const [tab, setTab] = useState<(typeof TABS)[number]['value']>('houses')
  return (
    <Page title="计费登记" rail={<DeskRail at="terms" />}>
      <Segmented label="登记什么" choices={TABS} value={tab} onChoose={setTab} />
      {data && (tab === 'houses' ? <TermsDesk /> : <CostsDesk />)}
    </Page>
  )
}
