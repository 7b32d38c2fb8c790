import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { categoryOf } from '../../../types/vocabulary/repair-category'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { Bone, Failed, LastKnown, Loading } from '../../components/faces'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Timeline } from '../../components/timeline'
import { useCall } from '../../hooks/use-call'
import { dial } from '../../services/phone'
import { NowCard } from './now-card'
import { PromiseCard } from './promise-card'
import { RatingCard } from './rating-card'
import { RepairClocks } from './repair-clocks'
import { RepairThumbs } from './repair-photos'
import { happeningsOf, placeOf, standingOf, titleOf, type Repair } from './repair-words'
import './repair-view.scss'

/** One order: what happens now, what was promised, where, what happened, and what this person may do. */
export function RepairView({ repairId }: { repairId: string }) {
  const { data, error, knownAt, again } = useCall('repairs.readRepair', { repairId })
  const [done, setDone] = useState<string>()
  if (!data) return error ? <Failed what="这次报修" error={error} onAgain={() => void again()} /> : <RepairBones />
  const runs = data.due && data.clocks.find(({ clock }) => clock === data.due?.clock)
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      {done && <Notice tone="ok" icon="check" title={done} />}
      <RepairHead repair={data} />
      {runs && <PromiseCard promise={runs} />}
      <NowCard repair={data} onDone={setDone} />
      {data.rating && <RatingCard rating={data.rating} />}
      <RepairClocks repair={data} />
      <Card flush>
        <Where repair={data} />
      </Card>
      <Card title="经过">
        <View className="mt4">
          <Timeline happenings={happeningsWithPhotos(data)} />
        </View>
      </Card>
    </>
  )
}

function RepairHead({ repair }: { repair: Repair }) {
  const { word, tone } = standingOf(repair)
  return (
    <View className="hello">
      <View className="repair-head">
        <View className="head-t words grow">{titleOf(repair.description)}</View>
        <Chip tone={tone}>{word}</Chip>
      </View>
      <View className="note mute num mt1">
        <Text className="whole">{repair.number}</Text>
        <Text>{' · '}</Text>
        <Text className="whole">
          {repair.urgent ? `急修 ${categoryOf(repair.category).zh}` : categoryOf(repair.category).zh}
        </Text>
        {repair.reopened > 0 && <Text className="whole">{` · 返工 ${repair.reopened} 次`}</Text>}
      </View>
    </View>
  )
}

/** The words are repeated only where the title had to cut them. */
function Where({ repair }: { repair: Repair }) {
  const whole = repair.description.trim()
  const { phone, name } = repair.reporter ?? {}
  return (
    <>
      {titleOf(whole) !== whole && <View className="words repair-words">{whole}</View>}
      <Row icon="map-pin" title={placeOf(repair)} note={repair.houseLabel} />
      {phone && (
        <Row
          icon="phone"
          tone="ok"
          title={`打给${name ?? '报修的人'}`}
          note={phone}
          label={`打电话给${name ?? '报修的人'}，${phone}`}
          onTap={() => dial(phone)}
        />
      )}
    </>
  )
}

/** Each moment with the photos that were taken at it. */
function happeningsWithPhotos(repair: Repair) {
  const photosOf = new Map(repair.events.map(({ eventId, photoIds }) => [eventId, photoIds]))
  return happeningsOf(repair).map((happening) => {
    const fileIds = photosOf.get(happening.key) ?? []
    if (fileIds.length === 0) return happening
    const more = <RepairThumbs repairId={repair.repairId} fileIds={fileIds} label={`${happening.title}的照片`} />
    return { ...happening, more }
  })
}

function RepairBones() {
  return (
    <Loading what="报修进度">
      <View className="hello">
        <Bone size="l" width={64} />
        <Bone size="s" width={42} />
      </View>
      <View className="card">
        <Bone width={70} />
        <Bone size="s" width={48} />
      </View>
      <View className="card">
        <Bone width={22} />
        <Bone size="s" width={80} />
        <Bone size="s" width={56} />
      </View>
    </Loading>
  )
}
