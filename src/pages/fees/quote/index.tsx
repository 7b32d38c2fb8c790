import { useRouter } from '@tarojs/taro'
import { Hello } from '../../../components/hello'
import { Page } from '../../../components/page'
import { QuotePanel } from '../../../features/fees/quote-panel'
import { useOwnArea } from '../../../features/fees/use-own-area'
import { useActor } from '../../../hooks/use-actor'

/** 试算: anyone types an area and a price. */
export default function QuotePage() {
  const { seat } = useActor()
  const area100 = useOwnArea(seat)
  const communityId = useRouter().params.communityId ?? seat?.communityId
  return (
    <Page title="费用试算">
      <Hello title="物业费要交多少" note="填面积和单价，一分一分算给您看" />
      <QuotePanel communityId={communityId} area100={area100} />
    </Page>
  )
}
