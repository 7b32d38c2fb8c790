import { View } from '@tarojs/components'
import { useState } from 'react'
import { END_REASONS } from '../../../types/vocabulary/binding'
import { ROLES } from '../../../types/vocabulary/roles'
import { Button } from '../../components/button'
import { Row } from '../../components/row'
import { Sheet } from '../../components/sheet'
import { afterHan, now, saidAt, sinceDay } from '../../services/clock'
import type { Resident } from './people-words'

interface ResidentRowsProps {
  people: readonly Resident[]
  onEnd(person: Resident): void
  onRebind(person: Resident): void
}

const isPast = ({ until }: Resident): boolean => until !== undefined && new Date(until) <= now()

/** People of one house; those of before stay below, in grey. */
export function ResidentRows({ people, onEnd, onRebind }: ResidentRowsProps) {
  const [picked, setPicked] = useState<Resident>()
  const choose = (work: (person: Resident) => void) => () => {
    if (picked) work(picked)
    setPicked(undefined)
  }
  if (people.length === 0) return <View className="t15 mute mt2">还没有人绑定</View>
  return (
    <>
      {people.map((person) => (
        <View key={person.bindingId}>
          <Row
            icon="user-round"
            tone={isPast(person) ? 'plain' : 'ok'}
            title={`${person.name || '住户'} · ${ROLES[person.role].zh}`}
            note={noteOf(person)}
            onTap={isPast(person) ? undefined : () => setPicked(person)}
          />
        </View>
      ))}
      <Sheet open={picked !== undefined} title={picked?.name ?? ''} onClose={() => setPicked(undefined)}>
        <View className="grid mt4">
          <Button kind="soft" onTap={choose(onRebind)}>
            换账号或手机号
          </Button>
          <Button kind="outlined" onTap={choose(onEnd)}>
            解除绑定
          </Button>
        </View>
      </Sheet>
    </>
  )
}

function noteOf(person: Resident): string {
  const phone = person.phone ? `${person.phone} · ` : ''
  if (person.until === undefined) return `${phone}${sinceDay(person.from)}`
  const why = person.endReason ? `，${END_REASONS[person.endReason].zh}` : ''
  return `${phone}${saidAt(person.from)} 到${afterHan(saidAt(person.until))}${why}`
}
