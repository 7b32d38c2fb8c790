import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sayYuan } from '../../../types/vocabulary/money'
import { Chip } from '../../components/chip'
import { Icon } from '../../components/icon'
import { Tap } from '../../components/tap'
import { useOpenFile } from '../../hooks/use-open-file'
import { type Entry, linkToVoucher } from './account-reads'
import { dayWord, quarterWord } from './account-words'
import './accounts.scss'

interface EntryRowProps {
  entry: Entry
  isPublished: boolean
  /** What whoever keeps the books may do with it. */
  children?: ReactNode
}

/** One entry: what, when, how much, and its vouchers to open. */
export function EntryRow({ entry, isPublished, children }: EntryRowProps) {
  const { open, busy, problem } = useOpenFile()
  const { entryId, vouchers, amountFen } = entry
  return (
    <View className="acc-entry">
      <View className="between base">
        <View className="grow words">{entry.words}</View>
        <View className="b num">{amountFen < 0 ? `冲销 ${sayYuan(amountFen)}` : sayYuan(amountFen)}</View>
      </View>
      <View className="note sub num">{`${dayWord(entry.bookedOn)} · 第 ${entry.seq} 笔`}</View>
      {entry.correctsQuarter !== undefined && (
        <View className="note due">{`更正${quarterWord(entry.correctsQuarter)}`}</View>
      )}
      {entry.reversedBy !== undefined && <Chip tone="due">已冲销</Chip>}
      <View className="acc-vouchers">
        {vouchers.map(({ redactedFileId, late }, place) => (
          <Tap
            key={redactedFileId}
            className="acc-voucher"
            disabled={busy}
            label={`看凭证 ${place + 1}，${entry.words}`}
            onTap={() => open(() => linkToVoucher(entryId, redactedFileId, isPublished))}
          >
            <Icon name="file-text" />
            {`${vouchers.length > 1 ? `凭证 ${place + 1}` : '看凭证'}${late ? '（后补）' : ''}`}
          </Tap>
        ))}
        {vouchers.length === 0 && entry.voucherMissing && <Chip tone="due">缺凭证</Chip>}
        {children}
      </View>
      {problem && <View className="note due">{problem}</View>}
    </View>
  )
}
