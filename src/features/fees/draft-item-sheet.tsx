import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  FEE_KINDS,
  FEE_KIND_IDS,
  FEE_PERIODS,
  FEE_PERIOD_IDS,
  FEE_TIERS,
  FEE_TIER_IDS,
} from '../../../types/vocabulary/fee'
import { Button } from '../../components/button'
import { Fields, type FormLine } from '../../components/fields'
import { Sheet } from '../../components/sheet'
import { itemProblems, type FormItem } from './draft-form'
import { PickChips } from '../../components/pick-chips'
import './draft.scss'

const KINDS = FEE_KIND_IDS.map((value) => ({ value, word: FEE_KINDS[value].zh }))
const PERIODS = FEE_PERIOD_IDS.map((value) => ({ value, word: FEE_PERIODS[value].zh }))
const TIERS = FEE_TIER_IDS.map((value) => ({ value, word: FEE_TIERS[value].zh }))

const LINES: readonly FormLine<'name' | 'price' | 'most' | 'unitWords' | 'basisWords'>[] = [
  { key: 'name', icon: 'tag', label: '项目名称', placeholder: '比如：物业服务费' },
  { key: 'price', icon: 'receipt-text', label: '单价（元）', placeholder: '比如 1.35；不收费写 0' },
  { key: 'most', icon: 'receipt-text', label: '最高价（元，一口价不用写）', placeholder: '比如 120' },
  { key: 'unitWords', icon: 'info', label: '计价单位', placeholder: '比如：每平方米 · 月' },
  { key: 'basisWords', icon: 'file-text', label: '收费依据', placeholder: '比如：物业服务合同第 8 条' },
]

interface DraftItemSheetProps {
  item: FormItem
  onSave(item: FormItem): void
  onRemove(): void
  onClose(): void
}

/** One charge: what it is called, how it is measured, what it costs and on what it rests. */
export function DraftItemSheet({ item, onSave, onRemove, onClose }: DraftItemSheetProps) {
  const [form, setForm] = useState(item)
  const [tried, setTried] = useState(false)
  const problems = tried ? itemProblems(form) : {}
  const write = (change: Partial<FormItem>) => setForm({ ...form, ...change })
  const save = () => {
    setTried(true)
    if (Object.keys(itemProblems(form)).length === 0) onSave(form)
  }
  return (
    <Sheet open title={item.name || '新的收费项目'} onClose={onClose}>
      <View className="item-sheet">
        <Fields lines={LINES} values={form} problems={problems} onWrite={write} />
        <PickChips label="怎么算" choices={KINDS} value={form.kind} onPick={(kind) => write({ kind })} />
        <PickChips label="多久收一次" choices={PERIODS} value={form.per} onPick={(per) => write({ per })} />
        <PickChips label="属于哪一类" choices={TIERS} value={form.tier} onPick={(tier) => write({ tier })} />
      </View>
      <View className="duo mt5">
        <Button kind="outlined" icon="trash-2" onTap={onRemove}>
          删掉
        </Button>
        <Button className="btn-last" onTap={save}>
          写好了
        </Button>
      </View>
    </Sheet>
  )
}
