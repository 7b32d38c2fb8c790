import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { Field } from '../../components/field'
import { Tap } from '../../components/tap'
import type { DraftProblems, RepairDraft } from './repair-draft'
import './repair-fields.scss'

/** The order knows its house; a place never names it, so that whoever may not know the house does not read it here. */
const USUAL_PLACES = ['家里', '楼道', '电梯', '小区里'] as const

interface RepairFieldsProps {
  draft: RepairDraft
  problems: DraftProblems
  onWrite(change: Partial<RepairDraft>): void
}

export function RepairFields({ draft, problems, onWrite }: RepairFieldsProps) {
  return (
    <Card flush>
      <Field
        icon="pencil"
        label="怎么了"
        lines="several"
        value={draft.description}
        placeholder="比如：厨房水管漏水"
        problem={problems.description}
        onChange={(description) => onWrite({ description })}
      />
      <Field
        icon="map-pin"
        label="在哪里"
        value={draft.place}
        placeholder="比如：18 层走廊"
        problem={problems.place}
        onChange={(place) => onWrite({ place })}
      >
        <View className="picks">
          {USUAL_PLACES.map((place) => (
            <Tap
              key={place}
              className={classes('pick', draft.place === place && 'pick-on')}
              onTap={() => onWrite({ place })}
            >
              {place}
            </Tap>
          ))}
        </View>
      </Field>
    </Card>
  )
}
