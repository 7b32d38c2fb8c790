import type { Output } from '../../../types/contracts'
import { REPAIR_ACTS, REPAIR_STATES, type RepairState } from '../../../types/vocabulary/repair'
import { ROLES } from '../../../types/vocabulary/roles'
import type { Tone } from '../../components/row'
import type { Happening } from '../../components/timeline'
import { saidAt } from '../../services/clock'

export type RepairCard = Output<'repairs.listRepairs'>['repairs'][number]
export type Repair = Output<'repairs.readRepair'>
export type RepairMove = Repair['moves'][number]

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

/** Warm colour is kept for what waits for the reader; whoever only waits sees the same state in a quiet one. */
export function toneOf({ state, moves }: Pick<RepairCard, 'state' | 'moves'>): Tone {
  const { tone } = REPAIR_STATES[state]
  return tone === 'due' && moves.every(({ act }) => act !== 'receive') ? 'plain' : tone
}

/** What happens now, in one line, for somebody who waits. */
const WAITING_FOR = {
  submitted: '等物业受理',
  received: '物业已受理，正在安排',
  dispatched: '已派给师傅，等接单',
  taken: '师傅接单了，正在路上',
  arrived: '师傅到了',
  working: '正在修',
  done: '修完了，等您确认',
  confirmed: '修好了',
  withdrawn: '已撤销',
  closedUnfixed: '没有修，已关闭',
} as const satisfies Record<RepairState, string>

export const waitingFor = (state: RepairState): string => WAITING_FOR[state]

export const isOpen = (state: RepairState): boolean => REPAIR_STATES[state].open

/** Who did it, as a title says it; nobody where the clock did. */
const doerOf = ({ mine, role }: Repair['events'][number]): string => (mine ? '您' : role ? ROLES[role].zh : '')

/** The timeline, newest first; whoever acted is named by role, and by name where the reader may know it. */
export function happeningsOf({ events }: Repair): Happening[] {
  return [...events]
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
    .map((event, place) => ({
      key: event.eventId,
      title: `${doerOf(event)}${REPAIR_ACTS[event.act].zh}`,
      when: saidAt(event.at),
      note: [event.mine ? undefined : event.name, event.note].filter(Boolean).join('：') || undefined,
      now: place === 0,
    }))
}
