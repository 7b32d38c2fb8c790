import { View } from '@tarojs/components'
import { useState } from 'react'
import { END_REASONS, type EndReason } from '../../../types/vocabulary/binding'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Segmented } from '../../components/segmented'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { saidOf } from './form-problem'
import { PEOPLE_READS } from './people-reads'

interface EndBindingProps {
  bindingId: string
  name: string
  label: string
  /** What it starts from; a desk may choose among `reasons` and name the day. */
  reason: EndReason
  reasons?: readonly EndReason[]
  note: string
  onDone(): void
  onClose(): void
}

/** Asks once more before a binding ends. */
export function EndBinding({ bindingId, name, label, reason: first, reasons, note, onDone, onClose }: EndBindingProps) {
  const { act, busy, error } = useAct('members.endBinding', { refreshes: PEOPLE_READS })
  const [reason, setReason] = useState<EndReason>(first)
  const [on, setOn] = useState('')
  const said = saidOf(error)
  const end = async () => {
    const reply = await act({ bindingId, reason, ...(on.trim() && { on: on.trim() }) })
    if (reply.ok) onDone()
  }
  return (
    <Confirm
      open
      title={`解除${name}和 ${label} 的绑定`}
      note={note}
      yes="确定解除"
      no="先不解除"
      busy={busy && '正在解除…'}
      onYes={() => void end()}
      onClose={onClose}
    >
      {error && !said.on && (
        <View className="mt4">
          <Notice tone="due" icon="circle-alert" title="没能解除" note={error.message} />
        </View>
      )}
      {reasons && (
        <>
          <View className="mt4">
            <Segmented
              label="为什么解除"
              choices={reasons.map((value) => ({ value, word: END_REASONS[value].zh }))}
              value={reason}
              onChoose={setReason}
            />
          </View>
          <View className="mt2">
            <Field
              icon="pencil"
              label="从哪天起（不写就是现在）"
              value={on}
              placeholder="比如：2026-03-01"
              problem={said.on}
              onChange={setOn}
            />
          </View>
        </>
      )}
    </Confirm>
  )
}
