import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ROLES } from '../../../types/vocabulary/roles'
import { Bone, BoneRows, Failed, Loading } from '../../components/faces'
import { Page } from '../../components/page'
import { TabBar } from '../../components/tab-bar'
import { MePanel } from '../../features/me/me-panel'
import { MessagesPanel } from '../../features/messages/messages-panel'
import { MyApplications } from '../../features/people/my-applications'
import { useActor, type Actor } from '../../hooks/use-actor'
import { usePreferences } from '../../hooks/use-preferences'
import { usePullRefresh } from '../../hooks/use-pull-refresh'
import { useShown } from '../../hooks/use-shown'
import { CommunityPanel } from './community-panel'
import { HomePanel } from './home-panel'
import { OrdersPanel } from './orders-panel'
import { tabsFor, type TabId } from './tabs'

/** New messages are looked for this often, while somebody looks. */
const LOOK_EVERY_MS = 20_000

/**
 * The shell. The tabs are panels of this one page and not the platform's own tab bar: which tabs there are depends on the
 * role and on big text, and a native bar is fixed when the program is built.
 */
export default function HomePage() {
  const shown = useShown()
  usePullRefresh()
  const everyMs = shown ? LOOK_EVERY_MS : undefined
  const actor = useActor(everyMs)
  const { elder } = usePreferences()
  const [chosen, setChosen] = useState<TabId>()
  if (!actor.data) return <NotYet actor={actor} />

  const { seat } = actor
  const tabs = tabsFor({ role: seat?.role, may: actor.data.may, elder, unread: actor.data.unreadMessages })
  const tab = chosen ?? tabs[0]?.tab ?? 'me'
  const open = (next: TabId | undefined) => {
    setChosen(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const communityHasNoTab = seat !== undefined && tabs.every((one) => one.tab !== 'community')
  return (
    <Page
      title="明居"
      home
      broad={tab === 'orders'}
      foot={
        <TabBar
          tabs={tabs}
          value={tab}
          onChoose={open}
          place={seat?.communityName ?? '访客'}
          person={actor.data.name ?? '您好'}
          office={seat ? ROLES[seat.role].zh : '还没有绑定房屋'}
        />
      }
    >
      {tab === 'home' && <HomePanel actor={actor} />}
      {tab === 'orders' && <OrdersPanel actor={actor} everyMs={everyMs} />}
      {tab === 'community' && <CommunityPanel seat={seat} />}
      {tab === 'messages' && <MessagesPanel everyMs={everyMs} />}
      {tab === 'me' && (
        <MePanel
          actor={actor}
          onSeatTaken={() => open(undefined)}
          onOpenCommunity={communityHasNoTab ? () => open('community') : undefined}
          applications={<MyApplications />}
        />
      )}
    </Page>
  )
}

function NotYet({ actor }: { actor: Actor }) {
  return (
    <Page title="明居" home>
      {actor.error ? (
        <Failed what="明居" error={actor.error} onAgain={() => void actor.again()} />
      ) : (
        <Loading what="明居">
          <View className="hello">
            <Bone size="l" width={56} />
            <Bone size="s" width={40} />
          </View>
          <BoneRows count={3} />
        </Loading>
      )}
    </Page>
  )
}
