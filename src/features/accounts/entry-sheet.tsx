import { View } from '@tarojs/components'
import { categoryWord, type EntryCategory, type EntryKind } from '../../../types/vocabulary/statement'
import { Button } from '../../components/button'
import { BoneRows, Failed } from '../../components/faces'
import { Sheet } from '../../components/sheet'
import { usePages } from '../../hooks/use-call'
import { EntryRow } from './entry-row'
import './accounts.scss'

/** Which entries somebody wants to see. */
export interface Opened {
  kind: EntryKind
  category: EntryCategory
}

interface EntrySheetProps {
  quarter: string
  isPublished: boolean
  opened: Opened | undefined
  onClose(): void
}

/** The entries behind a bar, each with its voucher. */
export function EntrySheet({ quarter, isPublished, opened, onClose }: EntrySheetProps) {
  return (
    <Sheet open={opened !== undefined} title={opened ? categoryWord(opened.category) : ''} onClose={onClose}>
      {opened && (
        <Entries key={`${opened.kind} ${opened.category}`} quarter={quarter} isPublished={isPublished} {...opened} />
      )}
    </Sheet>
  )
}

function Entries({ quarter, isPublished, kind, category }: Opened & { quarter: string; isPublished: boolean }) {
  const { data, error, again, more, loadMore, loadingMore } = usePages('accounts.listEntries', {
    quarter,
    kind,
    category,
  })
  if (!data) return error ? <Failed what="明细" error={error} onAgain={() => void again()} /> : <BoneRows count={2} />
  const entries = data.flatMap((page) => page.entries)
  return (
    <View className="acc-entries">
      {entries.length === 0 && <View className="t15 sub mt2">这一季没有到账的</View>}
      {entries.map((entry) => (
        <EntryRow key={`${entry.entryId} ${entry.place}`} entry={entry} isPublished={isPublished} />
      ))}
      {more && (
        <Button kind="plain" size="pill" busy={loadingMore && '正在打开…'} onTap={loadMore}>
          再看一些
        </Button>
      )}
    </View>
  )
}
