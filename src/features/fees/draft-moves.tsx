import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import type { BoardAct } from '../../../types/vocabulary/fee-board'
import { sayDate } from '../../../types/vocabulary/dates'
import { Button } from '../../components/button'
import { Notice } from '../../components/notice'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { openPage } from '../../services/routes'
import { BOARD_READS } from './board-reads'

type Draft = Output<'fees.readDraft'>

interface DraftMovesProps {
  draft: Draft
  onDone(sentence: string): void
}

/** What the server says this person may do next with a version, and nothing that is worked out here. */
export function DraftMoves({ draft, onDone }: DraftMovesProps) {
  return (
    <>
      {draft.moves.map(({ act, does }) => {
        if (act === 'change') {
          return (
            <Button key={act} kind="soft" icon="pencil" onTap={() => openPage('editBoard', { boardId: draft.boardId })}>
              {does}
            </Button>
          )
        }
        return <Asked key={act} act={act} does={does} draft={draft} onDone={onDone} />
      })}
    </>
  )
}

type AskedAct = Exclude<BoardAct, 'change'>

/** What will happen, said before it happens. */
function noteOf(act: AskedAct, { demands, effectiveFrom, draftedBy }: Draft): string {
  switch (act) {
    case 'review':
      return `请逐项核对价格、依据和执行日期。复核后内容就定下了，${draftedBy}再改就要重新复核。`
    case 'post': {
      const notice = demands.changesPrices ? `价格有变化，从今天起公示满 ${demands.noticeMonths} 个月，` : ''
      return `贴出后全体住户都会收到消息，内容不能再改。${notice}${sayDate(effectiveFrom)}起执行。`
    }
    case 'drop':
      return '作废后不会贴出，也不能再改。需要时可以照着现行的一版重新起草。'
  }
}

const DONE: Record<AskedAct, string> = {
  review: '已复核，等项目经理贴出',
  post: '已贴出，住户会收到消息',
  drop: '已作废',
}

function Asked({ act: kind, does, draft, onDone }: DraftMovesProps & { act: AskedAct; does: string }) {
  const [asking, setAsking] = useState(false)
  const review = useAct('fees.reviewBoard', { refreshes: BOARD_READS })
  const post = useAct('fees.postBoard', { refreshes: BOARD_READS })
  const drop = useAct('fees.dropBoard', { refreshes: BOARD_READS })
  const { boardId, contentSha256 } = draft
  const run = {
    review: () => review.act({ boardId, contentSha256 }),
    post: () => post.act({ boardId, contentSha256 }),
    drop: () => drop.act({ boardId }),
  } as const
  const { busy, error } = { review, post, drop }[kind]
  const go = async () => {
    const reply = await run[kind]()
    if (reply.ok) onDone(DONE[kind])
    setAsking(false)
  }
  return (
    <>
      {error && (
        <Notice
          tone="due"
          icon="circle-alert"
          title={`没能${does}`}
          note={error.details?.fields?.[0]?.message ?? error.message}
        />
      )}
      <Button kind={kind === 'drop' ? 'outlined' : 'filled'} onTap={() => setAsking(true)}>
        {does}
      </Button>
      <Confirm
        open={asking}
        title={kind === 'drop' ? '要作废这份草稿吗' : `要${does}这一版吗`}
        note={noteOf(kind, draft)}
        yes={`确定${does}`}
        no="再看看"
        busy={busy && `正在${does}…`}
        onYes={() => void go()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
