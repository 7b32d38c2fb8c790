import { ANNOUNCEMENT_LIMITS, type AnnouncementKind } from '../../../types/vocabulary/announcement'

const DAY_MS = 86_400_000
/** A private mobile number: what is posted can be read by anyone, so only the office's own telephone belongs there. */
const MOBILE = /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/u
/** 18 digits of an identity card, the last of which may be X. */
const IDENTITY_CARD = /(?<!\d)\d{17}[\dXx](?![\dXx])/u

export interface DraftAnnouncement {
  kind: AnnouncementKind
  title: string
  text: string
  outage: { startsAt: string; endsAt: string } | undefined
  buildings: readonly string[]
}

export interface FieldProblem {
  path: string
  message: string
}

/** What must be mended before it can be posted: everything at once, each at its field. */
export function problemsOf(
  draft: DraftAnnouncement,
  { now, buildings }: { now: Date; buildings: readonly string[] },
): FieldProblem[] {
  const unknown = draft.buildings.filter((building) => !buildings.includes(building))
  return [
    ...outageProblems(draft, now),
    ...(unknown.length > 0 ? [{ path: 'buildings', message: `登记里没有 ${unknown.join('、')} 栋，请重新选` }] : []),
    ...(['title', 'text'] as const).flatMap((path) => privacyProblem(path, draft[path])),
  ]
}

function outageProblems({ kind, outage }: DraftAnnouncement, now: Date): FieldProblem[] {
  if (kind !== 'outage')
    return outage === undefined ? [] : [{ path: 'outage', message: '只有停水停电要写起止时间，请去掉' }]
  if (!outage) return [{ path: 'outage', message: '请写明停什么、从几点到几点' }]
  const startsAt = Date.parse(outage.startsAt)
  const endsAt = Date.parse(outage.endsAt)
  const { aheadDaysMax, lastsDaysMax } = ANNOUNCEMENT_LIMITS
  if (endsAt <= startsAt) return [{ path: 'outage', message: '结束要晚于开始，请核对时间' }]
  if (endsAt <= now.getTime()) return [{ path: 'outage', message: '这段时间已经过去，请核对日期' }]
  if (endsAt - startsAt > lastsDaysMax * DAY_MS)
    return [{ path: 'outage', message: `一次最多 ${lastsDaysMax} 天，请核对日期` }]
  if (startsAt - now.getTime() > aheadDaysMax * DAY_MS)
    return [{ path: 'outage', message: `最多提前 ${aheadDaysMax} 天通知，请核对日期` }]
  return []
}

function privacyProblem(path: 'title' | 'text', words: string): FieldProblem[] {
  if (MOBILE.test(words)) return [{ path, message: '公告谁都能看，请不要写个人手机号，改写办公电话' }]
  if (IDENTITY_CARD.test(words)) return [{ path, message: '公告谁都能看，请不要写身份证号' }]
  return []
}
