import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayYuan } from '../../../../types/vocabulary/money'
import { Card } from '../../../components/card'
import { BoneRows, Empty, Failed, Loading } from '../../../components/faces'
import { Notice } from '../../../components/notice'
import { Page } from '../../../components/page'
import { useCall, usePages } from '../../../hooks/use-call'
import { openPage } from '../../../services/routes'
import { BillPick } from './bill-pick'
import { PayBar } from './pay-bar'
import { UnderWay } from './under-way'
import { usePaying } from './use-paying'

/** Which of one's open bills to pay now; all of them, unless some are taken out. */
export function PayPage({ first }: { first: string | undefined }) {
  const list = usePages('bills.listBills', { filter: 'open' })
  const [left, setLeft] = useState<string[]>()
  const paying = usePaying()
  const payable = list.data?.[0]?.bills.filter(({ state }) => state === 'issued' || state === 'partiallyPaid') ?? []
  const out = left ?? (first === undefined ? [] : payable.flatMap(({ billId }) => (billId === first ? [] : [billId])))
  const billIds = payable.flatMap(({ billId }) => (out.includes(billId) ? [] : [billId]))
  const preview = useCall('payments.previewPayment', { billIds }, { enabled: billIds.length > 0 })
  const turn = (billId: string) => setLeft(out.includes(billId) ? out.filter((it) => it !== billId) : [...out, billId])
  const canPay = preview.data?.wechat.isOpen === true && (preview.data.underWay.length === 0 || paying.busy !== false)
  return (
    <Page
      title="缴费"
      foot={
        billIds.length > 0 &&
        preview.data &&
        canPay && (
          <PayBar
            billIds={billIds}
            payeeName={preview.data.payeeName}
            amountFen={preview.data.amountFen}
            paying={paying}
          />
        )
      }
    >
      {!list.data && list.error && <Failed what="账单" error={list.error} onAgain={() => void list.again()} />}
      {!list.data && !list.error && (
        <Loading what="账单">
          <BoneRows count={3} />
        </Loading>
      )}
      {list.data && payable.length === 0 && (
        <Empty icon="check" title="没有要缴的账单" note="缴过的，在“收据”里都能查到。" action={RECEIPTS} />
      )}
      {payable.length > 0 && (
        <View className="grid">
          {paying.error && <Notice tone="due" icon="circle-alert" title="没能开始付款" note={paying.error.message} />}
          {preview.error && billIds.length > 0 && (
            <Notice tone="due" icon="circle-alert" title="这几张不能一起付" note={preview.error.message} />
          )}
          {preview.data?.wechat.whyNot && (
            <Notice tone="due" icon="info" title="现在不能用微信付" note={preview.data.wechat.whyNot} />
          )}
          {paying.busy === false &&
            preview.data?.underWay.map((payment) => <UnderWay key={payment.attemptId} payment={payment} />)}
          <Card flush>
            {payable.map((bill) => (
              <BillPick
                key={bill.billId}
                bill={bill}
                on={!out.includes(bill.billId)}
                onTurn={() => turn(bill.billId)}
              />
            ))}
          </Card>
          <View className="note mute num pay-sum">
            {billIds.length === 0
              ? '请至少选一张账单'
              : `选了 ${billIds.length} 张，一共 ¥${sayYuan(preview.data?.amountFen ?? 0)}`}
          </View>
        </View>
      )}
    </Page>
  )
}

const RECEIPTS = { word: '看收据', onTap: () => openPage('receipts', {}) }
