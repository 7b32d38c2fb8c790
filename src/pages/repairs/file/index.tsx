import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../../types/contracts'
import { Button } from '../../../components/button'
import { Choices } from '../../../components/choices'
import { BoneRows, Failed, Loading } from '../../../components/faces'
import { Icon } from '../../../components/icon'
import { Bar, Page } from '../../../components/page'
import { Tap } from '../../../components/tap'
import { FiledFace } from '../../../features/repairs/filed-face'
import { FormProblem, isOnlyUnfinished } from '../../../features/repairs/form-problem'
import { NotBound } from '../../../features/repairs/not-bound'
import {
  problemsOf,
  useRepairDraft,
  type DraftProblems,
  type RepairDraft,
} from '../../../features/repairs/repair-draft'
import { RepairFields } from '../../../features/repairs/repair-fields'
import { REPAIR_READS } from '../../../features/repairs/repair-reads'
import { placeInHouse } from '../../../features/repairs/repair-words'
import { useAct } from '../../../hooks/use-act'
import { useActor, type Seat } from '../../../hooks/use-actor'
import { useCall } from '../../../hooks/use-call'
import { now } from '../../../services/clock'
import { dial } from '../../../services/phone'
import { openPage, replacePage } from '../../../services/routes'

type Filed = Output<'repairs.fileRepair'> & { place: string; at: string }

export default function FileRepairPage() {
  const actor = useActor()
  const [filed, setFiled] = useState<Filed>()
  if (filed) return <FiledPage filed={filed} />
  if (actor.seat && actor.seat.houses.length > 0) return <FormPage seat={actor.seat} onFiled={setFiled} />
  return (
    <Page title="报修">
      {actor.data && <NotBound onBind={() => openPage('bind', {})} />}
      {!actor.data && actor.error && <Failed what="报修" error={actor.error} onAgain={() => void actor.again()} />}
      {!actor.data && !actor.error && (
        <Loading what="报修">
          <BoneRows count={2} />
        </Loading>
      )}
    </Page>
  )
}

function FormPage({ seat, onFiled }: { seat: Seat; onFiled(filed: Filed): void }) {
  const { draft, write, forget } = useRepairDraft()
  const house = seat.houses.find(({ houseId }) => houseId === draft.houseId) ?? seat.houses[0]
  const [tried, setTried] = useState(false)
  const { act, busy, error, forgetError } = useAct('repairs.fileRepair', {
    refreshes: REPAIR_READS,
    form: 'fileRepair',
  })
  const said = Object.fromEntries((error?.details?.fields ?? []).map(({ path, message }) => [path, message]))
  const problems: DraftProblems = tried ? { ...said, ...problemsOf(draft) } : {}

  const file = async () => {
    setTried(true)
    if (!house || Object.keys(problemsOf(draft)).length > 0) return
    const reply = await act({
      houseId: house.houseId,
      description: draft.description.trim(),
      place: draft.place.trim(),
    })
    if (!reply.ok) return
    forget()
    const place = placeInHouse({ houseLabel: house.label, place: draft.place.trim() })
    onFiled({ ...reply.data, place, at: now().toISOString() })
  }
  const change: typeof write = (words) => {
    if (error) forgetError()
    write(words)
  }
  return (
    <Page
      title="报修"
      foot={
        <Bar>
          <Button busy={busy && '正在报…'} onTap={() => void file()}>
            {wordFor(draft, problems)}
          </Button>
        </Bar>
      }
    >
      {tried && <FormProblem draft={draft} problems={problems} error={error} />}
      <CallFirst communityId={seat.communityId} />
      {seat.houses.length > 1 && house && (
        <Choices
          label="哪一套房"
          choices={seat.houses.map(({ houseId, label }) => ({ value: houseId, word: label }))}
          value={house.houseId}
          onChoose={(houseId) => change({ houseId })}
        />
      )}
      <RepairFields draft={draft} problems={problems} onWrite={change} />
    </Page>
  )
}

function wordFor(draft: RepairDraft, problems: DraftProblems): string {
  if (Object.keys(problems).length === 0) return '报上去'
  return isOnlyUnfinished(draft, problems) ? '补好再报' : '改好再报'
}

/** Nobody should write a form from a stuck lift: the call comes first. */
function CallFirst({ communityId }: { communityId: string }) {
  const { data } = useCall('members.readCommunity', { communityId })
  const [phone] = data?.phones ?? []
  if (!phone) return null
  return (
    <View className="urgent">
      <Text className="t15 sub">被困、漏气，先打电话</Text>
      <Tap className="urgent-a" label={`马上打给${phone.label}，${phone.number}`} onTap={() => dial(phone.number)}>
        <Icon name="phone" />
        马上打
      </Tap>
    </View>
  )
}

function FiledPage({ filed }: { filed: Filed }) {
  return (
    <Page
      title="报好了"
      foot={
        <Bar>
          <Button onTap={() => replacePage('repair', { repairId: filed.repairId })}>看进度</Button>
        </Bar>
      }
    >
      <FiledFace number={filed.number} place={filed.place} at={filed.at} />
    </Page>
  )
}
