import { View } from '@tarojs/components'
import { useState } from 'react'
import { REBINDING_KIND_IDS, REBINDING_KINDS, type RebindingKind } from '../../../types/vocabulary/binding'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Segmented } from '../../components/segmented'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { saidOf } from './form-problem'
import { PEOPLE_READS } from './people-reads'
import { phoneProblem, type Resident } from './people-words'

const KINDS = REBINDING_KIND_IDS.map((value) => ({ value, word: REBINDING_KINDS[value].zh }))

/** A lost phone or a new number: asked for here, approved by another employee, and the person is told. */
export function AskRebinding({ person, onDone, onClose }: { person: Resident; onDone(): void; onClose(): void }) {
  const { act, busy, error } = useAct('members.requestRebinding', { refreshes: PEOPLE_READS })
  const [kind, setKind] = useState<RebindingKind>('account')
  const [newPhone, setNewPhone] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const said = saidOf(error)
  const phoneMissing = kind === 'phone' ? phoneProblem(newPhone) : undefined
  const ask = async () => {
    setTried(true)
    if (phoneMissing) return
    const reply = await act({
      personId: person.personId,
      kind,
      reason: reason.trim(),
      ...(kind === 'phone' && { newPhone: newPhone.trim() }),
    })
    if (reply.ok) onDone()
  }
  return (
    <Confirm
      open
      title={`替${person.name}换账号或手机号`}
      note="先看本人的证件。要另一位同事复核才生效，本人原来的账号会收到提醒。"
      yes="提交复核"
      no="先不换"
      busy={busy && '正在提交…'}
      onYes={() => void ask()}
      onClose={onClose}
    >
      {error && Object.keys(said).length === 0 && (
        <View className="mt4">
          <Notice tone="due" icon="circle-alert" title="没能提交" note={error.message} />
        </View>
      )}
      <View className="mt4">
        <Segmented label="换什么" choices={KINDS} value={kind} onChoose={setKind} />
      </View>
      <View className="mt2">
        {kind === 'phone' && (
          <Field
            icon="phone"
            label="新手机号"
            keyboard="number"
            value={newPhone}
            placeholder="11 位数字"
            problem={tried ? (phoneMissing ?? said.newPhone) : undefined}
            onChange={setNewPhone}
          />
        )}
        <Field
          icon="pencil"
          label="为什么换"
          value={reason}
          placeholder="比如：手机丢了，本人带身份证来"
          problem={said.reason}
          onChange={setReason}
        />
      </View>
    </Confirm>
  )
}
