import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { BILL_ACTS, BILL_PAYERS } from '../../../types/vocabulary/bill'
import { ROLES } from '../../../types/vocabulary/roles'
import { Card, Section } from '../../components/card'
import { Chip } from '../../components/chip'
import { Bone, End, Failed, LastKnown, Loading } from '../../components/faces'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Row } from '../../components/row'
import { Timeline } from '../../components/timeline'
import { useCall } from '../../hooks/use-call'
import { saidAt } from '../../services/clock'
import { openPage, replacePage } from '../../services/routes'
import { BillMoves } from './bill-moves'
import { BillRow } from './bill-row'
import { BillSum } from './bill-sum'
import { dayWord, standingOf, titleOf, type Bill } from './bill-words'
import { OpeningSum } from './opening-sum'
import './bill.scss'

/** One bill: how much and until when, how it was calculated, what it buys, and the bills before it. */
export function BillView({ billId, communityPhone }: { billId: string; communityPhone: string | undefined }) {
  const { data, error, knownAt, again } = useCall('bills.readBill', { billId })
  const [done, setDone] = useState<string>()
  if (!data) return error ? <Failed what="账单" error={error} onAgain={() => void again()} /> : <BillBones />
  return (
    <>
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      {done && <Notice tone="ok" icon="check" title={done} />}
      <Head bill={data} />
      <Card title={data.isOpening ? '从哪来的' : '怎么算的'}>
        <OpeningSum openings={data.openings} />
        {data.lines.map((line, place) => (
          <BillSum
            key={`${line.itemName}-${line.from}`}
            line={line}
            first={place === 0}
            only={data.lines.length === 1}
          />
        ))}
        {data.lines.length > 1 && (
          <View className="calc-eq mt5">
            <View className="grow t15 b">{`一共 ${data.lines.length} 行`}</View>
            <Money amountFen={data.amountFen} size="l" />
          </View>
        )}
      </Card>
      <Card flush>
        {!data.isOpening && (
          <Row
            icon="shield"
            tone="ok"
            title={`这个价换来${data.grade.code}服务`}
            note={data.grade.promises.slice(0, 2).join('，') || data.grade.standardName}
            onTap={() => openPage('board', {})}
          />
        )}
        <Row icon="building-2" title={`收款方 ${data.payeeName}`} note={payNote(data, communityPhone)} />
      </Card>
      {data.events.length > 0 && (
        <Card title="经过">
          <View className="mt4">
            <Timeline
              happenings={data.events.map((event, place) => ({
                key: event.at,
                title: event.mine
                  ? `您${BILL_ACTS[event.act].zh}`
                  : `${ROLES[event.role].zh}${BILL_ACTS[event.act].zh}`,
                when: saidAt(event.at),
                note: event.note,
                now: place === 0,
              }))}
            />
          </View>
        </Card>
      )}
      <BillMoves billId={billId} moves={data.moves} onDone={setDone} />
      {data.others.length > 0 && <Section title="别的账单" />}
      {data.others.length > 0 && (
        <Card flush>
          {data.others.map((bill) => (
            <BillRow key={bill.billId} bill={bill} onOpen={() => replacePage('bill', { billId: bill.billId })} />
          ))}
        </Card>
      )}
      <End>没缴清也照样能报修、看账</End>
    </>
  )
}

function Head({ bill }: { bill: Bill }) {
  const { word, tone } = standingOf(bill)
  return (
    <Card>
      <View className="between">
        <View className="t15 sub num">{titleOf(bill)}</View>
        <Chip tone={tone}>{word}</Chip>
      </View>
      <View className="mt2">
        <Money amountFen={bill.amountFen} size="hero" />
      </View>
      <View className="t15 sub num mt1">
        <Text className="whole">{`${dayWord(bill.dueOn)}前交`}</Text>
        <Text>{' · '}</Text>
        <Text className="whole">{bill.houseLabel}</Text>
      </View>
      <View className="note mute num mt1">{`${bill.number} · 由${BILL_PAYERS[bill.payerKind].zh}付`}</View>
    </Card>
  )
}

const payNote = (bill: Bill, phone: string | undefined): string =>
  phone ? `怎么交，打物业电话问：${phone} · 合同 ${bill.contractNumber}` : `合同 ${bill.contractNumber}`

function BillBones() {
  return (
    <Loading what="账单">
      <View className="card">
        <Bone size="s" width={30} />
        <Bone size="l" width={56} />
        <Bone size="s" width={48} />
      </View>
      <View className="card">
        <Bone width={26} />
        <Bone width={70} />
        <Bone width={64} />
        <Bone width={58} />
      </View>
    </Loading>
  )
}
