import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { Field } from '../../components/field'
import { Tap } from '../../components/tap'
import type { DraftProblems, RepairDraft } from './repair-draft'
import './repair-fields.scss'

interface RepairFieldsProps {
  houseLabel: string
  draft: RepairDraft
  problems: DraftProblems
  onWrite(change: Partial<RepairDraft>): void
}

export function RepairFields({ houseLabel, draft, problems, onWrite }: RepairFieldsProps) {
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
          {placesOf(houseLabel).map(({ word, place }) => (
            <Tap
              key={word}
              className={classes('pick', draft.place === place && 'pick-on')}
              onTap={() => onWrite({ place })}
            >
              {word}
            </Tap>
          ))}
        </View>
      </Field>
    </Card>
  )
}

/** The usual places, made from the label of the house; a stairwell is the label without the last number. */
function placesOf(houseLabel: string): { word: string; place: string }[] {
  const stair = houseLabel.replace(/\s*\S+$/, '').trim()
  const near = stair ? `${stair} ` : ''
  return [
    { word: '家里', place: `${houseLabel} 家里` },
    { word: '楼道', place: `${near}楼道` },
    { word: '电梯', place: `${near}电梯` },
    { word: '小区里', place: '小区里，' },
  ]
}
