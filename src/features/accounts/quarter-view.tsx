import { View } from '@tarojs/components'
import { useState } from 'react'
import { businessDate } from '../../../types/vocabulary/dates'
import { Card, Section } from '../../components/card'
import { Bone, Empty, End, Failed, LastKnown, Loading } from '../../components/faces'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import type { Quarter, Statement } from './account-reads'
import { dayWord, latenessNote, latenessWord, objectionWord, quarterWord, signedYuan, widthOf } from './account-words'
import { BankRow } from './bank-row'
import { EntrySheet, type Opened } from './entry-sheet'
import { HeadCard } from './head-card'
import { IncomeBars } from './income-bars'
import { QuarterPick } from './quarter-pick'
import { QuarterTrend } from './quarter-trend'
import { SpendingCards } from './spending-cards'
import './accounts.scss'

/** 看账: a published quarter, from its one number down to each voucher. */
export function QuarterView({ communityId, isMember }: { communityId: string; isMember: boolean }) {
  const [quarter, setQuarter] = useState<string>()
  const { data, error, knownAt, again } = useCall('accounts.readQuarter', {
    communityId,
    ...(quarter !== undefined && { quarter }),
  })
  const [opened, setOpened] = useState<Opened>()
  if (!data) return error ? <Failed what="账目" error={error} onAgain={() => void again()} /> : <QuarterBones />
  const { statement } = data
  if (!statement) return <NothingYet />
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      <QuarterPick
        value={statement.quarter}
        quarters={data.trend.map((one) => one.quarter)}
        note={`${data.communityName} · 公共收益`}
        onChoose={setQuarter}
      />
      <NextQuarter next={data.next} />
      <Left statement={statement} />
      <Card flush>
        <Row
          icon={statement.lateDays > 0 ? 'circle-alert' : 'file-check'}
          tone={statement.lateDays > 0 ? 'due' : 'ok'}
          title={latenessWord(statement)}
          note={latenessNote(statement)}
        />
        <BankRow statement={statement} isMember={isMember} />
      </Card>
      <IncomeBars statement={statement} onOpen={isMember ? setOpened : undefined} />
      <SpendingCards
        lines={statement.lines}
        figures={statement}
        body={data.bodyName}
        onOpen={isMember ? setOpened : undefined}
      />
      {!isMember && <End>每一笔的凭证，绑定房屋后可以看</End>}
      {data.trend.length > 1 && (
        <>
          <Section title={`最近 ${data.trend.length} 个季度`} />
          <QuarterTrend trend={data.trend} on={statement.quarter} />
        </>
      )}
      <HeadCard key={statement.contentSha256} communityId={communityId} statement={statement} />
      <End>
        {objectionWord(statement, businessDate(now())) ?? `由${statement.draftedBy}公布，${statement.reviewedBy}复核`}
      </End>
      <EntrySheet quarter={statement.quarter} isPublished opened={opened} onClose={() => setOpened(undefined)} />
    </>
  )
}

/** The one number of the page, what came in and went out beside it, and how the balance moved. */
function Left({ statement }: { statement: Statement }) {
  const { incomeFen, costFen, committeeFen, openingFen, closingFen } = statement
  const spentFen = costFen + committeeFen
  const leftFen = incomeFen - spentFen
  const whole = Math.max(incomeFen, spentFen)
  return (
    <Card>
      <View className="t15 sub">{leftFen < 0 ? '这一季花的比收的多' : '这一季结余'}</View>
      <View className="mt1">
        <Money amountFen={leftFen} size="hero" />
      </View>
      <View className="acc-split mt4">
        <View className="acc-split-in" style={{ width: widthOf(whole - spentFen, whole) }} />
        <View className="acc-split-out" style={{ width: widthOf(spentFen, whole) }} />
      </View>
      <View className="duo mt4">
        <View>
          <View className="note sub">收入</View>
          <Money amountFen={incomeFen} size="l" />
        </View>
        <View>
          <View className="note sub">支出</View>
          <Money amountFen={spentFen} size="l" />
        </View>
      </View>
      <View className="acc-flow t15 num">
        <View className="sub">{`上季末 ${signedYuan(openingFen)}`}</View>
        <View className="b">{`本季末 ${signedYuan(closingFen)}`}</View>
      </View>
    </Card>
  )
}

/** The quarter that comes next: running, due, or late already. */
function NextQuarter({ next }: { next: Quarter['next'] }) {
  if (!next || next.lateDays === 0) return null
  return (
    <Notice
      tone="due"
      icon="circle-alert"
      title={`${quarterWord(next.quarter)}还没公布，已经迟了 ${next.lateDays} 天`}
      note={`应在 ${dayWord(next.dueOn)}前公布`}
    />
  )
}

const NothingYet = () => (
  <Empty
    icon="file-text"
    title="还没有公布过账目"
    note="公共收益每季公布一次。公布以后，收了多少、花在哪、凭证长什么样，都在这里看。"
  />
)

function QuarterBones() {
  return (
    <Loading what="账目">
      <View className="card">
        <Bone size="s" width={28} />
        <Bone size="l" width={60} />
        <Bone width={90} />
      </View>
      <View className="card">
        <Bone width={70} />
        <Bone width={54} />
        <Bone width={62} />
      </View>
    </Loading>
  )
}
