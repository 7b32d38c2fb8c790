import { View } from '@tarojs/components'
import { sayScope } from '../../../types/vocabulary/announcement'
import { Card } from '../../components/card'
import { classes } from '../../components/classes'
import { Tap } from '../../components/tap'
import { aria } from '../../services/aria'
import '../../components/pick-chips.scss'

interface BuildingChoiceProps {
  all: readonly string[]
  /** None means all of them. */
  chosen: readonly string[]
  onChoose(buildings: string[]): void
}

/** Whom it is for: the whole community, or some of its buildings. */
export function BuildingChoice({ all, chosen, onChoose }: BuildingChoiceProps) {
  const turn = (building: string) =>
    onChoose(chosen.includes(building) ? chosen.filter((other) => other !== building) : [...chosen, building])
  return (
    <Card>
      <View className="chips" {...aria({ role: 'group', label: '告诉哪些楼的住户' })}>
        <View className="note mute chips-k">{`告诉哪些楼的住户：${sayScope(all.filter((it) => chosen.includes(it)))}`}</View>
        <Tap
          className={classes('chips-it', chosen.length === 0 && 'chips-on')}
          role="checkbox"
          checked={chosen.length === 0}
          onTap={() => onChoose([])}
        >
          全小区
        </Tap>
        {all.map((building) => (
          <Tap
            key={building}
            className={classes('chips-it', chosen.includes(building) && 'chips-on')}
            role="checkbox"
            checked={chosen.includes(building)}
            onTap={() => turn(building)}
          >
            {`${building} 栋`}
          </Tap>
        ))}
      </View>
    </Card>
  )
}
