import { View } from '@tarojs/components'
import { ROLES } from '../../../types/vocabulary/roles'
import { TabBar } from '../../components/tab-bar'
import { useActor } from '../../hooks/use-actor'
import { goHome, replacePage } from '../../services/routes'
import { desksOf, type DeskRoute } from './desks'
import './desk-rail.scss'

const FIRST_PAGE = { tab: 'home', word: '首页', icon: 'house' } as const

/** At a desk the other desks are one tap away, at the left like the tabs of the first page; a phone goes back instead. */
export function DeskRail({ at }: { at: DeskRoute }) {
  const { seat, data } = useActor()
  if (!seat) return null
  const desks = desksOf(seat.role).map(({ route, word, icon }) => ({ tab: route, word, icon }))
  const open = (tab: DeskRoute | 'home') => {
    if (tab === 'home') goHome()
    else if (tab !== at) replacePage(tab, {})
  }
  return (
    <View className="desk-rail">
      <TabBar<DeskRoute | 'home'>
        tabs={[FIRST_PAGE, ...desks]}
        value={at}
        onChoose={open}
        place={seat.communityName}
        person={data?.name ?? '您好'}
        office={ROLES[seat.role].zh}
      />
    </View>
  )
}
