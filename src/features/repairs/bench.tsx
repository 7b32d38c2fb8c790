import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Bone, BoneRows, Failed, LastKnown, Loading } from '../../components/faces'
import { Hello } from '../../components/hello'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { usePages } from '../../hooks/use-call'
import { useTicking } from '../../hooks/use-ticking'
import { openPage } from '../../services/routes'
import { DirectButton, isDirect } from './direct-move'
import { JobRow } from './job-row'
import { byDay } from './job-words'
import { ASKS } from './move-asks'
import { titleOf, type RepairCard } from './repair-words'
import { SaySheet, useSay } from './say-sheet'
import { TopJob } from './top-job'

/** The technician's own jobs, the most pressing on top, and below them what anyone may take. */
export function Bench({ hello, everyMs }: { hello: string; everyMs: number | undefined }) {
  const tasks = usePages('repairs.listRepairs', { filter: 'tasks' }, { everyMs })
  const [done, setDone] = useState<string>()
  const mine = tasks.data?.flatMap((page) => page.repairs)
  const [first, ...others] = mine ?? []
  const again = () => void tasks.again()
  return (
    <>
      <Hello title={mine && first ? `${mine.length} 单，先做这一单` : hello} />
      {tasks.knownAt !== undefined && <LastKnown at={tasks.knownAt} onAgain={again} />}
      {done && <Notice tone="ok" icon="check" title={done} />}
      {!mine && (tasks.error ? <Failed what="我的工单" error={tasks.error} onAgain={again} /> : <BenchBones />)}
      {mine?.length === 0 && (
        <Card flush>
          <Row icon="check" tone="ok" title="手上没有工单" note="派给您的、您接下的，都在这里" />
        </Card>
      )}
      {first && <TopJob key={first.repairId} repair={first} onDone={setDone} onOpen={() => openJob(first)} />}
      <JobsByDay repairs={others} onDone={setDone} />
      <OpenPool everyMs={everyMs} onDone={setDone} />
    </>
  )
}

const openJob = ({ repairId }: RepairCard) => openPage('repair', { repairId })

interface JobsProps {
  repairs: readonly RepairCard[]
  onDone(sentence: string): void
}

function JobsByDay({ repairs, onDone }: JobsProps) {
  const now = useTicking('minute')
  return (
    <>
      {byDay(repairs, now).map(({ day, repairs: some }) => (
        <View key={day} className="grid">
          <Section title={day} note={`${some.length} 单`} />
          <Jobs repairs={some} onDone={onDone} />
        </View>
      ))}
    </>
  )
}

/** What nobody has: whoever taps first has it. */
function OpenPool({ everyMs, onDone }: { everyMs: number | undefined; onDone(sentence: string): void }) {
  const pool = usePages('repairs.listRepairs', { filter: 'unassigned' }, { everyMs })
  const repairs = pool.data?.flatMap((page) => page.repairs) ?? []
  return (
    <View className="grid">
      <Section title="可以抢的单" note={repairs.length > 0 ? `${repairs.length} 单` : undefined} />
      {!pool.data && pool.error && <Failed what="可以抢的单" error={pool.error} onAgain={() => void pool.again()} />}
      {!pool.data && !pool.error && <BoneRows count={2} />}
      {pool.data && repairs.length === 0 && (
        <Card flush>
          <Row icon="hand" title="没有等人接的单" note="受理了还没派人的，谁先接就是谁的" />
        </Card>
      )}
      {repairs.length > 0 && <Jobs repairs={repairs} onDone={onDone} />}
      {pool.more && (
        <Button kind="ghost" busy={pool.loadingMore && '正在打开…'} onTap={pool.loadMore}>
          看更多
        </Button>
      )}
    </View>
  )
}

function Jobs({ repairs, onDone }: JobsProps) {
  const now = useTicking('minute')
  const [refused, setRefused] = useState<string>()
  return (
    <>
      {refused && <Notice tone="due" icon="circle-alert" title="没能办成" note={refused} />}
      <Card flush>
        {repairs.map((repair) => (
          <JobRow
            key={repair.repairId}
            repair={repair}
            now={now}
            action={<NextAct repair={repair} onDone={onDone} onRefused={setRefused} />}
            onOpen={() => openJob(repair)}
          />
        ))}
      </Card>
    </>
  )
}

const NEXT = ['take', 'arrive', 'start', 'finish'] as const

interface NextActProps {
  repair: RepairCard
  onDone(sentence: string): void
  onRefused(message: string): void
}

/** The one act of a job; whatever else may be done stands behind a tap on the job itself. */
function NextAct({ repair, onDone, onRefused }: NextActProps) {
  const { repairId, moves, description } = repair
  const next = NEXT.map((wanted) => moves.find(({ act }) => act === wanted)).find((move) => move !== undefined)
  if (!next) return null
  const label = `${next.does} ${titleOf(description)}`
  if (!isDirect(next.act)) return <FinishAct repairId={repairId} does={next.does} label={label} onDone={onDone} />
  return (
    <DirectButton
      repairId={repairId}
      act={next.act}
      does={next.does}
      kind="soft"
      size="act"
      label={label}
      onDone={onDone}
      onRefused={onRefused}
    />
  )
}

interface FinishActProps {
  repairId: string
  does: string
  label: string
  onDone(sentence: string): void
}

/** Finishing needs a photo and words, so its button opens a sheet. */
function FinishAct({ repairId, does, label, onDone }: FinishActProps) {
  const finishing = useSay(
    'repairs.finishRepair',
    ({ words, photoIds }) => ({ repairId, work: words, photoIds }),
    () => onDone('交上去了，等报修的人确认'),
  )
  return (
    <>
      <Button kind="soft" size="act" label={label} onTap={finishing.open}>
        {does}
      </Button>
      <SaySheet ask={ASKS.finish} saying={finishing} />
    </>
  )
}

function BenchBones() {
  return (
    <Loading what="我的工单">
      <View className="card">
        <Bone size="s" width={30} />
        <Bone size="l" width={56} />
        <Bone size="s" width={42} />
      </View>
      <BoneRows count={3} />
    </Loading>
  )
}
