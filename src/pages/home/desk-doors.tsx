import { View } from '@tarojs/components'
import type { Role } from '../../../types/vocabulary/roles'
import { Card } from '../../components/card'
import { Icon } from '../../components/icon'
import { Row } from '../../components/row'
import { Tap } from '../../components/tap'
import { desksOf, type Desk } from '../../features/desk/desks'
import { usePreferences } from '../../hooks/use-preferences'
import { openPage } from '../../services/routes'
import './desk-doors.scss'

interface DeskDoorsProps {
  role: Role
  /** Beside the orders, which come first, the doors take little room; big text has them in lines all the same. */
  small?: boolean
}

/** The desks beside the orders, for those who work at them. */
export function DeskDoors({ role, small = false }: DeskDoorsProps) {
  const { elder } = usePreferences()
  const doors = desksOf(role).filter(({ inRailAlone }) => !inRailAlone)
  if (doors.length === 0) return null
  const noteOf = ({ note }: Desk) => (typeof note === 'string' ? note : note[role])
  return (
    <Card flush>
      {small && !elder ? (
        <View className="desk-doors">
          {doors.map((door) => (
            <Tap
              key={door.title}
              className="desk-door"
              label={`${door.title}，${noteOf(door) ?? ''}`}
              onTap={() => openPage(door.route, {})}
            >
              <Icon name={door.icon} className="desk-door-i" />
              <View className="desk-door-w">{door.word}</View>
            </Tap>
          ))}
        </View>
      ) : (
        doors.map((door) => (
          <Row
            key={door.title}
            icon={door.icon}
            title={door.title}
            note={noteOf(door)}
            onTap={() => openPage(door.route, {})}
          />
        ))
      )}
    </Card>
  )
}
