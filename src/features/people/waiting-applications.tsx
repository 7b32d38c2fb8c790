import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { usePages } from '../../hooks/use-call'
import { openPage } from '../../services/routes'

/** At the desk: that somebody waits to be bound. Nothing at all when nobody does. */
export function WaitingApplications() {
  const waiting = usePages('members.listApplications', { filter: 'waiting' }).data?.[0]?.waiting ?? 0
  if (waiting === 0) return null
  return (
    <Card flush>
      <Row
        icon="users"
        tone="due"
        title={`${waiting} 份绑定申请等您核对`}
        note="登记业主写在旁边，对一对再通过"
        onTap={() => openPage('people', {})}
      />
    </Card>
  )
}
