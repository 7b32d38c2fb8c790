import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { sayYuan } from '../../../types/vocabulary/money'
import { STATEMENT_ACTS, STATEMENT_STATES } from '../../../types/vocabulary/statement'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Failed, Loading } from '../../components/faces'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { useOpenFile } from '../../hooks/use-open-file'
import { ACCOUNT_READS, linkToBank } from './account-reads'
import { dayWord, hashLabel, quarterWord, signedYuan } from './account-words'
import { Steps } from './checklist'
import { EntrySheet, type Opened } from './entry-sheet'
import { IncomeBars } from './income-bars'
import { SpendingCards } from './spending-cards'
import './accounts.scss'
import './cockpit.scss'

type Whole = Output<'accounts.readStatement'>

/** A statement as residents will read it, with what still stands in its way; reviewed and published from here. */
export function StatementView({ statementId, body }: { statementId: string; body: string | undefined }) {
  const { data, error, again } = useCall('accounts.readStatement', { statementId })
  const [opened, setOpened] = useState<Opened>()
  const [done, setDone] = useState<string>()
  if (!data) {
    if (error) return <Failed what="公示" error={error} onAgain={() => void again()} />
    return (
      <Loading what="公示">
        <BoneRows count={4} />
      </Loading>
    )
  }
  return (
    <View className="cockpit-two">
      <View className="cockpit-col cockpit-main">
        {done && <Notice tone="ok" icon="check" title={done} />}
        {data.stale && <Notice tone="due" icon="refresh-cw" title="账变了" note="要重新生成，再复核一遍，才能公布。" />}
        <Head statement={data} />
        <IncomeBars statement={data} onOpen={setOpened} />
        <SpendingCards lines={data.lines} figures={data} body={body} onOpen={setOpened} />
      </View>
      <View className="cockpit-col cockpit-side cockpit-after">
        <Card title="机器核对">
          <Steps checks={data.checks} />
        </Card>
        <Bank statement={data} />
        <Moves statement={data} onDone={setDone} />
      </View>
      <EntrySheet quarter={data.quarter} isPublished={false} opened={opened} onClose={() => setOpened(undefined)} />
    </View>
  )
}

function Head({ statement }: { statement: Whole }) {
  const { quarter, state, openingFen, closingFen, contentSha256, draftedBy, reviewedBy } = statement
  return (
    <Card>
      <View className="between">
        <View className="head-t num">{quarterWord(quarter)}</View>
        <Chip tone={STATEMENT_STATES[state].tone}>{STATEMENT_STATES[state].zh}</Chip>
      </View>
      <View className="mt3">
        <View className="t15 sub">本季末结余</View>
        <Money amountFen={closingFen} size="hero" />
      </View>
      <View className="note sub num mt2">{`上季末 ${signedYuan(openingFen)} 元`}</View>
      <View className="note sub num">
        {`${draftedBy}生成${reviewedBy ? `，${reviewedBy}复核` : ''} · 应在 ${dayWord(statement.dueOn)}前公布`}
      </View>
      <View className="note mute num mt1">{`指纹 ${hashLabel(contentSha256)}`}</View>
    </Card>
  )
}

function Bank({ statement }: { statement: Whole }) {
  const { open, busy, problem } = useOpenFile()
  const { bank, bankFileId, statementId } = statement
  if (!bank || !bankFileId) return null
  return (
    <Card flush>
      <Row
        icon="building-2"
        title="银行余额证明"
        note={problem ?? (busy ? '正在打开…' : `${sayYuan(bank.balanceFen)} 元${bank.note ? `，${bank.note}` : ''}`)}
        onTap={() => open(() => linkToBank(statementId, bankFileId, false))}
      />
    </Card>
  )
}

const ASKS = {
  review: {
    title: '复核这份公示',
    note: '您看过每一笔和凭证，愿意为它作证。之后谁改了账，这次复核就作废。',
    done: '复核好了，业委会可以公布',
  },
  publish: {
    title: '公布这份公示',
    note: '全体住户都会收到。公布以后不能改，只能在之后的季度更正。',
    done: '公布了，住户会收到消息',
  },
} as const

/** What this person may do: one filled button, asked once more, since neither can be taken back. */
function Moves({ statement, onDone }: { statement: Whole; onDone(words: string): void }) {
  const [asking, setAsking] = useState<keyof typeof ASKS>()
  const review = useAct('accounts.reviewQuarter', { refreshes: ACCOUNT_READS })
  const publish = useAct('accounts.publishQuarter', { refreshes: ACCOUNT_READS })
  const acts = { review, publish }
  const error = review.error ?? publish.error
  const { statementId, contentSha256 } = statement
  const go = async (act: keyof typeof ASKS) => {
    const reply = await acts[act].act({ statementId, contentSha256 })
    setAsking(undefined)
    if (reply.ok) onDone(ASKS[act].done)
  }
  return (
    <>
      {error && (
        <Notice
          tone="due"
          icon="circle-alert"
          title="没有办成"
          note={error.details?.fields?.map(({ message }) => message).join('；') ?? error.message}
        />
      )}
      {statement.moves.map(({ act }) =>
        act === 'draft' ? null : (
          <Button key={act} onTap={() => setAsking(act)}>
            {act === 'review' ? '我看过了，复核' : STATEMENT_ACTS[act].zh}
          </Button>
        ),
      )}
      {asking && (
        <Confirm
          open
          title={ASKS[asking].title}
          note={ASKS[asking].note}
          yes={STATEMENT_ACTS[asking].zh}
          no="再看看"
          busy={acts[asking].busy && '正在办…'}
          onYes={() => void go(asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
