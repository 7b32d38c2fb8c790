import { Card } from '../../components/card'
import { BoneRows, Empty, Failed } from '../../components/faces'
import { Money } from '../../components/money'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'
import { periodWord, type Run } from './bill-words'

/** The runs of the community: whoever left while one was under way finds it here. */
export function RunList() {
  const { data, error, again } = useCall('bills.listRuns', {})
  if (!data)
    return error ? <Failed what="出账记录" error={error} onAgain={() => void again()} /> : <BoneRows count={2} />
  if (data.runs.length === 0)
    return <Empty icon="receipt-text" title="还没有出过账" note="选好哪一期，看过金额，再点出账。" />
  return (
    <Card flush>
      {data.runs.map((run) => (
        <Row
          key={run.runId}
          title={periodWord(run.from, run.to)}
          note={noteOf(run)}
          end={<Money amountFen={run.amountFen} size="row" />}
        />
      ))}
    </Card>
  )
}

function noteOf(run: Run): string {
  const who = run.startedBy ? `${run.startedBy} ` : ''
  const out = run.warnings.reduce(
    (sum, { kind, count }) => sum + (kind === 'noArea' || kind === 'noPayer' || kind === 'noDeveloper' ? count : 0),
    0,
  )
  return [`${who}${saidAt(run.startedAt)}`, `${run.bills} 张`, ...(out > 0 ? [`${out} 处没出`] : [])].join(' · ')
}
