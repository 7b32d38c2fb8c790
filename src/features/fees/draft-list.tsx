import { View } from '@tarojs/components'
import type { Output } from '../../../types/contracts'
import { addMonths, businessDate, sayDate } from '../../../types/vocabulary/dates'
import { BOARD_STANDINGS, BOARD_STATES } from '../../../types/vocabulary/fee-board'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Empty, Failed, LastKnown, Loading } from '../../components/faces'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { openPage } from '../../services/routes'
import { BOARD_READS } from './board-reads'

type Boards = Output<'fees.listBoards'>
type Line = Boards['boards'][number]

/** Every version for those who make them: what is being written, then what hangs. */
export function DraftList() {
  const { data, error, knownAt, again } = useCall('fees.listBoards', {})
  if (!data) {
    if (error) return <Failed what="收费公示" error={error} onAgain={() => void again()} />
    return (
      <Loading what="收费公示">
        <BoneRows count={3} />
      </Loading>
    )
  }
  const drafts = data.boards.filter(({ state }) => state !== 'posted')
  const posted = data.boards.filter(({ state }) => state === 'posted')
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      {!data.hasContract && (
        <Notice tone="due" icon="circle-alert" title="还没有登记物业服务合同" note="登记合同以后才能起草收费公示。" />
      )}
      {data.boards.length === 0 && (
        <Empty
          icon="receipt-text"
          title="还没有收费公示"
          note="没有公示的费用不能收。先起草第一版，请同事复核，再由项目经理贴出。"
        />
      )}
      {drafts.length > 0 && (
        <>
          <Section first title="正在办的" />
          <Lines lines={drafts} />
        </>
      )}
      {posted.length > 0 && (
        <>
          <Section title="贴出的" note="贴出后不能改" />
          <Lines lines={posted} />
        </>
      )}
      {data.mayDraft && data.hasContract && <Begin data={data} />}
    </>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <Card flush>
      {lines.map((line) => {
        const { zh, tone } = line.standing ? BOARD_STANDINGS[line.standing] : BOARD_STATES[line.state]
        return (
          <Row
            key={line.boardId}
            icon="file-text"
            tone={tone}
            title={line.version === undefined ? `${sayDate(line.effectiveFrom)}起的新版` : `第 ${line.version} 版`}
            note={`${line.mine ? '我' : line.draftedBy} 起草 · ${line.items} 项 · ${sayDate(line.effectiveFrom)}起`}
            end={<Chip tone={tone}>{zh}</Chip>}
            onTap={() => {
              if (line.state === 'posted') openPage('board', { boardId: line.boardId })
              else openPage('boardDraft', { boardId: line.boardId })
            }}
          />
        )
      })}
    </Card>
  )
}

/** One's own draft goes on; otherwise the newest version is copied, or the first one begins empty. */
function Begin({ data }: { data: Boards }) {
  const { act, busy, error } = useAct('fees.draftBoard', { refreshes: BOARD_READS })
  const mine = data.boards.find((line) => line.mine && line.state !== 'posted')
  const newest = data.boards.find(({ state }) => state === 'posted')
  const begin = async () => {
    if (mine || !newest) {
      openPage('editBoard', mine ? { boardId: mine.boardId } : {})
      return
    }
    const soonest = addMonths(businessDate(data.now), 1)
    const afterNewest = addMonths(newest.effectiveFrom, 1)
    const effectiveFrom = firstOfMonthAfter(soonest > afterNewest ? soonest : afterNewest)
    const reply = await act({ effectiveFrom, copyFrom: newest.boardId })
    if (reply.ok) openPage('editBoard', { boardId: reply.data.boardId })
  }
  return (
    <View className="grid mt4">
      {error && <Notice tone="due" icon="circle-alert" title="没能起草" note={error.message} />}
      <Button icon="pencil" busy={busy && '正在照抄…'} onTap={() => void begin()}>
        {mine ? '接着写我的草稿' : '起草新版'}
      </Button>
    </View>
  )
}

/** Prices usually change with a month, and no version may begin before the one it follows. */
const firstOfMonthAfter = (date: string): string =>
  date.endsWith('-01') ? date : `${addMonths(date, 1).slice(0, 8)}01`
