import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Input } from '../../../types/contracts'
import { readDecimal, sayYuan } from '../../../types/vocabulary/money'
import { ACCOUNT_LIMITS, categoryWord } from '../../../types/vocabulary/statement'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Sheet } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { ACCOUNT_READS, type Cockpit } from './account-reads'
import { useVouchers } from './use-vouchers'
import { VoucherPicker } from './voucher-picker'
import './cockpit.scss'

/** What only people know: why a contract brought less, and what the bank says. Then the statement is made. */
export function DraftSheet({ cockpit, onClose }: { cockpit: Cockpit; onClose(): void }) {
  const short = cockpit.sources.filter(({ expectedFen, receivedFen }) => receivedFen < expectedFen)
  const [notes, setNotes] = useState<Record<string, string>>(() =>
    Object.fromEntries(short.map(({ sourceId, note }) => [sourceId, note ?? ''])),
  )
  const [balance, setBalance] = useState(() => sayYuan(Math.max(0, cockpit.closingFen)))
  const [why, setWhy] = useState('')
  const paper = useVouchers()
  const { act, busy, error } = useAct('accounts.draftQuarter', { refreshes: ACCOUNT_READS })
  const balanceFen = readDecimal(balance.replaceAll(',', ''), 2)
  const differs = balanceFen !== undefined && balanceFen !== cockpit.closingFen
  const make = async () => {
    if (!paper.allThere) return
    const reply = await act(inputOf(cockpit.quarter, { notes, balanceFen, why, paper: paper.ready[0] }))
    if (reply.ok) onClose()
  }
  return (
    <Sheet open title="生成季度公示" onClose={onClose}>
      <View className="draft-in">
        {error && (
          <Notice
            tone="due"
            icon="circle-alert"
            title="没能生成"
            note={error.details?.fields?.map(({ message }) => message).join('；') ?? error.message}
          />
        )}
        {short.map(({ sourceId, category, asset, expectedFen, receivedFen }) => (
          <Field
            key={sourceId}
            icon="pencil"
            label={`${categoryWord(category)}少收 ${sayYuan(expectedFen - receivedFen)} 元，为什么`}
            value={notes[sourceId] ?? ''}
            placeholder={asset}
            maxLength={ACCOUNT_LIMITS.noteMax}
            onChange={(words) => setNotes({ ...notes, [sourceId]: words })}
          />
        ))}
        <Field
          icon="building-2"
          label="季末银行余额（元）"
          value={balance}
          placeholder="照银行余额证明写"
          onChange={setBalance}
        />
        {differs && (
          <Field
            icon="pencil"
            label={`和账上差 ${sayYuan(balanceFen - cockpit.closingFen)} 元，为什么`}
            value={why}
            placeholder="例如 3 月 31 日的一笔次日到账"
            maxLength={ACCOUNT_LIMITS.noteMax}
            onChange={setWhy}
          />
        )}
        <VoucherPicker vouchers={paper} max={1} hint="拍一张银行余额证明，账号涂黑。" />
        <Button busy={(busy && '正在生成…') || (!paper.allThere && '证明正在传…')} onTap={() => void make()}>
          生成，请人复核
        </Button>
      </View>
    </Sheet>
  )
}

interface Typed {
  notes: Record<string, string>
  balanceFen: number | undefined
  why: string
  paper: { fileId: string; redactedFileId: string } | undefined
}

function inputOf(quarter: string, { notes, balanceFen, why, paper }: Typed): Input<'accounts.draftQuarter'> {
  const gaps = Object.entries(notes).flatMap(([sourceId, words]) =>
    words.trim() ? [{ sourceId, words: words.trim() }] : [],
  )
  return {
    quarter,
    gaps,
    ...(paper &&
      balanceFen !== undefined && { bank: { balanceFen, ...paper, ...(why.trim() && { words: why.trim() }) } }),
  }
}
