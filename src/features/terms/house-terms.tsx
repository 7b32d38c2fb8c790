import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { businessDate } from '../../../types/vocabulary/dates'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { PickChips } from '../../components/pick-chips'
import { Row } from '../../components/row'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { sayDays, sayPayer, sayPercent, sayQuantity, TERM_READS } from './term-words'

type Terms = Output<'bills.readHouseTerms'>
type Request = Terms['requests'][number]

/** What is registered for the bills of one's own house, and who pays them; nothing where nothing is. */
export function HouseTerms({ houseId }: { houseId: string }) {
  const { data } = useCall('bills.readHouseTerms', { houseId })
  const [asking, setAsking] = useState(false)
  if (!data) return null
  const { spaces, reliefs, payers, requests, mayAsk } = data
  const mayAskNow = mayAsk.length > 0 && requests.length + payers.length === 0
  const theirs = requests.filter(({ mine }) => !mine)
  const rows = spaces.length + reliefs.length + payers.length + theirs.length
  if (rows + requests.length === 0 && !mayAskNow) return null
  return (
    <>
      <Section title="缴费登记" />
      {requests
        .filter(({ mine }) => mine)
        .map((request) => (
          <Answer key={request.requestId} request={request} />
        ))}
      {(rows > 0 || mayAskNow) && (
        <Card flush>
          {spaces.map((space) => (
            <Row key={`${space.itemCode} ${space.from}`} icon="tag" title={sayQuantity(space)} note={sayDays(space)} />
          ))}
          {payers.map((payer) => (
            <Row
              key={`payer ${payer.from}`}
              icon="user-round"
              title={payer.mine ? '由您缴费' : sayPayer(payer)}
              note={sayDays(payer)}
            />
          ))}
          {reliefs.map((relief) => (
            <Row
              key={`relief ${relief.from}`}
              icon="receipt-text"
              title={sayPercent(relief.percent)}
              note={`${sayDays(relief)} · 依据${relief.basisWords}`}
            />
          ))}
          {theirs.map((request) => (
            <Asked key={request.requestId} request={request} />
          ))}
          {mayAskNow && (
            <Row
              icon="arrow-left-right"
              title="请租户缴费"
              note="租户在自己的手机上同意后，账单发给租户"
              onTap={() => setAsking(true)}
            />
          )}
        </Card>
      )}
      {asking && <Ask houseId={houseId} tenants={mayAsk} onClose={() => setAsking(false)} />}
    </>
  )
}

/** The tenant's own word; what it means is said before. */
function Answer({ request }: { request: Request }) {
  const { act, busy, error } = useAct('bills.answerPayerRequest', { refreshes: TERM_READS })
  const [saying, setSaying] = useState<boolean>()
  const answer = (agrees: boolean) => {
    setSaying(agrees)
    void act({ requestId: request.requestId, agrees })
  }
  return (
    <Card title="这套房的物业费由您来缴吗？">
      <View className="t15 sub mt2">
        {`业主或物业想从 ${sayDays(request)}请您缴费。同意以后，账单发给您；不同意，什么都不变。搬走时会自动停止。`}
      </View>
      {error && <Notice tone="due" icon="circle-alert" title="没能答复" note={error.message} />}
      <View className="duo mt4">
        <Button
          kind="outlined"
          disabled={busy}
          busy={busy && saying === false && '正在答复…'}
          onTap={() => answer(false)}
        >
          不同意
        </Button>
        <Button
          className="btn-last"
          disabled={busy}
          busy={busy && saying === true && '正在答复…'}
          onTap={() => answer(true)}
        >
          同意由我缴
        </Button>
      </View>
    </Card>
  )
}

function Asked({ request }: { request: Request }) {
  const { act, busy } = useAct('bills.withdrawPayerRequest', { refreshes: TERM_READS })
  return (
    <Row
      icon="clock"
      tone="due"
      title="等租户答复由谁缴费"
      note={sayDays(request)}
      end={
        request.mayWithdraw ? (
          <Button
            kind="ghost"
            size="pill"
            busy={busy && '正在收回'}
            onTap={() => void act({ requestId: request.requestId })}
          >
            收回
          </Button>
        ) : undefined
      }
    />
  )
}

function Ask({ houseId, tenants, onClose }: { houseId: string; tenants: Terms['mayAsk']; onClose(): void }) {
  const { act, busy, error } = useAct('bills.askTenantToPay', { refreshes: TERM_READS })
  const [bindingId, setBindingId] = useState(tenants[0]?.bindingId ?? '')
  const [from, setFrom] = useState(businessDate(now()))
  const ask = async () => {
    if ((await act({ houseId, bindingId, from: from.trim() })).ok) onClose()
  }
  return (
    <Confirm
      open
      title="请租户缴费"
      note="租户同意之前，账单还是发给您。"
      yes="请租户答复"
      no="先不请"
      busy={busy && '正在送…'}
      onYes={() => void ask()}
      onClose={onClose}
    >
      {tenants.length > 1 && (
        <PickChips
          label="哪位租户"
          choices={tenants.map((one) => ({ value: one.bindingId, word: one.name || '租户' }))}
          value={bindingId}
          onPick={setBindingId}
        />
      )}
      <View className="mt2">
        <Field
          icon="calendar-days"
          label="从哪天起"
          value={from}
          placeholder="2026-01-31"
          problem={error && (error.details?.fields?.[0]?.message ?? error.message)}
          onChange={setFrom}
        />
      </View>
    </Confirm>
  )
}
