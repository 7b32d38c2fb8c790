import type { RepairGroup } from '../../../types/vocabulary/repair-category'
import { Card } from '../../components/card'
import { Field } from '../../components/field'
import { Picks } from '../../components/picks'
import type { DraftProblems, RepairDraft } from './repair-draft'

/** The order knows its house; a place never names it, so that whoever may not know the house does not read it here. */
const USUAL_PLACES: Record<RepairGroup, readonly string[]> = {
  urgent: ['楼道', '电梯', '地库', '厨房', '卫生间'],
  common: ['楼道', '电梯', '地库', '小区里'],
  home: ['厨房', '卫生间', '客厅', '阳台'],
}

interface RepairFieldsProps {
  draft: RepairDraft
  problems: DraftProblems
  onWrite(change: Partial<RepairDraft>): void
}

export function RepairFields({ draft, problems, onWrite }: RepairFieldsProps) {
  return (
    <Card flush>
      <Field
        icon="map-pin"
        label="在哪里"
        value={draft.place}
        placeholder="比如：18 层走廊"
        problem={problems.place}
        onChange={(place) => onWrite({ place })}
      >
        <Picks
          label="常见的地方"
          choices={USUAL_PLACES[draft.group].map((place) => ({ value: place, word: place }))}
          chosen={[draft.place]}
          onPick={(place) => onWrite({ place })}
        />
      </Field>
      <Field
        icon="pencil"
        label="怎么了"
        lines="several"
        value={draft.description}
        placeholder="比如：厨房水管漏水"
        problem={problems.description}
        onChange={(description) => onWrite({ description })}
      />
    </Card>
  )
}
