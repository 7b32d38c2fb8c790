import { View } from '@tarojs/components'
import { sayYuan } from '../../../types/vocabulary/money'
import { categoryWord } from '../../../types/vocabulary/statement'
import { Card, Section } from '../../components/card'
import { Icon } from '../../components/icon'
import { Tap } from '../../components/tap'
import type { Line } from './account-reads'
import { widthOf } from './account-words'
import type { Opened } from './entry-sheet'
import './accounts.scss'

interface SpendingCardsProps {
  lines: readonly Line[]
  figures: { costFen: number; committeeFen: number }
  body: string | undefined
  onOpen: ((opened: Opened) => void) | undefined
}

/** 钱花到哪: what it cost to earn the income, and apart from it what the committee spent on its work. */
export function SpendingCards({ lines, figures, body, onOpen }: SpendingCardsProps) {
  const groups = [
    { kind: 'cost' as const, name: '经营成本', sumFen: figures.costFen },
    { kind: 'committee' as const, name: `${body ?? '业主委员会'}工作经费`, sumFen: figures.committeeFen },
  ].map((group) => ({ ...group, lines: lines.filter(({ kind }) => kind === group.kind) }))
  const most = Math.max(...groups.flatMap((group) => group.lines.map(({ amountFen }) => amountFen)), 0)
  return (
    <>
      <Section title="钱花到哪" note={sayYuan(figures.costFen + figures.committeeFen)} />
      {groups.map((group) => (
        <Card key={group.kind}>
          <View className="acc-grp num">
            <View>{group.name}</View>
            <View className="b">{sayYuan(group.sumFen)}</View>
          </View>
          {group.lines.length === 0 && <View className="note mute">这一季没有</View>}
          {group.lines.map((line) => (
            <SpendingBar key={line.category} line={line} most={most} onOpen={onOpen} />
          ))}
        </Card>
      ))}
    </>
  )
}

function SpendingBar({ line, most, onOpen }: { line: Line; most: number; onOpen: SpendingCardsProps['onOpen'] }) {
  const name = categoryWord(line.category)
  const inside = (
    <>
      <View className="acc-bar-l">
        <View>{name}</View>
        <View className="med num acc-bar-v">
          {sayYuan(line.amountFen)}
          {onOpen && <Icon name="chevron-right" className="acc-chev" />}
        </View>
      </View>
      <View className="acc-track">
        <View className="acc-out" style={{ width: widthOf(line.amountFen, most) }} />
      </View>
    </>
  )
  if (!onOpen) return <View className="acc-bar">{inside}</View>
  return (
    <Tap
      className="acc-bar acc-tap"
      label={`${name}，${sayYuan(line.amountFen)} 元`}
      onTap={() => onOpen({ kind: line.kind, category: line.category })}
    >
      {inside}
    </Tap>
  )
}
