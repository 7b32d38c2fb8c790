import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Hello } from '../../components/hello'
import { Page } from '../../components/page'
import { FindCommunity } from '../../features/community/find-community'
import { MyApplications } from '../../features/people/my-applications'
import { useActor } from '../../hooks/use-actor'
import { useShown } from '../../hooks/use-shown'
import { BindApply } from './bind-apply'
import { BindCode } from './bind-code'
import { BindPhone } from './bind-phone'

export type Way = 'apply' | 'code' | 'phone'

/** 绑定: first the community, then an application that the property checks, or a code or a verified number, which bind at once. */
export default function BindPage() {
  useShown()
  useActor() // opened by its address, this page is the first to learn the server's time
  const [communityId, setCommunityId] = useState(useRouter().params.communityId)
  const [way, setWay] = useState<Way>('apply')
  if (communityId === undefined) {
    return (
      <Page title="绑定房屋">
        <Hello title="先找您的小区" note="找到以后再写是哪一套房" />
        <FindCommunity onChoose={setCommunityId} />
        <MyApplications />
      </Page>
    )
  }
  const head = { communityId, way, onWay: setWay, onOther: () => setCommunityId(undefined) }
  if (way === 'phone') return <BindPhone {...head} />
  return way === 'apply' ? <BindApply {...head} /> : <BindCode {...head} />
}
