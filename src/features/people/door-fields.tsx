import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Fields, type FormLine } from '../../components/fields'
import './people.scss'

export interface Door {
  building: string
  stair: string
  room: string
}

const LINES: readonly FormLine<keyof Door>[] = [
  { key: 'building', icon: 'building-2', label: '几栋', placeholder: '如 3' },
  { key: 'stair', icon: 'door-open', label: '几单元', placeholder: '如 2' },
  { key: 'room', icon: 'house', label: '室号', placeholder: '如 1801' },
]

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
        <Fields lines={LINES} values={door} problems={problems} onWrite={onWrite} />
      </View>
    </Card>
  )
}
