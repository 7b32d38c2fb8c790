import type { Input } from '../../../types/contracts'
import { ANNOUNCEMENT_LIMITS, type AnnouncementKind, type Outage } from '../../../types/vocabulary/announcement'

/** What is typed on the form of a new announcement; times as people write them. */
export interface PostDraft {
  kind: AnnouncementKind
  title: string
  text: string
  what: Outage
  day: string
  from: string
  until: string
  /** Empty means the same day. */
  lastDay: string
  buildings: string[]
}

export const NEW_POST: PostDraft = {
  kind: 'notice',
  title: '',
  text: '',
  what: 'water',
  day: '',
  from: '',
  until: '',
  lastDay: '',
  buildings: [],
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const CLOCK = /^([01]?\d|2[0-3])[:：][0-5]\d$/

export type PostProblems = Partial<Record<'title' | 'text' | 'day' | 'from' | 'until' | 'lastDay', string>>

const length = (words: string): number => [...words.trim()].length

/** What is still missing, at its field; the server looks at the rest. */
export function problemsOf(draft: PostDraft): PostProblems {
  const { titleMin, titleMax, textMin, textMax } = ANNOUNCEMENT_LIMITS
  const problems: PostProblems = {}
  const title = length(draft.title)
  const text = length(draft.text)
  if (title < titleMin) problems.title = `标题至少写 ${titleMin} 个字`
  if (title > titleMax) problems.title = `标题最多 ${titleMax} 个字，现在 ${title} 个`
  if (text < textMin) problems.text = `正文至少写 ${textMin} 个字`
  if (text > textMax) problems.text = `正文最多 ${textMax} 个字，现在 ${text} 个`
  return draft.kind === 'outage' ? { ...problems, ...timeProblems(draft) } : problems
}

function timeProblems({ day, from, until, lastDay }: PostDraft): PostProblems {
  const problems: PostProblems = {}
  if (!isDay(day)) problems.day = '写成 2026-01-31 这样'
  if (!CLOCK.test(from.trim())) problems.from = '写成 9:00 这样'
  if (!CLOCK.test(until.trim())) problems.until = '写成 17:00 这样'
  if (lastDay.trim() !== '' && !isDay(lastDay)) problems.lastDay = '写成 2026-01-31 这样'
  return problems
}

const isDay = (day: string): boolean => DAY.test(day.trim()) && !Number.isNaN(Date.parse(day.trim()))

/** The clock of Asia/Shanghai as an instant. */
const instantOf = (day: string, clock: string): string =>
  new Date(`${day.trim()}T${clock.trim().replace('：', ':').padStart(5, '0')}:00+08:00`).toISOString()

export const inputOf = (draft: PostDraft): Input<'announcements.postAnnouncement'> => ({
  kind: draft.kind,
  title: draft.title.trim(),
  text: draft.text.trim(),
  buildings: draft.buildings,
  ...(draft.kind === 'outage' && {
    outage: {
      what: draft.what,
      startsAt: instantOf(draft.day, draft.from),
      endsAt: instantOf(draft.lastDay.trim() === '' ? draft.day : draft.lastDay, draft.until),
    },
  }),
})
