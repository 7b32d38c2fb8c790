import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../types/vocabulary/dates'
import { BOARD_STATES } from '../../../types/vocabulary/fee-board'
import { Card, Section } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Failed, LastKnown, Loading } from '../../components/faces'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { BoardBasis } from './board-basis'
import { BoardDuties, sayComplete } from './board-duties'
import { BoardItems } from './board-items'
import { linkToDraft } from './board-reads'
import { ComparedTable } from './compared-table'
import type { Draft } from './draft-form'
import { DraftMoves } from './draft-moves'
import './draft.scss'

/** A version before it is posted: what it changes, what is still missing, and who does what next. */
export function DraftView({ boardId }: { boardId: string }) {
  const { data, error, knownAt, again } = useCall('fees.readDraft', { boardId })
  const [done, setDone] = useState<string>()
  if (!data) {
    if (error) return <Failed what="这份公示" error={error} onAgain={() => void again()} />
    return (
      <Loading what="这份公示">
        <BoneRows count={4} />
      </Loading>
    )
  }
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      {done && <Notice tone="ok" icon="check" title={done} />}
      <Head draft={data} />
      {data.state !== 'posted' && data.state !== 'dropped' && <Obstacles draft={data} />}
      <View className="draft-cols">
        <View className="grid">
          {data.follows && <Changes draft={data} before={data.follows.version} />}
          <Section title="收费项目" note={`${data.items.length} 项`} />
          <BoardItems items={data.items} />
        </View>
        <View className="grid">
          <Section title="公示牌" note={sayComplete(data.duties)} />
          <BoardDuties duties={data.duties} />
        </View>
      </View>
      <DraftMoves draft={data} onDone={setDone} />
    </>
  )
}

function Head({ draft }: { draft: Draft }) {
  const { zh, tone } = BOARD_STATES[draft.state]
  const { boardId, version, effectiveFrom, draftedBy, reviewedBy, basis } = draft
  return (
    <>
      <Card flush>
        <Row
          icon="file-text"
          tone={tone}
          title={`${version === undefined ? '新的一版' : `第 ${version} 版`}，${sayDate(effectiveFrom)}起执行`}
          note={`${draftedBy} 起草${reviewedBy ? `，${reviewedBy} 复核` : '，还没有人复核'}`}
          end={<Chip tone={tone}>{zh}</Chip>}
        />
      </Card>
      {basis && (
        <Card>
          <BoardBasis basis={basis} linkTo={(fileId) => linkToDraft(boardId, fileId)} />
        </Card>
      )}
    </>
  )
}

function Obstacles({ draft: { obstacles, demands } }: { draft: Draft }) {
  if (obstacles.length === 0) {
    const note = demands.changesPrices
      ? `价格有变化，要公示满 ${demands.noticeMonths} 个月；今天贴出，最早 ${sayDate(demands.earliest)}起执行`
      : undefined
    return <Notice tone="ok" icon="check" title="内容齐全，可以往下办" note={note} />
  }
  return (
    <>
      {obstacles.map(({ code, message, fields }) => (
        <Notice
          key={code}
          tone="due"
          icon="circle-alert"
          title={fields.map((field) => field.message).join('；')}
          note={message}
        />
      ))}
    </>
  )
}

function Changes({ draft, before }: { draft: Draft; before: number }) {
  const changed = draft.changes.filter(({ change }) => change !== 'unchanged').length
  return (
    <>
      <Section title={`和第 ${before} 版比一比`} note={changed === 0 ? '价格没变' : undefined} />
      <Card>
        <ComparedTable items={draft.changes} before={`第 ${before} 版`} after="这一版" />
      </Card>
    </>
  )
}
