import { sayYuan } from '../../../types/vocabulary/money'
import { Row } from '../../components/row'
import { useOpenFile } from '../../hooks/use-open-file'
import { linkToBank, type Statement } from './account-reads'
import './accounts.scss'

/** What the bank said at the quarter's end, and its paper. */
export function BankRow({ statement, isMember }: { statement: Statement; isMember: boolean }) {
  const { open, busy, problem } = useOpenFile()
  const { bank, statementId, closingFen } = statement
  if (!bank) return <Row icon="circle-alert" tone="due" title="没有银行余额证明" note="可以向业委会问一问" />
  const differenceFen = bank.balanceFen - closingFen
  const title =
    differenceFen === 0 ? '银行余额一分不差' : `银行${differenceFen > 0 ? '多' : '少'} ${sayYuan(differenceFen)} 元`
  return (
    <Row
      icon="building-2"
      tone={differenceFen === 0 ? 'ok' : 'due'}
      title={title}
      note={problem ?? bank.note ?? (busy ? '正在打开…' : `季末 ${sayYuan(bank.balanceFen)} 元，点开看证明`)}
      onTap={isMember ? () => open(() => linkToBank(statementId, bank.redactedFileId, true)) : undefined}
    />
  )
}
