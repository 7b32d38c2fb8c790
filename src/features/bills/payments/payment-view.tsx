import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../components/button'
import { Card } from '../../../components/card'
import { BoneRows, Failed, LastKnown, Loading } from '../../../components/faces'
import { Money } from '../../../components/money'
import { Notice } from '../../../components/notice'
import { Orb, Row } from '../../../components/row'
import { useAct } from '../../../hooks/use-act'
import { useCall } from '../../../hooks/use-call'
import { saidAt } from '../../../services/clock'
import { goHome, openPage } from '../../../services/routes'
import { titleOf } from '../bill-words'
import { PAYMENT_READS } from './payment-reads'
import { isOpen, standingOf, type Payment } from './payment-words'
import { usePaying } from './use-paying'
import './payments.scss'

const ASK_EVERY_MS = 3_000

/** What became of a payment, asked again until it is over. */
export function PaymentView({ attemptId }: { attemptId: string }) {
  const [over, setOver] = useState(false)
  const { data, error, knownAt, again } = useCall(
    'payments.readPayment',
    { attemptId },
    { everyMs: over ? undefined : ASK_EVERY_MS },
  )
  const isOver = data !== undefined && !isOpen(data)
  useEffect(() => setOver(isOver), [isOver])
  if (!data) {
    if (error) return <Failed what="这笔支付" error={error} onAgain={() => void again()} />
    return (
      <Loading what="这笔支付">
        <BoneRows count={3} />
      </Loading>
    )
  }
  return (
    <View className="grid">
      {knownAt !== undefined && <LastKnown at={knownAt} onAgain={() => void again()} />}
      <Head payment={data} />
      <Card flush>
        {data.bills.map((bill) => (
          <Row
            key={bill.billId}
            title={titleOf(bill)}
            note={`${bill.houseLabel} · ${bill.number}`}
            end={<Money amountFen={bill.amountFen} size="row" />}
            onTap={() => openPage('bill', { billId: bill.billId })}
          />
        ))}
      </Card>
      <Moves payment={data} />
    </View>
  )
}

function Head({ payment }: { payment: Payment }) {
  const { icon, tone, title, note } = standingOf(payment)
  return (
    <Card>
      <View className="pay-head">
        <Orb icon={icon} tone={tone} />
        <View className="pay-head-t">{title}</View>
        <Money amountFen={payment.receipt?.amountFen ?? payment.amountFen} size="hero" />
        <View className="t15 sub num">{`${payment.payeeName} · ${saidAt(payment.startedAt)}`}</View>
        <View className="note mute">{note}</View>
      </View>
    </Card>
  )
}

/** What can be done next; the first tap after an open till asks WeChat once by itself. */
function Moves({ payment }: { payment: Payment }) {
  const { attemptId, moves, receipt, bills } = payment
  const paying = usePaying()
  const check = useAct('payments.checkPayment', { refreshes: PAYMENT_READS })
  const cancel = useAct('payments.cancelPayment', { refreshes: PAYMENT_READS })
  const asked = useRef(false)
  const open = isOpen(payment)
  useEffect(() => {
    if (!open || asked.current) return
    asked.current = true
    void check.act({ attemptId })
    // Once for each payment shown: the page then asks our own record again by itself.
  }, [open, attemptId])
  const can = (act: (typeof moves)[number]['act']) => moves.some((move) => move.act === act)
  const error = paying.error ?? cancel.error ?? check.error
  return (
    <>
      {error && <Notice tone="due" icon="circle-alert" title="没能办成" note={error.message} />}
      {receipt && (
        <Button kind="soft" onTap={() => openPage('receipt', { receiptId: receipt.receiptId })}>
          看收据
        </Button>
      )}
      {can('pay') && (
        <Button busy={paying.busy} onTap={() => void paying.pay(bills.map(({ billId }) => billId))}>
          继续支付
        </Button>
      )}
      <View className="duo">
        {can('check') && (
          <Button kind="soft" busy={check.busy && '正在查…'} onTap={() => void check.act({ attemptId })}>
            我付过了，查一下
          </Button>
        )}
        {can('cancel') && (
          <Button kind="outlined" busy={cancel.busy && '正在取消…'} onTap={() => void cancel.act({ attemptId })}>
            取消这笔
          </Button>
        )}
      </View>
      {!open && (
        <Button kind="plain" onTap={goHome}>
          回首页
        </Button>
      )}
    </>
  )
}
