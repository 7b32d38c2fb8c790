import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { classes } from '../../components/classes'
import { Tap } from '../../components/tap'
import { useCall } from '../../hooks/use-call'
import { useTicking } from '../../hooks/use-ticking'
import { pressingPhrase } from './job-words'
import { RepairMoves } from './repair-moves'
import { RepairThumbs } from './repair-photos'
import { placeInHouse, standingOf, titleOf, type RepairCard } from './repair-words'
import './bench.scss'

interface TopJobProps {
  repair: RepairCard
  onDone(sentence: string): void
  onOpen(): void
}

/** The job to do now: what is past its time stands here before everything else. */
export function TopJob({ repair, onDone, onOpen }: TopJobProps) {
  const now = useTicking('minute')
  const whole = useCall('repairs.readRepair', { repairId: repair.repairId })
  const { big, small, late } = pressingPhrase(repair, now)
  const { word, tone } = standingOf(repair)
  const photo = whole.data?.photos.find(({ kind }) => kind === 'before')
  const title = titleOf(repair.description)
  return (
    <Card>
      <View className="between">
        <View className="line">
          <Chip tone={tone}>{word}</Chip>
          {repair.urgent && <Chip tone="due">急修</Chip>}
        </View>
        <View className="note mute num">{repair.number}</View>
      </View>
      <View className={classes('job-late num mt3', late && 'loss')}>{big}</View>
      <View className="note sub num">{small}</View>
      <View className="job-hr" />
      <View className="between top">
        <Tap className="grow" onTap={onOpen}>
          <View className="card-t">{title}</View>
          <View className="t15 sub num">{placeInHouse(repair)}</View>
          {title !== repair.description.trim() && <View className="note mute words mt1">{repair.description}</View>}
        </Tap>
        {photo && <RepairThumbs repairId={repair.repairId} fileIds={[photo.fileId]} label="报修的照片" />}
      </View>
      <View className="mt4">
        <RepairMoves repairId={repair.repairId} moves={repair.moves} onDone={onDone} />
      </View>
    </Card>
  )
}
