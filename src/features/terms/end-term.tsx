import { View } from '@tarojs/components'
import { useState } from 'react'
import { businessDate } from '../../../types/vocabulary/dates'
import { Field } from '../../components/field'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { now } from '../../services/clock'
import { sayDays, TERM_READS, type Ending } from './term-words'

/** Ends what is registered from a day on; on its own first day it is taken out as a mistake. */
export function EndTerm({ ending, onDone, onClose }: { ending: Ending; onDone(): void; onClose(): void }) {
  const { act, busy, error } = useAct('bills.endTerm', { refreshes: TERM_READS })
  const today = businessDate(now())
  const [until, setUntil] = useState(today < ending.from ? ending.from : today)
  const end = async () => {
    const { houseId, kind, itemCode, from } = ending
    const reply = await act({ houseId, kind, from, until: until.trim(), ...(itemCode !== undefined && { itemCode }) })
    if (reply.ok) onDone()
  }
  return (
    <Confirm
      open
      title={`结束 ${ending.words}`}
      note={`现在登记的是${sayDays(ending)}。写开始那一天，就是登记错了，整条去掉。已经出过的账单不会变。`}
      yes="确定结束"
      no="先不结束"
      busy={busy && '正在办…'}
      onYes={() => void end()}
      onClose={onClose}
    >
      <View className="mt2">
        <Field
          icon="calendar-days"
          label="从哪天起不再算"
          value={until}
          placeholder="2026-12-31"
          problem={error && (error.details?.fields?.[0]?.message ?? error.message)}
          onChange={setUntil}
        />
      </View>
    </Confirm>
  )
}
