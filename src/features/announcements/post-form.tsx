import { View } from '@tarojs/components'
import { useState } from 'react'
import { ANNOUNCEMENT_KIND_IDS, ANNOUNCEMENT_KINDS, OUTAGE_IDS, OUTAGES } from '../../../types/vocabulary/announcement'
import { businessDate } from '../../../types/vocabulary/dates'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { PickChips } from '../../components/pick-chips'
import { Segmented } from '../../components/segmented'
import { useAct } from '../../hooks/use-act'
import { useCall } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { isOutside } from '../../services/refusals'
import { ANNOUNCEMENT_READS } from './announcement-reads'
import { BuildingChoice } from './building-choice'
import { inputOf, NEW_POST, problemsOf, type PostDraft, type PostProblems } from './post-draft'

const KINDS = ANNOUNCEMENT_KIND_IDS.map((value) => ({ value, word: ANNOUNCEMENT_KINDS[value].zh }))
const WHAT = OUTAGE_IDS.map((value) => ({ value, word: OUTAGES[value].zh }))

/** A new announcement: kind, words, for a planned outage its time, and which buildings it is for. */
export function PostForm({ onPosted }: { onPosted(announcementId: string): void }) {
  const [draft, setDraft] = useState<PostDraft>(NEW_POST)
  const [tried, setTried] = useState(false)
  const { act, busy, error, forgetError } = useAct('announcements.postAnnouncement', { refreshes: ANNOUNCEMENT_READS })
  const { data } = useCall('announcements.listBuildings', {})
  const problems = tried ? problemsOf(draft) : {}
  const write = (change: Partial<PostDraft>) => {
    if (error) forgetError()
    setDraft((before) => ({ ...before, ...change }))
  }
  const post = async () => {
    setTried(true)
    if (Object.keys(problemsOf(draft)).length > 0) return
    const reply = await act(inputOf(draft))
    if (reply.ok) onPosted(reply.data.announcementId)
  }
  const unfinished = Object.keys(problems).length > 0
  return (
    <View className="grid">
      {unfinished && <Notice tone="due" icon="circle-alert" title="还差一点，补好再贴" note="写好的内容都替您留着。" />}
      {!unfinished && error && (
        <Notice
          tone="due"
          icon={isOutside(error) ? 'wifi-off' : 'circle-alert'}
          title="没能贴出"
          note={error.details?.fields?.map(({ message }) => message).join('；') ?? error.message}
        />
      )}
      <Segmented label="哪一类" choices={KINDS} value={draft.kind} onChoose={(kind) => write({ kind })} />
      {draft.kind === 'outage' && <OutageFields draft={draft} problems={problems} onWrite={write} />}
      <Card flush>
        <Field
          icon="pencil"
          label="标题"
          value={draft.title}
          placeholder={ANNOUNCEMENT_KINDS[draft.kind].example.split('，')[0] ?? ''}
          problem={problems.title}
          onChange={(title) => write({ title })}
        />
        <Field
          icon="file-text"
          label="正文"
          lines="several"
          value={draft.text}
          placeholder="什么事、什么时候、要住户做什么、问谁"
          problem={problems.text}
          onChange={(text) => write({ text })}
        />
      </Card>
      {data && (
        <BuildingChoice all={data.buildings} chosen={draft.buildings} onChoose={(buildings) => write({ buildings })} />
      )}
      <View className="note mute">公告谁都能看到，不要写住户的姓名、手机号和完整房号。贴出后不能改，只能撤回。</View>
      <Button busy={busy && '正在贴…'} onTap={() => void post()}>
        贴出，并告诉住户
      </Button>
    </View>
  )
}

interface OutageFieldsProps {
  draft: PostDraft
  problems: PostProblems
  onWrite(change: Partial<PostDraft>): void
}

function OutageFields({ draft, problems, onWrite }: OutageFieldsProps) {
  const dayAfter = (days: number) => businessDate(new Date(now().getTime() + days * 86_400_000))
  const days = [
    { value: dayAfter(0), word: '今天' },
    { value: dayAfter(1), word: '明天' },
    { value: dayAfter(2), word: '后天' },
  ]
  return (
    <>
      <Card>
        <PickChips label="停什么" choices={WHAT} value={draft.what} onPick={(what) => onWrite({ what })} />
      </Card>
      <Card flush>
        <Field
          icon="calendar-days"
          label="哪一天"
          value={draft.day}
          placeholder={`比如 ${dayAfter(1)}`}
          problem={problems.day}
          onChange={(day) => onWrite({ day })}
        >
          <PickChips label="" choices={days} value={draft.day} onPick={(day) => onWrite({ day })} />
        </Field>
        <Field
          icon="clock"
          label="从几点"
          value={draft.from}
          placeholder="9:00"
          problem={problems.from}
          onChange={(from) => onWrite({ from })}
        />
        <Field
          icon="clock"
          label="到几点"
          value={draft.until}
          placeholder="17:00"
          problem={problems.until}
          onChange={(until) => onWrite({ until })}
        />
        <Field
          icon="calendar-days"
          label="跨天的话，到哪一天（不写就是当天）"
          value={draft.lastDay}
          placeholder={`比如 ${dayAfter(2)}`}
          problem={problems.lastDay}
          onChange={(lastDay) => onWrite({ lastDay })}
        />
      </Card>
    </>
  )
}
