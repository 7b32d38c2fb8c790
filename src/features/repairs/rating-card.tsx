import { View } from '@tarojs/components'
import { RATING_TAGS } from '../../../types/vocabulary/rating'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { Stars } from '../../components/stars'
import { saidAt } from '../../services/clock'
import { WORDS_OF_STARS } from './rating-sheet'
import type { Repair } from './repair-words'

/** What its reporter said of the repair. */
export function RatingCard({ rating }: { rating: NonNullable<Repair['rating']> }) {
  return (
    <Card title="评价">
      <View className="between mt2">
        <View className="line">
          <Stars value={rating.stars} />
          <View className="med">{WORDS_OF_STARS[rating.stars - 1]}</View>
        </View>
        <View className="note mute num">{saidAt(rating.ratedAt)}</View>
      </View>
      {rating.tags.length > 0 && (
        <View className="repair-tags mt3">
          {rating.tags.map((tag) => (
            <Chip key={tag}>{RATING_TAGS[tag].zh}</Chip>
          ))}
        </View>
      )}
      {rating.words && <View className="t15 words mt3">{rating.words}</View>}
    </Card>
  )
}
