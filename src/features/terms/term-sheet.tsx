import { View } from '@tarojs/components'
import { useState } from 'react'
import { businessDate } from '../../../types/vocabulary/dates'
import { Button } from '../../components/button'
import { Fields, type FormLine } from '../../components/fields'
import { Notice } from '../../components/notice'
import { PickChips } from '../../components/pick-chips'
import { Sheet } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { now } from '../../services/clock'
import { daysOf, daysProblems, TERM_READS, type TermHouse, type TermsPage } from './term-words'
import './terms.scss'

type Kind = 'space' | 'relief' | 'tenant' | 'organisation'

const KINDS: readonly { value: Kind; word: string }[] = [
  { value: 'space', word: '车位等按个数收的' },
  { value: 'tenant', word: '请租户缴费' },
  { value: 'organisation', word: '由单位缴费' },
  { value: 'relief', word: '减收' },
]

const DAYS: readonly FormLine<'from' | 'until'>[] = [
  { key: 'from', icon: 'calendar-days', label: '从哪天起', placeholder: '2026-01-31' },
  { key: 'until', icon: 'calendar-days', label: '到哪天前（没有期限不用写）', placeholder: '2026-12-31' },
]
const QUANTITY: FormLine<'quantity'> = {
  key: 'quantity',
  icon: 'calculator',
  label: '几个',
  placeholder: '1',
  keyboard: 'number',
}
const RELIEF: readonly FormLine<'percent' | 'basisWords'>[] = [
  { key: 'percent', icon: 'calculator', label: '收百分之几', placeholder: '比如 70', keyboard: 'number' },
  { key: 'basisWords', icon: 'file-text', label: '依据的文件和条款', placeholder: '比如：物业收费管理办法第 20 条' },
]

interface TermSheetProps {
  house: TermHouse
  page: TermsPage
  onDone(sentence: string): void
  onClose(): void
}

/** One more thing for a house: how many of something, a relief, or who pays. A tenant is asked and answers alone. */
export function TermSheet({ house, page, onDone, onClose }: TermSheetProps) {
  const [kind, setKind] = useState<Kind>('space')
  const [picked, setPicked] = useState<string>()
  const [form, setForm] = useState({ from: businessDate(now()), until: '', quantity: '1', percent: '', basisWords: '' })
  const [tried, setTried] = useState(false)
  const { save, busy, error } = useSave(house.houseId)
  const choices = choicesOf(kind, house, page)
  const choice = picked ?? choices?.[0]?.value
  const missing = daysProblems(form)
  const said = Object.fromEntries((error?.details?.fields ?? []).map(({ path, message }) => [path, message]))
  const problems = tried ? { ...said, ...missing } : {}
  const done = async () => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    const ok = await save(kind, { ...form, choice: choice ?? '' })
    if (ok) onDone(kind === 'tenant' ? `已请租户答复 ${house.label} 由谁缴费` : `已登记在 ${house.label}`)
  }
  const write = (change: Partial<typeof form>) => setForm({ ...form, ...change })
  return (
    <Sheet open title={`登记 ${house.label}`} onClose={onClose}>
      {error && (
        <View className="mt3">
          <Notice tone="due" icon="circle-alert" title="没能登记" note={said.houseId ?? error.message} />
        </View>
      )}
      <View className="terms-sheet">
        <PickChips
          label="登记什么"
          choices={KINDS.filter(({ value }) => value !== 'relief' || page.mayRelieve)}
          value={kind}
          onPick={(next) => {
            setKind(next)
            setPicked(undefined)
          }}
        />
        {choices && choices.length > 0 && (
          <PickChips label={PICK[kind]} choices={choices} value={choice} onPick={setPicked} />
        )}
        {choices?.length === 0 && <View className="note due mt3">{NOTHING[kind]}</View>}
        <View>
          {kind === 'space' && <Fields lines={[QUANTITY]} values={form} problems={problems} onWrite={write} />}
          {kind === 'relief' && <Fields lines={RELIEF} values={form} problems={problems} onWrite={write} />}
          <Fields lines={DAYS} values={form} problems={problems} onWrite={write} />
        </View>
        <View className="note mute mt2">下一次出账就照登记的算；已经出过的账单不会变。</View>
      </View>
      <View className="duo mt4">
        <Button kind="outlined" onTap={onClose}>
          先不登记
        </Button>
        <Button
          className="btn-last"
          disabled={choices?.length === 0}
          busy={busy && '正在登记…'}
          onTap={() => void done()}
        >
          {kind === 'tenant' ? '请租户答复' : '确定登记'}
        </Button>
      </View>
    </Sheet>
  )
}

const PICK: Record<Kind, string> = { space: '哪一项', tenant: '哪位租户', organisation: '哪个单位', relief: '' }
const NOTHING: Record<Kind, string> = {
  space: '收费公示里还没有按个数收的项目，请先公示。',
  tenant: '这套房现在没有绑定的租户，请租户先绑定。',
  organisation: '业主登记里还没有单位，请先在业主登记里补上。',
  relief: '',
}

function choicesOf(kind: Kind, house: TermHouse, page: TermsPage) {
  if (kind === 'space') return page.spaceItems.map(({ code, name }) => ({ value: code, word: name }))
  if (kind === 'tenant') return house.tenants.map(({ bindingId, name }) => ({ value: bindingId, word: name || '租户' }))
  if (kind === 'organisation') return page.organisations.map(({ ownerId, name }) => ({ value: ownerId, word: name }))
  return undefined
}

interface Typed {
  from: string
  until: string
  quantity: string
  percent: string
  basisWords: string
  choice: string
}

/** A figure as typed; what is none goes on as it is no number, and the server says which field. */
const figure = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed.trim()))

function useSave(houseId: string) {
  const refreshes = TERM_READS
  const space = useAct('bills.registerSpace', { refreshes })
  const relief = useAct('bills.registerRelief', { refreshes })
  const tenant = useAct('bills.askTenantToPay', { refreshes })
  const organisation = useAct('bills.registerPayer', { refreshes })
  const [last, setLast] = useState<Kind>('space')
  const acts = { space, relief, tenant, organisation }
  const save = async (kind: Kind, typed: Typed): Promise<boolean> => {
    setLast(kind)
    const base = { houseId, ...daysOf(typed) }
    const { choice } = typed
    const send = {
      space: () => space.act({ ...base, itemCode: choice, quantity: figure(typed.quantity) }),
      relief: () => relief.act({ ...base, percent: figure(typed.percent), basisWords: typed.basisWords.trim() }),
      tenant: () => tenant.act({ ...base, bindingId: choice }),
      organisation: () => organisation.act({ ...base, ownerId: choice }),
    }
    return (await send[kind]()).ok
  }
  return { save, busy: acts[last].busy, error: acts[last].error }
}
