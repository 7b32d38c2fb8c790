import { View } from '@tarojs/components'
import { useState } from 'react'
import { businessDate } from '../../../types/vocabulary/dates'
import {
  ACCOUNT_LIMITS,
  CATEGORIES_OF,
  categoryWord,
  ENTRY_KINDS,
  type EntryKind,
} from '../../../types/vocabulary/statement'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { PickChips } from '../../components/pick-chips'
import { Segmented } from '../../components/segmented'
import { useAct } from '../../hooks/use-act'
import { now } from '../../services/clock'
import { isOutside } from '../../services/refusals'
import { ACCOUNT_READS, type Cockpit } from './account-reads'
import { type EntryDraft, type EntryProblems, entryInput, entryProblems, newEntry } from './entry-draft'
import { useVouchers } from './use-vouchers'
import { VoucherPicker } from './voucher-picker'

const KINDS = (['income', 'cost', 'committee'] as const).map((value) => ({ value, word: ENTRY_KINDS[value].zh }))

interface EntryFormProps {
  cockpit: Cockpit
  onPosted(words: string): void
}

/** 记一笔: the photo first, then how much and what for. Whoever took the photo is done in under a minute. */
export function EntryForm({ cockpit, onPosted }: EntryFormProps) {
  const [draft, setDraft] = useState<EntryDraft>(() => newEntry(businessDate(now())))
  const [tried, setTried] = useState(false)
  const vouchers = useVouchers()
  const { act, busy, error, forgetError } = useAct('accounts.postEntry', { refreshes: ACCOUNT_READS })
  const problems = tried ? entryProblems(draft) : {}
  const write = (change: Partial<EntryDraft>) => {
    if (error) forgetError()
    setDraft((before) => ({ ...before, ...change }))
  }
  const post = async () => {
    setTried(true)
    if (Object.keys(entryProblems(draft)).length > 0 || !vouchers.allThere) return
    const reply = await act(entryInput(draft, vouchers.ready))
    if (reply.ok) onPosted(draft.words.trim())
  }
  const begins = cockpit.lines.length === 0 && cockpit.openingFen === 0
  const kinds = begins ? [...KINDS, { value: 'opening' as const, word: '期初' }] : KINDS
  return (
    <View className="grid">
      {error && (
        <Notice
          tone="due"
          icon={isOutside(error) ? 'wifi-off' : 'circle-alert'}
          title="没能记上"
          note={error.details?.fields?.map(({ message }) => message).join('；') ?? error.message}
        />
      )}
      <VoucherPicker
        vouchers={vouchers}
        max={ACCOUNT_LIMITS.vouchersMax}
        hint="先拍凭证。支出都要有；没拿到可以先记，之后再补。"
      />
      <Segmented
        label="是哪种钱"
        choices={kinds}
        value={draft.kind}
        onChoose={(kind: EntryKind) => write({ kind, category: undefined, sourceId: undefined })}
      />
      {draft.kind !== 'opening' && (
        <Card>
          <What cockpit={cockpit} draft={draft} onWrite={write} />
          {problems.category && <View className="note due">{problems.category}</View>}
        </Card>
      )}
      <Fields draft={draft} problems={problems} onWrite={write} />
      <View className="note mute">
        住户会看到这句话和涂过的凭证，不要写个人的姓名和电话。记上以后不能改，只能由另一位冲销。
      </View>
      <Button busy={(busy && '正在记…') || (!vouchers.allThere && '凭证正在传…')} onTap={() => void post()}>
        记上
      </Button>
    </View>
  )
}

interface FieldsProps {
  draft: EntryDraft
  problems: EntryProblems
  onWrite(change: Partial<EntryDraft>): void
}

function Fields({ draft, problems, onWrite }: FieldsProps) {
  return (
    <Card flush>
      <Field
        icon="receipt-text"
        label="金额（元）"
        keyboard="text"
        value={draft.amount}
        placeholder="例如 2400.00"
        problem={problems.amount}
        onChange={(amount) => onWrite({ amount })}
      />
      <Field
        icon="calendar-days"
        label="日期"
        value={draft.bookedOn}
        placeholder="例如 2026-01-31"
        problem={problems.bookedOn}
        onChange={(bookedOn) => onWrite({ bookedOn })}
      />
      <Field
        icon="pencil"
        label="是什么钱"
        value={draft.words}
        placeholder="例如 46 个车位重画线"
        problem={problems.words}
        maxLength={ACCOUNT_LIMITS.wordsMax + 20}
        onChange={(words) => onWrite({ words })}
      />
    </Card>
  )
}

interface WhatProps {
  cockpit: Cockpit
  draft: EntryDraft
  onWrite(change: Partial<EntryDraft>): void
}

/** Which contract brought it, or what kind it is. */
function What({ cockpit, draft, onWrite }: WhatProps) {
  const { kind, category, sourceId } = draft
  if (kind === 'income' && cockpit.sources.length > 0) {
    const contracts = cockpit.sources.map((source) => ({ value: source.sourceId, word: categoryWord(source.category) }))
    return (
      <>
        <PickChips
          label="哪份合同的收入"
          choices={contracts}
          value={sourceId}
          onPick={(picked) => {
            const found = cockpit.sources.find((source) => source.sourceId === picked)
            onWrite({
              sourceId: picked,
              category: found?.category,
              ...(found && { words: draft.words || found.asset }),
            })
          }}
        />
        {sourceId === undefined && (
          <PickChips
            label="不在合同里的收入"
            choices={[{ value: 'other' as const, word: '其他收益' }]}
            value={category === 'other' ? category : undefined}
            onPick={(picked) => onWrite({ category: picked })}
          />
        )}
      </>
    )
  }
  const choices = CATEGORIES_OF[kind].map((value) => ({ value, word: categoryWord(value) }))
  return (
    <PickChips label="哪一类" choices={choices} value={category} onPick={(picked) => onWrite({ category: picked })} />
  )
}
