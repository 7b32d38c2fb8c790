import { View } from '@tarojs/components'
import { useState } from 'react'
import { REPAIR_LIMITS } from '../../../types/vocabulary/repair'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { REPAIR_READS } from './repair-reads'
import type { RepairMove } from './repair-words'

interface MovesProps {
  repairId: string
  /** What the server says this person may do next; nothing is worked out here. */
  moves: readonly RepairMove[]
  onDone(sentence: string): void
}

export function RepairMoves({ repairId, moves, onDone }: MovesProps) {
  return (
    <>
      {moves.map((move) =>
        move.call === 'repairs.receiveRepair' ? (
          <Receive key={move.act} repairId={repairId} does={move.does} onDone={onDone} />
        ) : (
          <Withdraw key={move.act} repairId={repairId} does={move.does} onDone={onDone} />
        ),
      )}
    </>
  )
}

interface MoveProps {
  repairId: string
  does: string
  onDone(sentence: string): void
}

function Receive({ repairId, does, onDone }: MoveProps) {
  const { act, busy, error } = useAct('repairs.receiveRepair', { refreshes: REPAIR_READS })
  const receive = async () => {
    const reply = await act({ repairId })
    if (reply.ok) onDone('已受理，报修的人会收到消息')
  }
  return (
    <>
      {error && <Notice tone="due" icon="circle-alert" title="没能受理" note={error.message} />}
      <Button busy={busy && '正在受理…'} onTap={() => void receive()}>
        {does}
      </Button>
    </>
  )
}

function Withdraw({ repairId, does, onDone }: MoveProps) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const { act, busy, error } = useAct('repairs.withdrawRepair', { refreshes: REPAIR_READS })
  const tooLong = [...reason.trim()].length > REPAIR_LIMITS.reasonMax
  const problem = tooLong
    ? `最多 ${REPAIR_LIMITS.reasonMax} 个字，请删短一些`
    : error?.details?.fields?.find(({ path }) => path === 'reason')?.message
  const withdraw = async () => {
    if (tooLong) return
    const said = reason.trim()
    const reply = await act({ repairId, ...(said && { reason: said }) })
    if (!reply.ok) return
    setAsking(false)
    onDone('已撤销，物业不会再为这一单上门')
  }
  return (
    <>
      <Button kind="outlined" onTap={() => setAsking(true)}>
        {does}
      </Button>
      <Confirm
        open={asking}
        title="要撤销这次报修吗"
        note="撤销后物业不再为这一单上门。问题还在的话，可以再报一次。"
        yes="确定撤销"
        no="先不撤销"
        busy={busy && '正在撤销…'}
        onYes={() => void withdraw()}
        onClose={() => setAsking(false)}
      >
        {error && !problem && (
          <View className="mt4">
            <Notice tone="due" icon="circle-alert" title="没能撤销" note={error.message} />
          </View>
        )}
        <View className="mt2">
          <Field
            icon="pencil"
            label="为什么撤销（可以不写）"
            value={reason}
            placeholder="比如：自己修好了"
            problem={problem}
            onChange={setReason}
          />
        </View>
      </Confirm>
    </>
  )
}
