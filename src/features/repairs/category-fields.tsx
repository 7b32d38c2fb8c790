import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  MENDERS,
  REPAIR_CATEGORIES,
  REPAIR_CATEGORY_IDS,
  REPAIR_GROUPS,
  REPAIR_GROUP_IDS,
  UNSAID_CATEGORY,
  categoryOf,
  type RepairCategory,
  type RepairGroup,
} from '../../../types/vocabulary/repair-category'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { Picks } from '../../components/picks'
import { Segmented } from '../../components/segmented'
import type { RepairDraft } from './repair-draft'
import './repair-fields.scss'

const GROUPS = REPAIR_GROUP_IDS.map((value) => ({ value, word: REPAIR_GROUPS[value].zh }))

/** More than these stand behind 更多, with the one that was chosen always in sight. */
const SHOWN_MAX = 7

const MORE = 'more'

const choicesOf = (group: RepairGroup) =>
  REPAIR_CATEGORY_IDS.filter((id) => REPAIR_CATEGORIES[id].group === group && id !== UNSAID_CATEGORY).map((value) => ({
    value,
    word: REPAIR_CATEGORIES[value].zh,
  }))

const AT_HOME = '家里'

/** Who says that it is at home has said the place, as long as nobody writes a better one; taken back, it goes again. */
function placeAfter({ place }: RepairDraft, group: RepairGroup): string {
  if (group === 'home') return place.trim() === '' ? AT_HOME : place
  return place === AT_HOME ? '' : place
}

interface CategoryFieldsProps {
  draft: RepairDraft
  problem: string | undefined
  onWrite(change: Partial<RepairDraft>): void
}

/** Three doors, then what is broken. Only an emergency has to be named; whoever does not know leaves it open. */
export function CategoryFields({ draft, problem, onWrite }: CategoryFieldsProps) {
  const [all, setAll] = useState(false)
  const choices = choicesOf(draft.group)
  const isLong = !all && choices.length > SHOWN_MAX + 1
  const shown = isLong
    ? choices.filter(({ value }, place) => place < SHOWN_MAX - 1 || value === draft.category)
    : choices
  const pick = (value: RepairCategory | typeof MORE) => {
    if (value === MORE) setAll(true)
    else onWrite({ category: value === draft.category ? undefined : value })
  }
  return (
    <Card>
      <Segmented
        label="坏在哪一类"
        choices={GROUPS}
        value={draft.group}
        onChoose={(group) => {
          if (group !== draft.group) onWrite({ group, category: undefined, place: placeAfter(draft, group) })
        }}
      />
      <View className="mt3">
        <Picks
          label="坏的是什么"
          choices={isLong ? [...shown, { value: MORE, word: '更多' }] : shown}
          chosen={draft.category ? [draft.category] : []}
          onPick={pick}
        />
      </View>
      {problem && <View className="repair-problem">{problem}</View>}
    </Card>
  )
}

/** Who mends it and why, as soon as it is known what is broken. */
export function MenderCard({ category }: { category: RepairCategory }) {
  const { mender, why, urgent } = categoryOf(category)
  return (
    <Card>
      <View className="between top">
        <View className="grow">
          <View className="note mute">谁来修</View>
          <View className="promise-t mt1">{MENDERS[mender].says}</View>
        </View>
        {urgent && <Chip tone="due">急修</Chip>}
      </View>
      <View className="t15 sub mt1">{`${why}。`}</View>
    </Card>
  )
}
