import { Text, View } from '@tarojs/components'
import type { Output } from '../../../types/contracts'
import { BASIS_KINDS } from '../../../types/vocabulary/fee-board'
import type { Reply } from '../../../types/vocabulary/errors'
import { Icon } from '../../components/icon'
import { Tap } from '../../components/tap'
import { useOpenFile } from '../../hooks/use-open-file'
import type { Board } from './board-words'
import './board.scss'

type Basis = NonNullable<Board['basis']>

interface BoardBasisProps {
  basis: Basis
  /** Asks for a link to the paper, by whichever call this reader may make. */
  linkTo(fileId: string): Promise<Reply<Output<'files.linkFile'>>>
}

/** What stands behind a rise, in words, and the paper itself for whoever wants to read it. */
export function BoardBasis({ basis, linkTo }: BoardBasisProps) {
  const { open, busy, problem } = useOpenFile()
  const { kind, words, fileId } = basis
  return (
    <View className="basis">
      <View className="note b">{`依据：${BASIS_KINDS[kind].zh}`}</View>
      <View className="note sub words">{words}</View>
      {fileId && (
        <Tap className="basis-paper no-print" disabled={busy} onTap={() => open(() => linkTo(fileId))}>
          <Icon name="external-link" />
          <Text>{busy ? '正在打开…' : PAPER[kind]}</Text>
        </Tap>
      )}
      {problem && <View className="note due">{problem}</View>}
    </View>
  )
}

const PAPER: Record<Basis['kind'], string> = {
  'owners decision': '看业主大会决定的原件',
  'contract clause': '看合同这一条的原件',
}
