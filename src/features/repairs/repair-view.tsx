import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { REPAIR_STATES } from '../../../types/vocabulary/repair'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { Bone, Failed, LastKnown, Loading } from '../../components/faces'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Timeline } from '../../components/timeline'
import { useCall } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'
import { RepairMoves } from './repair-moves'
import { happeningsOf, placeOf, titleOf, toneOf, waitingFor, type Repair } from './repair-words'
import './repair-view.scss'

/** One order: what, where, how it stands, what happened, and what this person may do. */
export function RepairView({ repairId }: { repairId: string }) {
  const { data, error, knownAt, again } = useCall('repairs.readRepair', { repairId })
  const [done, setDone] = useState<string>()
  if (!data) return error ? <Failed what="这次报修" error={error} onAgain={() => void again()} /> : <RepairBones />
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      {done && <Notice tone="ok" icon="check" title={done} />}
      <RepairHead repair={data} />
      <Card flush>
        <Where repair={data} />
      </Card>
      <Card title="经过">
        <View className="mt4">
          <Timeline happenings={happeningsOf(data)} />
        </View>
      </Card>
      <RepairMoves repairId={repairId} moves={data.moves} onDone={setDone} />
    </>
  )
}

function RepairHead({ repair }: { repair: Repair }) {
  return (
    <View className="hello">
      <View className="repair-head">
        <View className="head-t words grow">{titleOf(repair.description)}</View>
        <Chip tone={toneOf(repair)}>{REPAIR_STATES[repair.state].zh}</Chip>
      </View>
      <View className="note mute num mt1">
        <Text className="whole">{repair.number}</Text>
        <Text>{' · '}</Text>
        <Text className="whole">{saidAt(repair.filedAt)}</Text>
      </View>
    </View>
  )
}

/** The words are repeated only where the title had to cut them. */
function Where({ repair }: { repair: Repair }) {
  const whole = repair.description.trim()
  return (
    <>
      {titleOf(whole) !== whole && <View className="words repair-words">{whole}</View>}
      <Row icon="map-pin" title={placeOf(repair)} note={repair.houseLabel} />
      <Row icon="clipboard-list" title={waitingFor(repair.state)} note={nextOf(repair)} />
    </>
  )
}

function nextOf({ state, events }: Repair): string {
  const mine = events.some(({ act, mine: did }) => act === 'file' && did)
  if (state === 'submitted') return mine ? '受理了，消息里会告诉您' : '受理后，报修的人会收到消息'
  if (REPAIR_STATES[state].open) return '有新的进展，这里会写清时间'
  return '问题还在的话，可以再报一次'
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
