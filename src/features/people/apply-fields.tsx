import { Card } from '../../components/card'
import { Fields, type FormLine } from '../../components/fields'
import { Segmented } from '../../components/segmented'
import type { ApplyDraft } from './apply-draft'
import { DoorFields } from './door-fields'
import { HOUSE_ROLE_CHOICES } from './people-words'

const PERSON: readonly FormLine<'name' | 'phone'>[] = [
  { key: 'name', icon: 'user-round', label: '姓名', placeholder: '和房产或租赁合同上一样' },
  { key: 'phone', icon: 'phone', label: '手机号', keyboard: 'number', placeholder: '物业核对时会打给您' },
]

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
        <Fields lines={PERSON} values={draft} problems={problems} onWrite={onWrite} />
      </Card>
    </>
  )
}
