import type { Output } from '../../../types/contracts'
import {
  REPAIR_ACTS,
  REPAIR_CLOCKS,
  REPAIR_STATES,
  UNFIXED_REASONS,
  type RepairState,
} from '../../../types/vocabulary/repair'
import { ROLES } from '../../../types/vocabulary/roles'
import type { Tone } from '../../components/row'
import type { Happening } from '../../components/timeline'
import { saidAt } from '../../services/clock'

export type RepairCard = Output<'repairs.listRepairs'>['repairs'][number]
export type Repair = Output<'repairs.readRepair'>
export type RepairMove = Repair['moves'][number]
export type Waiting = Output<'repairs.listRepairs'>['waiting']

const TITLE_MIN = 4
const TITLE_MAX = 22

/** A title is the first thing the person said: up to the first stop, or to where a line on a phone ends. */
export function titleOf(description: string): string {
  const [line = ''] = description.trim().split('\n')
  const stop = line.search(/[，。；！？,;!?]/)
  const said = stop >= TITLE_MIN ? line.slice(0, stop) : line.replace(/[。！!]$/, '')
  const letters = [...said]
  return letters.length > TITLE_MAX ? `${letters.slice(0, TITLE_MAX).join('')}…` : said
}

type Placed = Pick<RepairCard, 'place' | 'houseLabel'>

/** The place alone, for somebody who knows the house or reads it beside: whoever typed the house as well is not repeated. */
export const placeOf = ({ place, houseLabel }: Placed): string =>
  place.startsWith(`${houseLabel} `) ? place.slice(houseLabel.length + 1) : place

/** The house and the place: a place that names its own building already says where to go. */
export function placeInHouse({ place, houseLabel }: Placed): string {
  const building = houseLabel.split(' ').slice(0, 2).join(' ')
  return place.startsWith(building) ? place : `${houseLabel} ${place}`
}

export const can = ({ moves }: Pick<RepairCard, 'moves'>, wanted: RepairMove['act']): boolean =>
  moves.some(({ act }) => act === wanted)

/** What waits for the reader, in the reader's words; the first that is offered counts. */
const WAITS_FOR_READER = [
  { act: 'receive', zh: '待受理' },
  { act: 'dispatch', zh: '待派单' },
  { act: 'take', zh: '等您接单' },
  { act: 'confirm', zh: '等您确认' },
] as const

/**
 * How it stands, in a word. Red is a promise whose time is past, warm what waits for the reader; whoever only waits sees
 * the same state in a quiet colour.
 */
export function standingOf(repair: Pick<RepairCard, 'state' | 'moves' | 'due' | 'returned'>): {
  word: string
  tone: Tone
} {
  if (repair.due?.overdue) return { word: '超时', tone: 'bad' }
  const mine = WAITS_FOR_READER.find(({ act }) => can(repair, act))
  if (mine) return { word: mine.act === 'dispatch' && repair.returned ? '退回待派' : mine.zh, tone: 'due' }
  const { zh, tone } = REPAIR_STATES[repair.state]
  return { word: zh, tone: tone === 'due' ? 'plain' : tone }
}

/** What happens now, in one line, for somebody who waits. */
export function waitingFor(repair: Pick<RepairCard, 'state' | 'assignee' | 'moves'>): string {
  const who = repair.assignee?.mine ? '您' : (repair.assignee?.name ?? '师傅')
  const words: Record<RepairState, string> = {
    submitted: '等物业受理',
    received: '物业已受理，正在派人',
    dispatched: repair.assignee?.mine ? '派给您了，等您接单' : `派给${who}了，等他接单`,
    taken: repair.assignee?.mine ? '您接了这一单' : `${who}接单了，正要过去`,
    arrived: `${who}到了`,
    working: `${who}正在修`,
    done: can(repair, 'confirm') ? '修完了，等您看一眼' : '修完了，等报修的人确认',
    confirmed: '修好了',
    withdrawn: '已撤销',
    closedUnfixed: '没有修，已经关闭',
  }
  return words[repair.state]
}

/** The timeline, newest first; whoever acted is named by role, and by name where the reader may know it. */
export function happeningsOf({ events }: Repair): Happening[] {
  return [...events]
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
    .map((event, place) => ({
      key: event.eventId,
      title: titleOfEvent(event),
      when: saidAt(event.at),
      note: noteOfEvent(event),
      now: place === 0,
      bad: event.act === 'miss',
    }))
}

type RepairEvent = Repair['events'][number]

function titleOfEvent({ act, clock, mine }: RepairEvent): string {
  if (act === 'miss') return clock ? `过了${REPAIR_CLOCKS[clock].zh}的承诺时间` : REPAIR_ACTS.miss.zh
  return mine ? `您${REPAIR_ACTS[act].zh}` : REPAIR_ACTS[act].zh
}

function noteOfEvent(event: RepairEvent): string | undefined {
  if (event.act === 'miss') return '已经提醒客服和项目经理'
  if (event.act === 'confirmBySilence') return '按约定自动确认，不会替人打分'
  const who = event.mine || !event.role ? '' : [ROLES[event.role].zh, event.name].filter(Boolean).join(' ')
  const whom = event.to && `派给 ${event.to}`
  const why = event.unfixedReason && UNFIXED_REASONS[event.unfixedReason].zh
  const said = [whom, why, event.note].filter(Boolean).join('，')
  return [who, said].filter(Boolean).join('：') || undefined
}
