import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Field } from '../../components/field'
import './people.scss'

export interface Door {
  building: string
  stair: string
  room: string
}

interface DoorFieldsProps {
  door: Door
  problems: Partial<Record<string, string>>
  onWrite(change: Partial<Door>): void
}

/** An address in its three parts. */
export function DoorFields({ door, problems, onWrite }: DoorFieldsProps) {
  return (
    <Card flush>
      <View className="door-parts">
        <Field
          icon="building-2"
          label="几栋"
          value={door.building}
          placeholder="如 3"
          problem={problems.building}
          onChange={(building) => onWrite({ building })}
        />
        <Field
          icon="door-open"
          label="几单元"
          value={door.stair}
          placeholder="如 2"
          problem={problems.stair}
          onChange={(stair) => onWrite({ stair })}
        />
        <Field
          icon="house"
          label="室号"
          value={door.room}
          placeholder="如 1801"
          problem={problems.room}
          onChange={(room) => onWrite({ room })}
        />
      </View>
    </Card>
  )
}
