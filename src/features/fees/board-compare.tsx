import { View } from '@tarojs/components'
import { sayDate } from '../../../types/vocabulary/dates'
import { Card } from '../../components/card'
import { BoneRows, Failed } from '../../components/faces'
import { useCall } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'
import { ComparedTable } from './compared-table'
import { HomeDifference } from './home-difference'
import { BoardBasis } from './board-basis'
import { linkToPosted } from './board-reads'
import { serviceOf, type FeeItem, type VersionLine } from './board-words'

interface BoardCompareProps {
  communityId: string
  before: VersionLine
  after: VersionLine
  area100: number | undefined
}

/** What the later version changes, what stands behind it, and what it means for one's own home. */
export function BoardCompare({ communityId, before, after, area100 }: BoardCompareProps) {
  const { data, error, again } = useCall('fees.compareBoards', {
    communityId,
    before: before.boardId,
    after: after.boardId,
  })
  if (!data)
    return error ? <Failed what="两版的比较" error={error} onAgain={() => void again()} /> : <BoneRows count={2} />
  const basis = data.after.basis
  const prices = [data.items.flatMap((pair) => pair.before ?? []), data.items.flatMap((pair) => pair.after ?? [])].map(
    priceOf,
  )
  const [was, is] = prices
  return (
    <Card title={`第 ${after.version} 版 ${sayDate(after.effectiveFrom)}起执行`}>
      <View className="note sub num">{`${saidAt(data.after.postedAt)} 贴出，价格有变化要公示满一个月才能执行`}</View>
      <View className="mt4">
        <ComparedTable
          items={data.items}
          promises={data.promises}
          before={`第 ${before.version} 版`}
          after={`第 ${after.version} 版`}
        />
      </View>
      {area100 !== undefined && was !== undefined && is !== undefined && was !== is && (
        <HomeDifference area100={area100} was={was} is={is} />
      )}
      {basis && (
        <View className="mt4">
          <BoardBasis basis={basis} linkTo={(fileId) => linkToPosted(communityId, after.boardId, fileId)} />
        </View>
      )}
    </Card>
  )
}

/** The price of 物业服务费 by area, or undefined where it is charged in another way. */
function priceOf(items: readonly FeeItem[]): number | undefined {
  const service = serviceOf(items)
  return service?.kind === 'area' ? service.priceE4 : undefined
}
