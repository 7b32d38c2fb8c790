import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../types/vocabulary/dates'
import { BOARD_FACTS, BOARD_FACT_IDS, PRICE_REGIMES, PRICE_REGIME_IDS } from '../../../types/vocabulary/fee-board'
import { Button } from '../../components/button'
import { Card, Section } from '../../components/card'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { useAct } from '../../hooks/use-act'
import { BOARD_READS } from './board-reads'
import { formProblems, inputOf, type BoardForm } from './draft-form'
import { DraftBasis } from './draft-basis'
import { DraftItems } from './draft-items'
import { PickChips } from '../../components/pick-chips'
import './draft.scss'

const REGIMES = PRICE_REGIME_IDS.map((value) => ({ value, word: PRICE_REGIMES[value].zh }))
interface DraftEditorProps {
  start: BoardForm
  /** The earliest day that the notice allows, if it were posted today. */
  earliest: string | undefined
  /** Nothing hangs yet: the board may have hung on paper before. */
  first: boolean
  onSaved(boardId: string): void
}

/** The whole of a version on one page: day, charges, facts, and what stands behind a rise. */
export function DraftEditor({ start, earliest, first, onSaved }: DraftEditorProps) {
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  const { act, busy, error, forgetError } = useAct('fees.draftBoard', { refreshes: BOARD_READS })
  const problems = tried ? formProblems(form) : {}
  const write = (change: Partial<BoardForm>) => {
    if (error) forgetError()
    setForm((before) => ({ ...before, ...change }))
  }
  const save = async () => {
    setTried(true)
    if (Object.keys(formProblems(form)).length > 0) return
    const reply = await act(inputOf(form))
    if (reply.ok) onSaved(reply.data.boardId)
  }
  const [problem] = Object.values(problems)
  return (
    <>
      {(problem ?? error) && (
        <Notice
          tone="due"
          icon="circle-alert"
          title={problem ? '还差一点' : '没能存下'}
          note={problem ?? error?.details?.fields?.[0]?.message ?? error?.message}
        />
      )}
      <View className="draft-cols">
        <View className="grid">
          <DayCard form={form} earliest={earliest} first={first} problems={problems} onWrite={write} />
          <Section title="收费项目" note={`${form.items.length} 项`} />
          <DraftItems items={form.items} onChange={(items) => write({ items })} />
        </View>
        <View className="grid">
          <Section first title="公示牌上的话" />
          <Facts form={form} onWrite={write} />
          <Section title="涨价的依据" note="涨物业费或新增共同收费时必填" />
          <DraftBasis form={form} problem={problems.basis} onWrite={write} />
        </View>
      </View>
      <Button busy={busy && '正在存…'} onTap={() => void save()}>
        存草稿
      </Button>
    </>
  )
}

interface PartProps {
  form: BoardForm
  onWrite(change: Partial<BoardForm>): void
}

function DayCard({
  form,
  earliest,
  first,
  problems,
  onWrite,
}: PartProps & { earliest: string | undefined; first: boolean; problems: Record<string, string> }) {
  return (
    <Card flush>
      <Field
        icon="calendar-days"
        label="执行日期"
        value={form.effectiveFrom}
        placeholder="比如 2026-06-01"
        problem={problems.effectiveFrom}
        onChange={(effectiveFrom) => onWrite({ effectiveFrom: effectiveFrom.trim() })}
      />
      {earliest && earliest !== form.effectiveFrom && (
        <PickChips
          label={`价格有变化要提前公示；今天贴出，最早 ${sayDate(earliest)}起执行`}
          choices={[{ value: earliest, word: `用 ${earliest}` }]}
          value={undefined}
          onPick={(effectiveFrom) => onWrite({ effectiveFrom })}
        />
      )}
      {first && (
        <Field
          icon="calendar-days"
          label="纸质公示从哪天贴起（没有就空着）"
          value={form.shownSince}
          placeholder="比如 2025-01-01"
          problem={problems.shownSince}
          onChange={(shownSince) => onWrite({ shownSince: shownSince.trim() })}
        />
      )}
    </Card>
  )
}

function Facts({ form, onWrite }: PartProps) {
  return (
    <Card flush>
      {BOARD_FACT_IDS.map((key) => (
        <Field
          key={key}
          icon={key === 'complaintPhone' || key === 'reportPhone' ? 'phone' : 'pencil'}
          label={BOARD_FACTS[key].zh}
          value={form.facts[key]}
          placeholder={BOARD_FACTS[key].hint}
          onChange={(words) => onWrite({ facts: { ...form.facts, [key]: words } })}
        />
      ))}
      <PickChips
        label="价格管理形式"
        choices={REGIMES}
        value={form.priceRegime}
        onPick={(priceRegime) => onWrite({ priceRegime })}
      />
    </Card>
  )
}
