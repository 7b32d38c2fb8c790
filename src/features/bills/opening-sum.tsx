import { View } from '@tarojs/components'
import { sayDate } from '../../../types/vocabulary/dates'
import { Money } from '../../components/money'
import { periodWord, type Bill } from './bill-words'

/** What an import said was owed: each item with its days, and where it is from. There are no factors to show. */
export function OpeningSum({ openings }: Pick<Bill, 'openings'>) {
  const [first] = openings
  if (!first) return null
  return (
    <>
      {openings.map(({ itemName, from, to, amountFen }) => (
        <View key={`${itemName} ${from}`} className="between mt2">
          <View className="grow">
            <View className="t15 b">{itemName}</View>
            <View className="note sub num">{periodWord(from, to)}</View>
          </View>
          <Money amountFen={amountFen} size="l" />
        </View>
      ))}
      <View className="note sub num mt4">
        {`这是用这个小程序之前欠下的，照原来的账记：${sayDate(first.importedOn)}从《${first.fileName}》导入。那时怎么算的，请问物业要原来的账单；不对就在下面提出疑问。`}
      </View>
    </>
  )
}
