import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import type { WireError } from '../../../types/vocabulary/errors'
import { BILL_WARNINGS, type BillPeriod } from '../../../types/vocabulary/bill'
import { sayYuan } from '../../../types/vocabulary/money'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Bone, Failed, Loading } from '../../components/faces'
import { Money } from '../../components/money'
import { Notice } from '../../components/notice'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { afterHan } from '../../services/clock'
import { refreshReads } from '../../services/queries'
import { BILL_READS } from './bill-reads'
import { periodWord, type Preview } from './bill-words'
import './bill.scss'

const NAMED_MAX = 6

/** What issuing this period would do, before it is done; nothing is written until somebody says so. */
export function RunPreview({ kind, from }: { kind: BillPeriod; from: string }) {
  const { data, error, again } = useCall('bills.previewRun', { kind, from })
  const { act, busy, error: refused } = useAct('bills.startRun', { refreshes: BILL_READS })
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<string>()
  if (!data) return error ? <Failed what="试算" error={error} onAgain={() => void again()} /> : <PreviewBones />
  const name = periodWord(data.from, data.to)
  const start = async () => {
    setAsking(false)
    const look = setTimeout(lookAtRuns, LOOK_AFTER_MS)
    const reply = await act({ kind, from })
    clearTimeout(look)
    if (reply.ok) setDone(sayDone(name, reply.data))
    else lookAtRuns()
  }
  return (
    <>
      {busy && (
        <Notice
          tone="ok"
          icon="timer"
          title={`正在出${afterHan(name)}的 ${data.bills} 张账单`}
          note="可以离开这一页，也可以关掉，账单会接着出；回来在“出过的账”里看。"
        />
      )}
      {done && <Notice tone="ok" icon="check" title={done} note="住户会收到消息，可以离开这一页。" />}
      {refused && <Notice tone="due" icon="circle-alert" {...saidRefusal(refused)} />}
      <Card>
        <View className="t15 sub num">{headOf(data)}</View>
        <View className="mt2">
          <Money amountFen={data.bills > 0 ? data.amountFen : data.issued.amountFen} size="hero" />
        </View>
        <View className="t15 sub num mt1">
          {data.bills > 0 ? `${data.bills} 张账单 · ${data.houses} 户` : `${data.issued.bills} 张账单`}
        </View>
        <Facts preview={data} />
        <View className="mt5">
          <Button disabled={data.bills === 0} busy={busy && '正在出账…'} onTap={() => setAsking(true)}>
            {data.bills === 0 ? '没有要出的账单' : `出 ${data.bills} 张账单`}
          </Button>
        </View>
      </Card>
      <Warnings preview={data} />
      <Confirm
        open={asking}
        title={`出${afterHan(name)}的账单`}
        note={`一共 ${data.bills} 张，${sayYuan(data.amountFen)} 元。出账后每一张都不能改，只能作废重出。`}
        yes="出账"
        busy={false}
        no="再看看"
        onYes={() => void start()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

/** The list of runs beside it shows the run as soon as it is asked for. */
const LOOK_AFTER_MS = 1_000
const lookAtRuns = () => void refreshReads(['bills.listRuns'])

/** A long run outlasts the wait for its answer; then the list of runs knows how it went. */
const saidRefusal = ({ code, message }: WireError) =>
  code === 'OFFLINE'
    ? { title: '还没等到结果', note: '账单可能还在出，请在“出过的账”里看它出完没有。' }
    : { title: '没能出账', note: message }

function sayDone(name: string, { newBills, run }: Output<'bills.startRun'>): string {
  if (run.state !== 'done') return `同事正在出${afterHan(name)}的账单，出完在“出过的账”里看`
  return newBills > 0 ? `${name}出了 ${newBills} 张账单` : `${name}的账单早已出齐，没有重复出`
}

function headOf({ from, to, bills, issued }: Preview): string {
  const name = periodWord(from, to)
  if (bills === 0) return issued.bills > 0 ? `${name} · 都出齐了` : `${name} · 没有可以出的`
  return issued.bills > 0 ? `${name} · 已出 ${issued.bills} 张，还可以出` : `${name} · 可以出`
}

function Facts({ preview }: { preview: Preview }) {
  const { earlier, issued, items, changed } = preview
  const difference = preview.amountFen + issued.amountFen - earlier.amountFen
  return (
    <View className="mt4">
      {items.map((item) => (
        <View key={item.code} className="bill-fact t15">
          <View className="num">{`${item.name} · ${item.houses} 户`}</View>
          <Money amountFen={item.amountFen} size="row" />
        </View>
      ))}
      <View className="bill-fact t15">
        <View className="sub num">{`比 ${periodWord(earlier.from, earlier.to)}`}</View>
        <View className="sub num">
          {earlier.houses === 0
            ? '那一期没有出账'
            : !earlier.isWhole
              ? '上一期还没出齐，不能比'
              : difference === 0
                ? '一样'
                : `${difference > 0 ? '多' : '少'} ${sayYuan(Math.abs(difference))} 元`}
        </View>
      </View>
      {changed && changed.count > 0 && (
        <>
          <View className="note sub num mt2">{`${changed.count} 户和上一期不一样`}</View>
          {changed.houses.slice(0, NAMED_MAX).map((one) => (
            <View key={one.house} className="bill-fact note">
              <View className="num">{one.house}</View>
              <View className="sub num">{`${sayYuan(one.earlierFen)} → ${sayYuan(one.amountFen)}`}</View>
            </View>
          ))}
        </>
      )}
    </View>
  )
}

function Warnings({ preview }: { preview: Preview }) {
  return (
    <>
      {preview.warnings.map(({ kind, count, names }) => (
        <Notice
          key={kind}
          tone="due"
          icon="circle-alert"
          title={`${BILL_WARNINGS[kind].zh}：${count} ${kind === 'noBoard' ? '天' : kind.startsWith('no') ? '户' : '项'}`}
          note={`${names.slice(0, NAMED_MAX).join('、')}${count > NAMED_MAX ? ' 等' : ''}。${BILL_WARNINGS[kind].mend}`}
        />
      ))}
    </>
  )
}

function PreviewBones() {
  return (
    <Loading what="试算">
      <View className="card">
        <Bone size="s" width={36} />
        <Bone size="l" width={60} />
        <Bone width={80} />
        <Bone width={72} />
      </View>
    </Loading>
  )
}
