import { RUN_STATES } from '../../../types/vocabulary/bill'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Empty, Failed } from '../../components/faces'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { now, saidAt } from '../../services/clock'
import { BILL_READS } from './bill-reads'
import { periodWord, type Run } from './bill-words'

/** While one is under way the list looks again this often, from whichever desk. */
const LOOK_AGAIN_MS = 3_000

const isUnderWay = ({ state }: Run): boolean => state === 'waiting' || state === 'billing'

/** The runs of the community: whoever left while one was under way finds it here, and one that was cut off goes on from here. */
export function RunList() {
  const known = useCall('bills.listRuns', {})
  const underWay = known.data?.runs.some(isUnderWay) ?? false
  const { data, error, again } = useCall('bills.listRuns', {}, { everyMs: underWay ? LOOK_AGAIN_MS : undefined })
  const { act, busy, error: refused } = useAct('bills.startRun', { refreshes: BILL_READS })
  if (!data)
    return error ? <Failed what="出账记录" error={error} onAgain={() => void again()} /> : <BoneRows count={2} />
  if (data.runs.length === 0)
    return <Empty icon="receipt-text" title="还没有出过账" note="选好哪一期，看过金额，再点出账。" />
  return (
    <>
      {refused && <Notice tone="due" icon="circle-alert" title="没能接着出" note={refused.message} />}
      <Card flush>
        {data.runs.map((run) => (
          <Row
            key={run.runId}
            title={periodWord(run.from, run.to)}
            note={noteOf(run)}
            end={
              run.state === 'unfinished' ? (
                <Button
                  kind="soft"
                  size="act"
                  label={`接着出${periodWord(run.from, run.to)}的账单`}
                  busy={busy && '正在出…'}
                  onTap={() => void act({ kind: run.kind, from: run.from, ...(run.items && { items: run.items }) })}
                >
                  接着出
                </Button>
              ) : (
                <Standing run={run} />
              )
            }
          />
        ))}
      </Card>
    </>
  )
}

function Standing({ run }: { run: Run }) {
  if (run.state === 'done') return <Money amountFen={run.amountFen} size="row" />
  const { zh, tone } = RUN_STATES[run.state]
  return <Chip tone={tone}>{zh}</Chip>
}

function noteOf(run: Run): string {
  const who = run.startedBy ? `${run.startedBy} ` : ''
  if (run.state === 'unfinished') return `${saidAt(run.askedAt)}中断了，一张也没有出，可以接着出`
  if (isUnderWay(run)) return `${who}${saidSince(run.askedAt)}，可以离开，出完这里会变`
  const out = run.warnings.reduce(
    (sum, { kind, count }) => sum + (kind === 'noArea' || kind === 'noPayer' || kind === 'noDeveloper' ? count : 0),
    0,
  )
  return [`${who}${saidAt(run.startedAt)}`, `${run.bills} 张`, ...(out > 0 ? [`${out} 处没出`] : [])].join(' · ')
}

/** `出了 12 秒`: a run is one piece of work, so only its time is honest. */
function saidSince(askedAt: string): string {
  const seconds = Math.max(Math.round((now().getTime() - Date.parse(askedAt)) / 1000), 0)
  return seconds < 60 ? `已经 ${seconds} 秒` : `已经 ${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`
}
