import { View } from '@tarojs/components'
import { useState } from 'react'
import { UNFIXED_REASONS, UNFIXED_REASON_IDS, type UnfixedReason } from '../../../types/vocabulary/repair'
import { Picks } from '../../components/picks'
import { ASKS } from './move-asks'
import { SaySheet, useSay, type Saying } from './say-sheet'

const REASONS = UNFIXED_REASON_IDS.map((value) => ({ value, word: UNFIXED_REASONS[value].zh }))

/** Closing without a repair: one of few reasons, and words for the reporter, who may object. */
export function useClosing(repairId: string, onDone: () => void) {
  const [why, setWhy] = useState<UnfixedReason>('notOurs')
  const saying = useSay('repairs.closeUnfixed', ({ words }) => ({ repairId, why, reason: words }), onDone)
  return { saying, why, setWhy }
}

interface CloseSheetProps {
  saying: Saying
  why: UnfixedReason
  onChoose(why: UnfixedReason): void
}

export function CloseSheet({ saying, why, onChoose }: CloseSheetProps) {
  return (
    <SaySheet ask={ASKS.closeUnfixed} saying={saying}>
      <View className="mt3">
        <Picks label="为什么不修" choices={REASONS} chosen={[why]} onPick={onChoose} />
      </View>
    </SaySheet>
  )
}
