import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayYuan } from '../../../types/vocabulary/money'
import { categoryWord } from '../../../types/vocabulary/statement'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { classes } from '../../components/classes'
import { Icon } from '../../components/icon'
import { Tap } from '../../components/tap'
import type { Line, Source } from './account-reads'
import { barsOf, type CategoryBar, shortOf, widthOf } from './account-words'
import type { Opened } from './entry-sheet'
import './accounts.scss'

/** The largest sources are seen at once; the small ones that came in full wait behind a tap. */
const SHOWN = 4

interface IncomeBarsProps {
  statement: { lines: readonly Line[]; sources: readonly Source[]; incomeFen: number }
  /** Opens the entries behind a bar, for whoever may read them. */
  onOpen: ((opened: Opened) => void) | undefined
}

/** 钱从哪来: each source with what the contracts say, and the gap in words. */
export function IncomeBars({ statement, onOpen }: IncomeBarsProps) {
  const [all, setAll] = useState(false)
  const bars = barsOf(statement.lines, statement.sources)
  if (bars.length === 0) return null
  const expectedFen = bars.reduce((sum, bar) => sum + bar.expectedFen, 0)
  const missing = bars.reduce((sum, bar) => sum + shortOf(bar), 0)
  const short = bars.filter((bar) => shortOf(bar) > 0)
  const shown = all ? bars : [...new Set([...bars.slice(0, SHOWN), ...short])]
  const hidden = bars.length - shown.length
  const most = Math.max(...bars.map((bar) => Math.max(bar.expectedFen, bar.receivedFen)))
  return (
    <>
      <Section title="钱从哪来" note={expectedFen > 0 ? `应收 ${sayYuan(expectedFen)}` : undefined} />
      <Card>
        <View className="acc-key">
          <View className="acc-key-it">
            <View className="acc-dot acc-dot-in" />
            实收
          </View>
          {missing > 0 && (
            <View className="acc-key-it">
              <View className="acc-dot acc-dot-due" />
              应收未到
            </View>
          )}
        </View>
        {shown.map((bar) => (
          <Bar key={bar.category} bar={bar} most={most} onOpen={onOpen} />
        ))}
        {hidden > 0 && (
          <Button kind="plain" size="pill" onTap={() => setAll(true)}>
            {`还有 ${hidden} 处，都收齐了`}
          </Button>
        )}
        {missing > 0 && (
          <View className="acc-rest">
            <View className="t15 sub">{`比应收少，${short.length} 处`}</View>
            <View className="b due num">{`${sayYuan(missing)} 元`}</View>
          </View>
        )}
      </Card>
    </>
  )
}

interface BarProps {
  bar: CategoryBar
  most: number
  onOpen: IncomeBarsProps['onOpen']
}

function Bar({ bar, most, onOpen }: BarProps) {
  const name = categoryWord(bar.category)
  const gapFen = shortOf(bar)
  const inside = (
    <>
      <View className="acc-bar-l">
        <View>{name}</View>
        <View className="med num acc-bar-v">
          {sayYuan(bar.receivedFen)}
          {onOpen && <Icon name="chevron-right" className="acc-chev" />}
        </View>
      </View>
      <View className="acc-track">
        {gapFen > 0 && bar.receivedFen > 0 && (
          <View className="acc-exp" style={{ width: widthOf(bar.expectedFen, most) }} />
        )}
        {bar.receivedFen > 0 ? (
          <View className="acc-got" style={{ width: widthOf(bar.receivedFen, most) }} />
        ) : (
          <View className="acc-zero" style={{ width: widthOf(bar.expectedFen, most) }} />
        )}
      </View>
      {gapFen > 0 && <View className="note due b num mt1">{`少收 ${sayYuan(gapFen)} 元`}</View>}
      {gapFen > 0 &&
        bar.notes.map((note) => (
          <View key={note} className="note sub words">
            {note}
          </View>
        ))}
    </>
  )
  if (!onOpen) return <View className="acc-bar">{inside}</View>
  return (
    <Tap
      className={classes('acc-bar', 'acc-tap')}
      label={`${name}，${sayYuan(bar.receivedFen)} 元${gapFen > 0 ? `，少收 ${sayYuan(gapFen)} 元` : ''}`}
      onTap={() => onOpen({ kind: 'income', category: bar.category })}
    >
      {inside}
    </Tap>
  )
}
