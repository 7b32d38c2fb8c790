import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Hello } from '../../components/hello'
import { CommunityView } from '../../features/community/community-view'
import { FindCommunity } from '../../features/community/find-community'
import type { Seat } from '../../hooks/use-actor'
import { openPage } from '../../services/routes'

/** 公开: one's own community, or for a visitor any that publishes here. */
export function CommunityPanel({ seat }: { seat: Seat | undefined }) {
  const [chosen, setChosen] = useState<string>()
  const communityId = seat?.communityId ?? chosen
  if (communityId === undefined) {
    return (
      <>
        <Hello title="看看您的小区" note="谁在服务、找谁、按什么规矩，都公开在这里" />
        <FindCommunity onChoose={setChosen} />
      </>
    )
  }
  return (
    <>
      <CommunityView communityId={communityId} />
      {!seat && (
        <View className="grid mt4">
          <Button icon="house" onTap={() => openPage('bindIn', { communityId })}>
            绑定我的房屋
          </Button>
          <Button kind="outlined" icon="search" onTap={() => setChosen(undefined)}>
            看别的小区
          </Button>
        </View>
      )}
    </>
  )
}
