import { View } from '@tarojs/components'
import { useState } from 'react'
import { BOARD_STANDINGS } from '../../../types/vocabulary/fee-board'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Chip } from '../../components/chip'
import { Bone, BoneRows, Empty, End, Failed, LastKnown, Loading } from '../../components/faces'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'
import { dial } from '../../services/phone'
import { canPrint, printPage } from '../../services/print'
import { BoardCompare } from './board-compare'
import { BoardDuties, sayComplete } from './board-duties'
import { BoardHero } from './board-hero'
import { BoardItems } from './board-items'
import { BoardBasis } from './board-basis'
import { linkToPosted } from './board-reads'
import { saySpan, type Board, type BoardReply } from './board-words'
import { promiseIcon } from './promise-icons'
import './board-print.scss'
import './board.scss'

interface BoardViewProps {
  communityId: string
  /** The version that was asked for; without one, the version in force. */
  boardId: string | undefined
  /** One's own house, where its area is on record. */
  area100?: number | undefined
}

/** What a community charges and what it promises for it: the wall of the lobby, in the hand. */
export function BoardView({ communityId, boardId, area100 }: BoardViewProps) {
  const [chosen, setChosen] = useState(boardId)
  const { data, error, knownAt, again } = useCall('fees.readBoard', { communityId, ...(chosen && { boardId: chosen }) })
  if (!data) return error ? <Failed what="收费标准" error={error} onAgain={() => void again()} /> : <BoardBones />
  const { board, next } = data
  const before = data.versions.find(({ untilOn }) => untilOn !== undefined && untilOn === board?.effectiveFrom)
  if (!board) {
    return (
      <Empty icon="receipt-text" title="还没有贴出收费标准" note="没有公示的费用，物业不能收。贴出后会发消息告诉您。" />
    )
  }
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      <View className="print-only print-title">{`${data.communityName} 物业服务收费公示`}</View>
      <BoardHero board={board} area100={area100} />
      {board.basis && (next || !before) && (
        <Card>
          <BoardBasis basis={board.basis} linkTo={(fileId) => linkToPosted(communityId, board.boardId, fileId)} />
        </Card>
      )}
      <Promises board={board} />
      <Section title="收费项目" note="没列出的不能收" />
      <BoardItems items={board.items} />
      <View className="grid no-print">
        {next && (
          <>
            <Section title="和下一版比一比" />
            <BoardCompare communityId={communityId} before={board} after={next} area100={area100} />
          </>
        )}
        {!next && before && (
          <>
            <Section title="和上一版比一比" />
            <BoardCompare communityId={communityId} before={before} after={board} area100={area100} />
          </>
        )}
      </View>
      <Section title="公示牌" note={sayComplete(board.duties)} />
      <BoardDuties duties={board.duties} />
      <View className="grid no-print">
        <Versions data={data} shown={board.boardId} onChoose={setChosen} />
        <Phones data={data} board={board} />
        {canPrint() && (
          <Button kind="ghost" icon="printer" onTap={printPage}>
            打印公示牌
          </Button>
        )}
      </View>
      <End>{`第 ${board.version} 版 ${saySpan(board)} · ${saidAt(board.postedAt)} 贴出`}</End>
    </>
  )
}

function Promises({ board: { promises, grade } }: { board: Board }) {
  if (promises.length === 0) return null
  return (
    <>
      <Section title="这个价，换来这些" note={`${grade.standardName} ${grade.code}`} />
      <Card flush>
        {promises.map(({ clauseNo, dimension, words }) => (
          <Row
            key={clauseNo}
            icon={promiseIcon(dimension)}
            tone="ok"
            title={words}
            note={`第 ${clauseNo} 条 · ${dimension}`}
          />
        ))}
      </Card>
    </>
  )
}

function Versions({ data, shown, onChoose }: { data: BoardReply; shown: string; onChoose(boardId: string): void }) {
  if (data.versions.length < 2) return null
  return (
    <>
      <Section title="每一版都在" note="贴出后不能改" />
      <Card flush>
        {data.versions.map((line) => (
          <Row
            key={line.boardId}
            icon="file-text"
            tone={BOARD_STANDINGS[line.standing].tone}
            title={`第 ${line.version} 版`}
            note={saySpan(line)}
            end={<Chip tone={BOARD_STANDINGS[line.standing].tone}>{BOARD_STANDINGS[line.standing].zh}</Chip>}
            onTap={line.boardId === shown ? undefined : () => onChoose(line.boardId)}
          />
        ))}
      </Card>
    </>
  )
}

/** One tap calls: the property first, then whoever takes complaints about it. */
function Phones({ data, board }: { data: BoardReply; board: Board }) {
  const { complaintPhone, reportPhone } = board.facts
  const phones = [
    ...data.phones.map(({ label, number, hours }) => ({ label, number, note: `${number} · ${hours}` })),
    { label: '投诉', number: complaintPhone, note: complaintPhone },
    { label: '价格举报', number: reportPhone, note: reportPhone },
  ].filter(({ number }, place, all) => number && all.findIndex((other) => other.number === number) === place)
  return (
    <>
      <Section title="多收、乱收，打电话" note="点一下就拨" />
      <Card flush>
        {phones.map(({ label, number, note }) => (
          <Row
            key={number}
            icon="phone"
            tone="ok"
            title={label}
            note={note}
            label={`打电话给${label}，${number}`}
            onTap={() => dial(number)}
          />
        ))}
      </Card>
    </>
  )
}

function BoardBones() {
  return (
    <Loading what="收费标准">
      <View className="card">
        <Bone size="s" width={30} />
        <Bone size="l" width={44} />
        <Bone width={88} />
      </View>
      <BoneRows count={3} />
      <BoneRows count={4} />
    </Loading>
  )
}
