import { Text, View } from '@tarojs/components'
import { sayFee } from '../../../types/vocabulary/fee'
import { Card } from '../../components/card'
import { groupsOf, type FeeItem } from './board-words'
import './fee-rows.scss'

/** Every charge, by the moment at which one meets it. */
export function BoardItems({ items }: { items: readonly FeeItem[] }) {
  return (
    <Card flush>
      {groupsOf(items).map(({ group, zh, tag, items: fees }) => (
        <View key={group} className="fee-group">
          <View className="fee-g">
            <Text>{zh}</Text>
            {tag && <Text className="fee-tag">{tag}</Text>}
          </View>
          {fees.map((item) => (
            <FeeLine key={item.code} item={item} />
          ))}
        </View>
      ))}
    </Card>
  )
}

function FeeLine({ item }: { item: FeeItem }) {
  return (
    <View className="fee">
      <View className="grow">
        <View className="fee-t">{item.name}</View>
        {item.basisWords && <View className="fee-s num">{item.basisWords}</View>}
      </View>
      <View className="fee-p">
        <View className="fee-v num">{sayFee(item)}</View>
        <View className="fee-u">{item.unitWords}</View>
      </View>
    </View>
  )
}
