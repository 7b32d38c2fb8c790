import { View } from '@tarojs/components'
import { useState } from 'react'
import { BILL_LIMITS, type BillAct } from '../../../types/vocabulary/bill'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { BILL_READS } from './bill-reads'
import type { Bill } from './bill-words'

const ASKS = {
  dispute: { title: '对这笔账单有疑问', note: '写清哪里不对，物业会另派一位同事核对后答复您。', label: '哪里不对', yes: '提交', done: '疑问已提交，等物业答复' },
  uphold: { title: '核对无误', note: '答复会发给提出疑问的住户，账单照常有效。', label: '答复', yes: '答复', done: '已答复' },
  void: { title: '作废这张账单', note: '作废后不能恢复；改好登记后，可以再出一次。', label: '为什么作废', yes: '作废', done: '账单已作废' },
} as const satisfies Record<BillAct, object>

interface BillMovesProps {
  billId: string
  moves: Bill['moves']
  onDone(words: string): void
}

/** What this person may do with the bill, as the server says; each asks for words first. */
export function BillMoves({ billId, moves, onDone }: BillMovesProps) {
  const dispute = useAct('bills.disputeBill', { refreshes: BILL_READS })
  const answer = useAct('bills.answerDispute', { refreshes: BILL_READS })
  const [opened, setOpened] = useState<BillAct>()
  const [words, setWords] = useState('')
  if (moves.length === 0) return null
  const send = async (act: BillAct) => {
    const reply = act === 'dispute' ? await dispute.act({ billId, reason: words }) : await answer.act({ billId, answer: act, words })
    if (!reply.ok) return
    setOpened(undefined)
    setWords('')
    onDone(ASKS[act].done)
  }
  const error = dispute.error ?? answer.error
  const ask = opened && ASKS[opened]
  return (
    <>
      {moves.some(({ act }) => act === 'dispute') && (
        <Card flush>
          <Row icon="info" title={ASKS.dispute.title} note="说清哪里不对，物业核对后答复您" onTap={() => setOpened('dispute')} />
        </Card>
      )}
      {moves.some(({ act }) => act !== 'dispute') && (
        <View className="duo">
          {moves.map(({ act, does }) => (
            <Button key={act} kind={act === 'void' ? 'outlined' : 'filled'} onTap={() => setOpened(act)}>
              {does}
            </Button>
          ))}
        </View>
      )}
      <Confirm
        open={opened !== undefined}
        title={ask?.title ?? ''}
        note={ask?.note ?? ''}
        yes={ask?.yes ?? ''}
        no="先不办"
        busy={(dispute.busy || answer.busy) && '正在办…'}
        onYes={() => void (opened && send(opened))}
        onClose={() => setOpened(undefined)}
      >
        <View className="mt4">
          <Field icon="pencil" label={ask?.label ?? ''} value={words} placeholder="写在这里" lines="several" maxLength={BILL_LIMITS.reasonMax} onChange={setWords} />
        </View>
        {error && <Notice tone="due" icon="circle-alert" title="没能办成" note={error.details?.fields?.[0]?.message ?? error.message} />}
      </Confirm>
    </>
  )
}
