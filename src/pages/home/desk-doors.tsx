import type { Role } from '../../../types/vocabulary/roles'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { desksOf } from '../../features/desk/desks'
import { openPage } from '../../services/routes'

/** The desks beside the orders, for those who work at them. */
export function DeskDoors({ role }: { role: Role }) {
  const doors = desksOf(role).filter(({ inRailAlone }) => !inRailAlone)
  if (doors.length === 0) return null
  return (
    <Card flush>
      {doors.map(({ icon, title, note, route }) => (
        <Row
          key={title}
          icon={icon}
          title={title}
          note={typeof note === 'string' ? note : note[role]}
          onTap={() => openPage(route, {})}
        />
      ))}
    </Card>
  )
}
