import { STATEMENT_CHECKS } from '../../../types/vocabulary/statement'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { openPage } from '../../services/routes'
import type { Cockpit } from './account-reads'
import { dayWord, quarterWord } from './account-words'

/** The quarter's accounts on the first page of whoever keeps or checks them: what waits for this person. */
export function BooksDue() {
  const { data } = useCall('accounts.readCockpit', {})
  if (!data) return null
  const mine = data.statement?.moves.find(({ act }) => act !== 'draft')
  const { statementId } = data.statement ?? {}
  if (mine && statementId !== undefined) {
    return (
      <Card flush>
        <Row
          icon="file-check"
          tone="due"
          title={`${quarterWord(data.quarter)}账目等您${mine.does}`}
          note={whenDue(data)}
          onTap={() => openPage('statement', { statementId })}
        />
      </Card>
    )
  }
  const todo = data.keeps ? data.checks.find(({ standing }) => standing === 'todo') : undefined
  return (
    <Card flush>
      <Row
        icon="calculator"
        tone={data.daysLeft < 0 || todo ? 'due' : 'plain'}
        title={`${quarterWord(data.quarter)}账目`}
        note={todo ? `${STATEMENT_CHECKS[todo.check].zh}：${todo.words}` : whenDue(data)}
        onTap={() => openPage('books', {})}
      />
    </Card>
  )
}

const whenDue = ({ daysLeft, dueOn }: Cockpit): string =>
  daysLeft < 0 ? `应在 ${dayWord(dueOn)}前公布，已迟 ${-daysLeft} 天` : `${dayWord(dueOn)}前公布，还有 ${daysLeft} 天`
