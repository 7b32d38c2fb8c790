import { Card } from '../../components/card'
import { Field } from '../../components/field'
import { Segmented } from '../../components/segmented'
import type { ApplyDraft } from './apply-draft'
import { DoorFields } from './door-fields'
import { HOUSE_ROLE_CHOICES } from './people-words'

interface ApplyFieldsProps {
  draft: ApplyDraft
  problems: Partial<Record<string, string>>
  onWrite(change: Partial<ApplyDraft>): void
}

/** The door in its three parts, then who one is. */
export function ApplyFields({ draft, problems, onWrite }: ApplyFieldsProps) {
  return (
    <>
      <DoorFields door={draft} problems={problems} onWrite={onWrite} />
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
