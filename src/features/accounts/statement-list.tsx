import { sayYuan } from '../../../types/vocabulary/money'
import { STATEMENT_STATES } from '../../../types/vocabulary/statement'
import { Card } from '../../components/card'
import { BoneRows, Failed } from '../../components/faces'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { openPage } from '../../services/routes'
import { quarterWord } from './account-words'

/** The quarters that were made into statements, the latest first. */
export function StatementList() {
  const { data, error, again } = useCall('accounts.listStatements', {})
  if (!data)
    return error ? <Failed what="各季公示" error={error} onAgain={() => void again()} /> : <BoneRows count={2} />
  return (
    <Card flush>
      {data.statements.length === 0 && <Row title="还没有公示过" note="一季过完，照清单生成" />}
      {data.statements.map(({ statementId, quarter, state, closingFen, lateDays }) => (
        <Row
          key={statementId}
          icon={state === 'published' ? 'file-check' : 'file-text'}
          tone={state === 'draft' ? 'due' : state === 'reviewed' ? 'ok' : 'plain'}
          title={quarterWord(quarter)}
          note={`${STATEMENT_STATES[state].zh}${lateDays > 0 ? ` · 迟 ${lateDays} 天` : ''} · 季末 ${sayYuan(closingFen)}`}
          onTap={() => openPage('statement', { statementId })}
        />
      ))}
    </Card>
  )
}
