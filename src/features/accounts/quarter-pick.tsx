import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '../../components/choices'
import { Icon } from '../../components/icon'
import { Sheet } from '../../components/sheet'
import { Tap } from '../../components/tap'
import { quarterWord } from './account-words'
import './accounts.scss'

interface QuarterPickProps {
  value: string
  /** The oldest first. */
  quarters: readonly string[]
  note: string
  onChoose(quarter: string): void
}

/** The quarter as the page's heading, and the way to another one where there is one. */
export function QuarterPick({ value, quarters, note, onChoose }: QuarterPickProps) {
  const [open, setOpen] = useState(false)
  const all = [...new Set([...quarters, value])].sort().reverse()
  return (
    <View className="acc-head">
      <View className="grow">
        <View className="head-t num">{quarterWord(value)}</View>
        <View className="note mute">{note}</View>
      </View>
      {all.length > 1 && (
        <Tap className="acc-link" onTap={() => setOpen(true)}>
          换季度
          <Icon name="chevron-down" />
        </Tap>
      )}
      <Sheet open={open} title="看哪一季" onClose={() => setOpen(false)}>
        <Choices
          label="季度"
          choices={all.map((quarter) => ({ value: quarter, word: quarterWord(quarter) }))}
          value={value}
          onChoose={(quarter) => {
            setOpen(false)
            onChoose(quarter)
          }}
        />
      </Sheet>
    </View>
  )
}
