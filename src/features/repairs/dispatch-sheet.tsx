import { View } from '@tarojs/components'
import { useState } from 'react'
import { REPAIR_LIMITS } from '../../../types/vocabulary/repair'
import { Button } from '../../components/button'
import { classes } from '../../components/classes'
import { BoneRows, Empty, Failed } from '../../components/faces'
import { Field } from '../../components/field'
import { Icon } from '../../components/icon'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { Tap } from '../../components/tap'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { aria } from '../../services/aria'
import { REPAIR_READS } from './repair-reads'
import './dispatch-sheet.scss'

interface DispatchSheetProps {
  /** Undefined while nobody dispatches anything. */
  repairId: string | undefined
  onDone(sentence: string): void
  onClose(): void
}

/** Whom to send: the technicians, those with the least in hand first. */
export function DispatchSheet({ repairId, onDone, onClose }: DispatchSheetProps) {
  return (
    <Sheet open={repairId !== undefined} title="派给谁" onClose={onClose}>
      {repairId !== undefined && <Choosing key={repairId} repairId={repairId} onDone={onDone} />}
    </Sheet>
  )
}

function Choosing({ repairId, onDone }: { repairId: string; onDone(sentence: string): void }) {
  const { data, error, again } = useCall('repairs.listTechnicians', {})
  const { act, busy, error: refused } = useAct('repairs.dispatchRepair', { refreshes: REPAIR_READS })
  const [chosenId, setChosenId] = useState<string>()
  const [note, setNote] = useState('')
  if (!data)
    return error ? <Failed what="师傅名单" error={error} onAgain={() => void again()} /> : <BoneRows count={3} />
  const chosen = data.technicians.find(({ technicianId }) => technicianId === chosenId)
  const said = note.trim()
  const tooLong = [...said].length > REPAIR_LIMITS.reasonMax
  const dispatch = async () => {
    if (!chosen || tooLong) return
    const reply = await act({ repairId, technicianId: chosen.technicianId, ...(said && { note: said }) })
    if (reply.ok) onDone(`派给${chosen.name}了，他会收到消息`)
  }
  if (data.technicians.length === 0) {
    return <Empty icon="users" title="还没有维修工" note="请项目经理先在“人员”里添加维修工。" />
  }
  return (
    <>
      {refused && <Notice tone="due" icon="circle-alert" title="没能派出去" note={refused.message} />}
      <View className="mt2" {...aria({ role: 'radiogroup', label: '派给谁' })}>
        {data.technicians.map(({ technicianId, name, office, openTasks }) => (
          <Tap
            key={technicianId}
            className={classes('sendto', technicianId === chosenId && 'sendto-on')}
            role="radio"
            checked={technicianId === chosenId}
            onTap={() => setChosenId(technicianId)}
          >
            <View className="grow">
              <View className="med">{name}</View>
              {office && <View className="note sub">{office}</View>}
            </View>
            <View className="note num">{openTasks === 0 ? '手上没有活' : `手上 ${openTasks} 单`}</View>
            <Icon name="check" className={classes('sendto-i', technicianId !== chosenId && 'sendto-off')} />
          </Tap>
        ))}
      </View>
      <Field
        icon="pencil"
        label="交代一句（可以不写）"
        value={note}
        placeholder="比如：带梯子，业主 6 点前在家"
        problem={tooLong ? `最多 ${REPAIR_LIMITS.reasonMax} 个字，请删短一些` : undefined}
        onChange={setNote}
      />
      <View className="mt3">
        <Button disabled={!chosen} busy={busy && '正在派…'} onTap={() => void dispatch()}>
          {chosen ? `派给${chosen.name}` : '先选一位师傅'}
        </Button>
      </View>
    </>
  )
}
