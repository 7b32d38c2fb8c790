import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import { usePreferences } from '../hooks/use-preferences'
import { aria } from '../services/aria'
import { goBack } from '../services/routes'
import theme from '../theme.json'
import { classes } from './classes'
import { Icon } from './icon'
import { Interrupted } from './interrupted'
import { Tap } from './tap'
import './page.scss'

interface PageProps {
  title: string
  /** The shell is the first page: nothing to go back to. */
  home?: boolean
  /** Two columns side by side need the whole desk. */
  broad?: boolean
  children: ReactNode
  /** Stays at the bottom edge: the one main act, or the tabs. */
  foot?: ReactNode
  /** At the left of a desk; a phone does not show it. */
  rail?: ReactNode
}

/**
 * The frame of every page. It paints its own root, since a browser hides the page's background behind a white container,
 * and draws the bar that WeChat draws by itself.
 */
export function Page({ title, home = false, broad = false, children, foot, rail }: PageProps) {
  const { dark, elder } = usePreferences()
  useEffect(() => paintNative(dark), [dark])
  useEffect(() => {
    void Taro.setNavigationBarTitle?.({ title })
  }, [title])
  return (
    <View
      className={classes(
        'app',
        dark && 'dark',
        elder && 'elder',
        home && 'app-home',
        broad && 'app-broad',
        rail !== undefined && 'app-rail',
      )}
    >
      {process.env.TARO_ENV === 'h5' && <NavBar title={title} home={home} />}
      <View className={classes('page', broad && 'page-broad')}>{children}</View>
      {foot}
      {rail}
      {process.env.TARO_ENV === 'h5' && <Interrupted />}
    </View>
  )
}

function NavBar({ title, home }: { title: string; home: boolean }) {
  return (
    <View className="nav">
      {!home && (
        <Tap className="nav-back" label="返回" onTap={goBack}>
          <Icon name="chevron-left" />
        </Tap>
      )}
      <View className="nav-t" {...aria({ role: 'heading' })}>
        {title}
      </View>
    </View>
  )
}

/** The bar at the bottom edge with the page's one main act. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <View className="bar">
      <View className="bar-in">{children}</View>
    </View>
  )
}

/** WeChat's own bar and the space behind a pulled page follow the chosen theme, not only the system's. */
function paintNative(dark: boolean): void {
  if (process.env.TARO_ENV === 'h5') return
  const colours = dark ? theme.dark : theme.light
  const ignore = () => undefined
  Taro.setNavigationBarColor?.({
    frontColor: dark ? '#ffffff' : '#000000',
    backgroundColor: colours.navBackground,
  })?.catch?.(ignore)
  Taro.setBackgroundColor?.({ backgroundColor: colours.pageBackground })?.catch?.(ignore)
}
