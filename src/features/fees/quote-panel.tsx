import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayArea } from '../../../types/vocabulary/money'
import { Card, Section } from '../../components/card'
import { Field } from '../../components/field'
import { PickChips } from '../../components/pick-chips'
import { Segmented } from '../../components/segmented'
import { useCall } from '../../hooks/use-call'
import { useSettled } from '../../hooks/use-settled'
import { now } from '../../services/clock'
import type { Board } from './board-words'
import { gradePrices, sayGradePrice, sayWhence, type GradePrice } from './grade-prices'
import { QUOTE_MONTHS, quoteInput, quoteProblems, type QuoteDraft, type QuoteMonths } from './quote-draft'
import { QuoteResult } from './quote-result'

const PERIODS = Object.entries(QUOTE_MONTHS).map(([value, word]) => ({ value, word }))

interface QuotePanelProps {
  /** Whose board the price is taken from, where there is one. */
  communityId: string | undefined
  /** One's own house; nobody else's is filled in. */
  area100: number | undefined
}

/** 费用试算: an area, a grade with its price and a time, worked out as a bill would. */
export function QuotePanel({ communityId, area100 }: QuotePanelProps) {
  const [typed, setTyped] = useState<Partial<QuoteDraft>>({})
  const board = useCall('fees.readBoard', { communityId: communityId ?? '' }, { enabled: communityId !== undefined })
    .data?.board
  const grades = board ? gradePrices(board) : []
  const draft: QuoteDraft = {
    area: typed.area ?? (area100 === undefined ? '' : sayArea(area100)),
    price: typed.price ?? grades.find(({ own }) => own)?.price ?? '',
    months: typed.months ?? 1,
  }
  const settled = useSettled(JSON.stringify(draft))
  const asked = quoteInput(JSON.parse(settled) as QuoteDraft, now()) // our own text, made one line above
  const problems = quoteProblems(draft)
  const shown = (field: 'area' | 'price') => (draft[field] === '' ? undefined : problems[field])
  return (
    <>
      {board && grades.length > 0 && (
        <GradePicks
          board={board}
          grades={grades}
          price={draft.price}
          onPick={(price) => setTyped({ ...typed, price })}
        />
      )}
      <Card flush>
        <Field
          icon="house"
          label="面积（平方米）"
          value={draft.area}
          placeholder="房产证上的面积，比如 89.50"
          problem={shown('area')}
          onChange={(area) => setTyped({ ...typed, area })}
        />
        <Field
          icon="tag"
          label="单价（元 / 平方米 · 月）"
          value={draft.price}
          placeholder="比如 1.35"
          problem={shown('price')}
          onChange={(price) => setTyped({ ...typed, price })}
        />
      </Card>
      <Segmented
        label="算多久"
        choices={PERIODS}
        value={String(draft.months)}
        onChoose={(months) => setTyped({ ...typed, months: Number(months) as QuoteMonths })}
      />
      {asked ? <QuoteResult input={asked} /> : <Section title="填好面积和单价，马上算" />}
    </>
  )
}

interface GradePicksProps {
  board: Board
  grades: readonly GradePrice[]
  price: string
  onPick(price: string): void
}

/** One's own grade at the price of the board in force, then what the city's guide price says of the others. */
function GradePicks({ board, grades, price, onPick }: GradePicksProps) {
  const choices = grades.map((grade) => ({ value: grade.price, word: sayGradePrice(grade) }))
  return (
    <Card>
      <PickChips label="选一个等级的单价，或在下面自己填" choices={choices} value={price} onPick={onPick} />
      <View className="note mute num">{sayWhence(board, grades)}</View>
    </Card>
  )
}
