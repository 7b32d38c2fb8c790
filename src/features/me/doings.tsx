import type { Role } from '../../../types/vocabulary/roles'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import type { Seat } from '../../hooks/use-actor'
import { openPage } from '../../services/routes'

/** Who keeps people and offices, or reads the count of owners, and in which words. */
const PEOPLE: Partial<Record<Role, { title: string; note: string }>> = {
  clerk: { title: '人员', note: '绑定申请、住户、绑定码、员工' },
  manager: { title: '人员', note: '绑定申请、住户、绑定码、员工、业主人数' },
  neighbourhood: { title: '业主组织和任职', note: '登记业委会、监督人，看业主人数' },
  committee: { title: '业主人数和面积', note: '开会表决按这个数' },
  supervisor: { title: '业主人数和面积', note: '开会表决按这个数' },
}

/** What somebody in this seat does about people: one's own house, or everybody's. */
export function Doings({ seat }: { seat: Seat | undefined }) {
  if (!seat) return null
  const people = PEOPLE[seat.role]
  if (seat.houses.length === 0 && !people) return null
  return (
    <Card flush>
      {seat.houses.length > 0 && (
        <Row
          icon="house"
          tone="ok"
          title="我的房屋"
          note={seat.houses.length > 1 ? `${seat.houses.length} 套，看成员、加人` : '看成员、加家人或租户'}
          onTap={() => openPage('household', {})}
        />
      )}
      {people && (
        <Row icon="users" tone="ok" title={people.title} note={people.note} onTap={() => openPage('people', {})} />
      )}
    </Card>
  )
}
