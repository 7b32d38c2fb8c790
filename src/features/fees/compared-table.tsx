import { Text, View } from '@tarojs/components'
import { ITEM_CHANGES } from '../../../types/vocabulary/fee-board'
import { classes } from '../../components/classes'
import { saySide, type Compared } from './board-words'
import './compared.scss'

interface ComparedTableProps {
  items: readonly Compared[]
  promises?: readonly { dimension: string; before?: string | undefined; after?: string | undefined }[]
  before: string
  after: string
}

/** Two versions side by side: only what differs, and a count of the rest. */
export function ComparedTable({ items, promises = [], before, after }: ComparedTableProps) {
  const changed = items.filter(({ change }) => change !== 'unchanged')
  const same = items.length - changed.length
  return (
    <View className="cmp">
      <View className="cmp-row cmp-head">
        <View className="cmp-k">{`变了 ${changed.length + promises.length} 项`}</View>
        <View className="cmp-c">{before}</View>
        <View className="cmp-c cmp-new">{after}</View>
      </View>
      {changed.map((pair) => (
        <ComparedRow key={`${pair.code}-${pair.change}`} pair={pair} />
      ))}
      {promises.map(({ dimension, before: was, after: is }) => (
        <View key={`${dimension}-${is ?? was ?? ''}`} className="cmp-row">
          <View className="cmp-k">{dimension}</View>
          <View className="cmp-c">{was ?? '—'}</View>
          <View className="cmp-c cmp-new">{is ?? '—'}</View>
        </View>
      ))}
      {same > 0 && (
        <View className="cmp-row">
          <View className="cmp-k">{`其余 ${same} 项`}</View>
          <View className="cmp-c">—</View>
          <View className="cmp-c mute">没变</View>
        </View>
      )}
    </View>
  )
}

function ComparedRow({ pair: { change, before, after } }: { pair: Compared }) {
  const shown = after ?? before
  return (
    <View className="cmp-row">
      <View className="cmp-k">
        <Text>{shown?.name ?? ''}</Text>
        <View className="note mute">{shown?.unitWords ?? ''}</View>
      </View>
      <View className="cmp-c num">{saySide(before)}</View>
      <View className={classes('cmp-c cmp-new num')}>
        {saySide(after)}
        <View className="note">{ITEM_CHANGES[change].zh}</View>
      </View>
    </View>
  )
}
