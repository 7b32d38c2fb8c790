import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Hello } from '../../components/hello'
import { Row } from '../../components/row'
import { Segmented } from '../../components/segmented'
import { SwitchRow } from '../../components/switch'
import type { Actor } from '../../hooks/use-actor'
import { usePreferences } from '../../hooks/use-preferences'
import { setElder, setTheme, THEME_CHOICES, type ThemeChoice } from '../../services/preferences'
import { canSignOut, signOut } from '../../services/session'
import { openPage } from '../../services/routes'
import { Doings } from './doings'
import { Seats } from './seats'

const THEMES = (Object.keys(THEME_CHOICES) as ThemeChoice[]).map((value) => ({ value, word: THEME_CHOICES[value].zh }))

interface MePanelProps {
  actor: Actor
  onSeatTaken(): void
  /** Where the tabs have no room for the community's page, this is the way to it. */
  onOpenCommunity?: (() => void) | undefined
  /** What became of the applications of somebody who has no house yet. */
  applications: ReactNode
}

export function MePanel({ actor, onSeatTaken, onOpenCommunity, applications }: MePanelProps) {
  const seats = actor.data?.seats ?? []
  return (
    <>
      <Hello title={actor.data?.name ?? '您好'} note={seats.length > 1 ? `您有 ${seats.length} 个身份` : undefined} />
      {seats.length > 0 ? <Seats seats={seats} seatId={actor.seat?.seatId} onTaken={onSeatTaken} /> : <HowToBind />}
      {seats.length === 0 && applications}
      <Doings seat={actor.seat} />
      {onOpenCommunity && (
        <Card flush>
          <Row
            icon="book-open-text"
            title="小区公开的事"
            note="物业公司、电话、管着小区的规矩"
            onTap={onOpenCommunity}
          />
        </Card>
      )}
      <Section title="看得舒服" />
      <Looks />
      <Section title="帮助" />
      <Card flush>
        <Row icon="info" title="明居是什么" note="把小区的标准、维修和公共的账摆到您面前，人人看得见，改动会被发现。" />
        <Row icon="phone" title="遇到急事先打电话" note="被困、漏气、漏水，不要等回复。" />
      </Card>
      {canSignOut() && (
        <Button kind="outlined" icon="log-out" className="mt4" onTap={signOut}>
          退出登录
        </Button>
      )}
    </>
  )
}

function HowToBind() {
  return (
    <Card title="您还没有绑定房屋">
      <View className="t15 sub mt1">绑定以后就能报修、看进度、看账单、收消息。没有绑定也能看小区公开的内容。</View>
      <Button icon="house" className="mt4" onTap={() => openPage('bind', {})}>
        绑定房屋
      </Button>
    </Card>
  )
}

function Looks() {
  const { elder, theme } = usePreferences()
  return (
    <Card flush>
      <SwitchRow title="大字版" note="字更大，按钮更大，颜色更深" on={elder} onTurn={setElder} />
      <View className="row">
        <View className="grow">
          <View className="row-t">界面颜色</View>
          <View className="mt2">
            <Segmented label="界面颜色" choices={THEMES} value={theme} onChoose={setTheme} />
          </View>
        </View>
      </View>
    </Card>
  )
}
