import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Field } from '../../components/field'
import { Segmented } from '../../components/segmented'
import type { ApplyDraft } from './apply-draft'
import { HOUSE_ROLE_CHOICES } from './people-words'
import './people.scss'

interface ApplyFieldsProps {
  draft: ApplyDraft
  problems: Partial<Record<string, string>>
  onWrite(change: Partial<ApplyDraft>): void
}

/** The door in its three parts, then who one is. */
export function ApplyFields({ draft, problems, onWrite }: ApplyFieldsProps) {
  return (
    <>
      <Card flush>
        <View className="door-parts">
          <Field
            icon="building-2"
            label="几栋"
            value={draft.building}
            placeholder="如 3"
            problem={problems.building}
            onChange={(building) => onWrite({ building })}
          />
          <Field
            icon="door-open"
            label="几单元"
            value={draft.stair}
            placeholder="如 2"
            problem={problems.stair}
            onChange={(stair) => onWrite({ stair })}
          />
          <Field
            icon="house"
            label="室号"
            value={draft.room}
            placeholder="如 1801"
            problem={problems.room}
            onChange={(room) => onWrite({ room })}
          />
        </View>
      </Card>
      <Segmented
        label="您是这套房的"
        choices={HOUSE_ROLE_CHOICES}
        value={draft.role}
        onChoose={(role) => onWrite({ role })}
      />
      <Card flush>
        <Field
          icon="user-round"
          label="姓名"
          value={draft.name}
          placeholder="和房产或租赁合同上一样"
          problem={problems.name}
          onChange={(name) => onWrite({ name })}
        />
        <Field
          icon="phone"
          label="手机号"
          keyboard="number"
          value={draft.phone}
          placeholder="物业核对时会打给您"
          problem={problems.phone}
          onChange={(phone) => onWrite({ phone })}
        />
      </Card>
    </>
  )
}
