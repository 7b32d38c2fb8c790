import { View } from '@tarojs/components'
import { useState } from 'react'
import { ACCOUNT_LIMITS } from '../../../types/vocabulary/statement'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { BoneRows, Failed } from '../../components/faces'
import { Field } from '../../components/field'
import { Confirm, Sheet } from '../../components/sheet'
import { Tap } from '../../components/tap'
import { useAct } from '../../hooks/use-act'
import { usePages } from '../../hooks/use-call'
import { ACCOUNT_READS, type Entry } from './account-reads'
import { EntryRow } from './entry-row'
import { useVouchers } from './use-vouchers'
import { VoucherPicker } from './voucher-picker'
import './accounts.scss'
import './cockpit.scss'

/** Every entry of a quarter for those who keep and check the books, with what may be done about it. */
export function Book({ quarter }: { quarter: string }) {
  const { data, error, again, more, loadMore, loadingMore } = usePages('accounts.listEntries', { quarter })
  const [attaching, setAttaching] = useState<Entry>()
  const [reversing, setReversing] = useState<Entry>()
  if (!data) return error ? <Failed what="账簿" error={error} onAgain={() => void again()} /> : <BoneRows count={3} />
  const entries = data.flatMap((page) => page.entries)
  return (
    <Card>
      {entries.length === 0 && <View className="t15 sub">这一季还没有记账</View>}
      {entries.map((entry) => (
        <EntryRow key={`${entry.entryId} ${entry.place}`} entry={entry} isPublished={false}>
          {entry.voucherMissing && entry.mayAttach && (
            <Tap className="acc-voucher" label={`补凭证，${entry.words}`} onTap={() => setAttaching(entry)}>
              补凭证
            </Tap>
          )}
          {entry.mayReverse && (
            <Tap className="book-quiet" label={`冲销，${entry.words}`} onTap={() => setReversing(entry)}>
              冲销
            </Tap>
          )}
        </EntryRow>
      ))}
      {more && (
        <Button kind="plain" size="pill" busy={loadingMore && '正在打开…'} onTap={loadMore}>
          再看一些
        </Button>
      )}
      {attaching && <AttachSheet entry={attaching} onClose={() => setAttaching(undefined)} />}
      {reversing && <ReverseSheet entry={reversing} onClose={() => setReversing(undefined)} />}
    </Card>
  )
}

interface EntrySheetProps {
  entry: Entry
  onClose(): void
}

function AttachSheet({ entry, onClose }: EntrySheetProps) {
  const vouchers = useVouchers()
  const { act, busy, error } = useAct('accounts.attachVouchers', { refreshes: ACCOUNT_READS })
  const attach = async () => {
    const reply = await act({ entryId: entry.entryId, vouchers: vouchers.ready })
    if (reply.ok) onClose()
  }
  return (
    <Sheet open title={`补凭证：${entry.words}`} onClose={onClose}>
      <View className="draft-in">
        <VoucherPicker vouchers={vouchers} max={ACCOUNT_LIMITS.vouchersMax} hint="发票、收据或银行回单都可以。" />
        {error && <View className="note due">{error.message}</View>}
        <Button
          disabled={vouchers.ready.length === 0}
          busy={(busy && '正在补…') || (!vouchers.allThere && '凭证正在传…')}
          onTap={() => void attach()}
        >
          补上
        </Button>
      </View>
    </Sheet>
  )
}

function ReverseSheet({ entry, onClose }: EntrySheetProps) {
  const [reason, setReason] = useState('')
  const { act, busy, error } = useAct('accounts.reverseEntry', { refreshes: ACCOUNT_READS })
  const reverse = async () => {
    const reply = await act({ entryId: entry.entryId, reason: reason.trim() })
    if (reply.ok) onClose()
  }
  return (
    <Confirm
      open
      title={`冲销：${entry.words}`}
      note="会记一笔相反的账，两笔都留着。自己记的要由另一位来冲销。"
      yes="冲销"
      no="不冲销"
      busy={busy && '正在冲销…'}
      onYes={() => void reverse()}
      onClose={onClose}
    >
      <Field
        icon="pencil"
        label="原因"
        value={reason}
        placeholder="例如 金额抄错了"
        problem={error?.details?.fields?.[0]?.message ?? error?.message}
        maxLength={ACCOUNT_LIMITS.reasonMax}
        onChange={setReason}
      />
    </Confirm>
  )
}
