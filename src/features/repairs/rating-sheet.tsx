import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  RATING_LIMITS,
  RATING_TAGS,
  RATING_TAG_IDS,
  STAR_WORDS,
  type RatingTag,
} from '../../../types/vocabulary/rating'
import { Button } from '../../components/button'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { Picks } from '../../components/picks'
import { Sheet } from '../../components/sheet'
import { StarInput } from '../../components/stars'
import { useAct } from '../../hooks/use-act'
import { REPAIR_READS } from './repair-reads'

export interface GivenRating {
  stars: number
  tags: readonly RatingTag[]
  words?: string | undefined
}

interface RatingSheetProps {
  repairId: string
  open: boolean
  /** What was given before, where it is changed. */
  before?: GivenRating | undefined
  onDone(sentence: string): void
  onClose(): void
}

/** What one to five stars say, in this order. */
export const WORDS_OF_STARS = [STAR_WORDS[1], STAR_WORDS[2], STAR_WORDS[3], STAR_WORDS[4], STAR_WORDS[5]] as const

/** From this many stars on nobody is asked what went wrong, and up to that many nobody what went well. */
const GOOD_FROM = 4
const BAD_UNTIL = 2

function tagsFor(stars: number): { value: RatingTag; word: string }[] {
  return RATING_TAG_IDS.filter((id) => (RATING_TAGS[id].good ? stars > BAD_UNTIL : stars < GOOD_FROM)).map((id) => ({
    value: id,
    word: RATING_TAGS[id].zh,
  }))
}

/** Stars first; what they are for follows from their number, and words only from whoever wants to say more. */
export function RatingSheet({ repairId, open, before, onDone, onClose }: RatingSheetProps) {
  const rate = useAct('ratings.rateRepair', { refreshes: REPAIR_READS })
  const change = useAct('ratings.changeRating', { refreshes: REPAIR_READS })
  const [stars, setStars] = useState(before?.stars)
  const [tags, setTags] = useState<readonly RatingTag[]>(before?.tags ?? [])
  const [words, setWords] = useState(before?.words ?? '')
  const { act, busy, error } = before ? change : rate
  const choices = stars === undefined ? [] : tagsFor(stars)
  // A tag that no longer fits the stars is no longer shown, and so no longer meant.
  const meant = tags.filter((tag) => choices.some(({ value }) => value === tag)).slice(0, RATING_LIMITS.tagsMax)
  const said = words.trim()
  const tooLong = [...said].length > RATING_LIMITS.wordsMax
  const send = async () => {
    if (stars === undefined || tooLong) return
    const reply = await act({ repairId, stars, tags: [...meant], ...(said && { words: said }) })
    if (!reply.ok) return
    onClose()
    onDone(before ? '评价改好了' : `评价收到了，${RATING_LIMITS.changedWithinDays} 天内可以改`)
  }
  return (
    <Sheet open={open} title={before ? '改评价' : '这次修得怎么样'} onClose={onClose}>
      {error && <Notice tone="due" icon="circle-alert" title="没能交上" note={error.message} />}
      <View className="mt3">
        <StarInput label="几颗星" words={WORDS_OF_STARS} value={stars} onChoose={setStars} />
      </View>
      {choices.length > 0 && (
        <View className="mt3">
          <Picks
            label="哪里好，哪里不好"
            of="several"
            choices={choices}
            chosen={meant}
            onPick={(tag) => setTags(meant.includes(tag) ? meant.filter((one) => one !== tag) : [...meant, tag])}
          />
        </View>
      )}
      {stars !== undefined && (
        <Field
          icon="pencil"
          label="想说的话（可以不写）"
          lines="several"
          value={words}
          placeholder="师傅和物业都看得到"
          problem={tooLong ? `最多 ${RATING_LIMITS.wordsMax} 个字，请删短一些` : undefined}
          onChange={setWords}
        />
      )}
      <View className="mt3">
        <Button disabled={stars === undefined} busy={busy && '正在交…'} onTap={() => void send()}>
          {stars === undefined ? '先点星星' : '交评价'}
        </Button>
      </View>
    </Sheet>
  )
}
