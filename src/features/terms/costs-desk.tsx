import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { addMonths, monthAround, sayPeriod } from '../../../types/vocabulary/dates'
import { readDecimal, sayYuan } from '../../../types/vocabulary/money'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { BoneRows, Empty, Failed, LastKnown, Loading } from '../../components/faces'
import { Fields, type FormLine } from '../../components/fields'
import { Notice } from '../../components/notice'
import { PickChips } from '../../components/pick-chips'
import { Row } from '../../components/row'
import { Confirm, Sheet } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { TERM_READS, type TermsPage } from './term-words'
import './terms.scss'

type Cost = Output<'bills.listCosts'>['costs'][number]

const monthWord = (month: string): string => sayPeriod(month, addMonths(month, 1))
const scopeWord = ({ building, stair }: { building?: string | undefined; stair?: string | undefined }): string =>
  building === undefined ? '全小区' : stair === undefined ? `${building} 栋` : `${building} 栋 ${stair} 单元`

/** Costs of each month that houses share by area; entered here, shared by the run of that month. */
export function CostsDesk() {
  const list = useCall('bills.listCosts', {})
  const terms = useCall('bills.listTerms', { search: '' })
  const [adding, setAdding] = useState(false)
  const [dropping, setDropping] = useState<Cost>()
  const again = () => void list.again()
  if (!list.data) {
    if (list.error) return <Failed what="分摊费用" error={list.error} onAgain={again} />
    return (
      <Loading what="分摊费用">
        <BoneRows count={3} />
      </Loading>
    )
  }
  const { costs } = list.data
  return (
    <>
      {list.knownAt !== undefined && <LastKnown at={list.knownAt} onAgain={again} />}
      {costs.length === 0 ? (
        <Empty icon="receipt-text" title="还没有分摊费用" note="公共用电这样的费用，按月登记，出账时按面积分给各户。" />
      ) : (
        <Card flush>
          {costs.map((cost) => (
            <Row
              key={cost.costId}
              icon="receipt-text"
              tone={cost.isBilled ? 'ok' : 'due'}
              title={`${cost.itemName} ${sayYuan(cost.amountFen)} 元`}
              note={[monthWord(cost.month), scopeWord(cost), cost.words, cost.enteredBy].filter(Boolean).join(' · ')}
              end={
                cost.isBilled ? (
                  <Chip tone="ok">已出账</Chip>
                ) : (
                  <Button
                    kind="ghost"
                    size="pill"
                    label={`删掉 ${monthWord(cost.month)}${cost.itemName}`}
                    onTap={() => setDropping(cost)}
                  >
                    删掉
                  </Button>
                )
              }
            />
          ))}
        </Card>
      )}
      {terms.data?.costItems.length === 0 ? (
        <Notice
          tone="due"
          icon="circle-alert"
          title="公示里还没有按面积分摊的项目"
          note="先在收费公示里写上这一项，才能登记费用。"
        />
      ) : (
        <Button kind="soft" icon="plus" onTap={() => setAdding(true)}>
          登记一笔分摊费用
        </Button>
      )}
      {adding && terms.data && <CostSheet items={terms.data.costItems} onClose={() => setAdding(false)} />}
      {dropping && <Drop key={dropping.costId} cost={dropping} onClose={() => setDropping(undefined)} />}
    </>
  )
}

function Drop({ cost, onClose }: { cost: Cost; onClose(): void }) {
  const { act, busy, error } = useAct('bills.dropCost', { refreshes: TERM_READS })
  const drop = async () => {
    if ((await act({ costId: cost.costId })).ok) onClose()
  }
  return (
    <Confirm
      open
      title={`删掉 ${monthWord(cost.month)}${cost.itemName}`}
      note={`${sayYuan(cost.amountFen)} 元，${scopeWord(cost)}。还没有出过账，删掉可以再登记。`}
      yes="确定删掉"
      no="先不删"
      busy={busy && '正在删…'}
      onYes={() => void drop()}
      onClose={onClose}
    >
      {error && <Notice tone="due" icon="circle-alert" title="没能删掉" note={error.message} />}
    </Confirm>
  )
}

type Key = 'amount' | 'building' | 'stair' | 'words'
const LINES: readonly FormLine<Key>[] = [
  { key: 'amount', icon: 'receipt-text', label: '金额（元）', placeholder: '比如 1234.56' },
  { key: 'words', icon: 'pencil', label: '说明', placeholder: '比如：6 月公共用电，电费单 1 张' },
  { key: 'building', icon: 'building-2', label: '只分给哪一栋（全小区不用写）', placeholder: '比如 3' },
  { key: 'stair', icon: 'door-open', label: '只分给哪个单元（不分单元不用写）', placeholder: '比如 2' },
]

function CostSheet({ items, onClose }: { items: TermsPage['costItems']; onClose(): void }) {
  const { act, busy, error } = useAct('bills.registerCost', { refreshes: TERM_READS })
  const thisMonth = monthAround(now()).from
  const months = [0, 1, 2, 3].map((ago) => addMonths(thisMonth, -ago))
  const [itemCode, setItemCode] = useState(items[0]?.code ?? '')
  const [month, setMonth] = useState(addMonths(thisMonth, -1))
  const [form, setForm] = useState<Record<Key, string>>({ amount: '', building: '', stair: '', words: '' })
  const [tried, setTried] = useState(false)
  const amountFen = readDecimal(form.amount, 2)
  const said = Object.fromEntries((error?.details?.fields ?? []).map(({ path, message }) => [path, message]))
  const missing = amountFen === undefined ? { amount: '金额写成 1234.56 这样' } : {}
  const save = async () => {
    setTried(true)
    if (amountFen === undefined) return
    const [building, stair] = [form.building.trim(), form.stair.trim()]
    const scope = { ...(building && { building }), ...(stair && { stair }) }
    const reply = await act({ itemCode, month, amountFen, words: form.words.trim(), ...scope })
    if (reply.ok) onClose()
  }
  return (
    <Sheet open title="登记一笔分摊费用" onClose={onClose}>
      {error && Object.keys(said).length === 0 && (
        <View className="mt3">
          <Notice tone="due" icon="circle-alert" title="没能登记" note={error.message} />
        </View>
      )}
      <View className="terms-sheet">
        <PickChips
          label="哪一项"
          choices={items.map(({ code, name }) => ({ value: code, word: name }))}
          value={itemCode}
          onPick={setItemCode}
        />
        <PickChips
          label="哪个月的"
          choices={months.map((value) => ({ value, word: monthWord(value) }))}
          value={month}
          onPick={setMonth}
        />
        <View>
          <Fields
            lines={LINES}
            values={form}
            problems={tried ? { ...said, ...(said.amountFen && { amount: said.amountFen }), ...missing } : {}}
            onWrite={(change) => setForm({ ...form, ...change })}
          />
        </View>
      </View>
      <View className="duo mt4">
        <Button kind="outlined" onTap={onClose}>
          先不登记
        </Button>
        <Button className="btn-last" busy={busy && '正在登记…'} onTap={() => void save()}>
          确定登记
        </Button>
      </View>
    </Sheet>
  )
}
