import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayArea, sayPrice } from '../../../types/vocabulary/money'
import { Card, Section } from '../../components/card'
import { Field } from '../../components/field'
import { Segmented } from '../../components/segmented'
import { useCall } from '../../hooks/use-call'
import { useSettled } from '../../hooks/use-settled'
import { now } from '../../services/clock'
import { serviceOf } from './board-words'
import { QUOTE_MONTHS, quoteInput, quoteProblems, type QuoteDraft, type QuoteMonths } from './quote-draft'
import { QuoteResult } from './quote-result'

const PERIODS = Object.entries(QUOTE_MONTHS).map(([value, word]) => ({ value, word }))

interface QuotePanelProps {
  /** Whose board the price is taken from, where there is one. */
  communityId: string | undefined
  /** One's own house; nobody else's is filled in. */
  area100: number | undefined
}

/** 费用试算: an area, a price and a time, worked out as a bill would. */
export function QuotePanel({ communityId, area100 }: QuotePanelProps) {
  const [typed, setTyped] = useState<Partial<QuoteDraft>>({})
  const board = useCall('fees.readBoard', { communityId: communityId ?? '' }, { enabled: communityId !== undefined })
    .data?.board
  const service = board && serviceOf(board.items)
  const known = service?.kind === 'area' ? sayPrice(service.priceE4) : ''
  const draft: QuoteDraft = {
    area: typed.area ?? (area100 === undefined ? '' : sayArea(area100)),
    price: typed.price ?? known,
    months: typed.months ?? 1,
  }
  const settled = useSettled(JSON.stringify(draft))
  const asked = quoteInput(JSON.parse(settled) as QuoteDraft, now()) // our own text, made one line above
  const problems = quoteProblems(draft)
  const shown = (field: 'area' | 'price') => (draft[field] === '' ? undefined : problems[field])
  return (
    <>
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
      {board && known && (
        <View className="note mute quote-from num">{`${board.grade.code}的单价 ${known} 元，来自小区现行的第 ${board.version} 版公示；改成别的也能算。`}</View>
      )}
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
