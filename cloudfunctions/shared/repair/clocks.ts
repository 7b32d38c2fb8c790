import {
  REPAIR_CLOCK_IDS,
  REPAIR_LIMITS,
  type PromiseCalendar,
  type RepairAct,
  type RepairClock,
  type RepairClockState,
  type RepairState,
} from '../../../types/vocabulary/repair'
import { dueAfter } from './due-after'

/** What the contract promised for one clock when the order was filed. */
export interface FrozenPromise {
  clock: RepairClock
  minutes: number
  calendar: PromiseCalendar
}

/** Something that happened to the order, as far as clocks look at it. */
export interface Happening {
  act: RepairAct
  at: Date
  /** Which clock, of a `miss`. */
  detail?: string | null
}

export interface ClockReading {
  clock: RepairClock
  state: RepairClockState
  dueAt: Date
  /** When the thing promised was done; absent while it is not. */
  metAt: Date | undefined
  /** Minutes after the due time, at least one; of a clock that still runs, until now. */
  missedByMinutes: number | undefined
  /** Whether time still counts: neither done nor closed. */
  runs: boolean
}

const MINUTE = 60_000

/**
 * The three clocks of an order (model.md D3, D7 17), derived from what happened and never stored: `take` ends when somebody
 * takes it, `arrive` when they arrive, `finish` when the work is done. Times only ever go on, and a due time never moves
 * after it has passed, so that a broken promise stays broken whatever is done later.
 */
export function readClocks(
  promises: readonly FrozenPromise[],
  { filedAt, happenings, now }: { filedAt: Date; happenings: readonly Happening[]; now: Date },
): ClockReading[] {
  const ends = endsOf(happenings)
  return REPAIR_CLOCK_IDS.flatMap((clock) => {
    const promise = promises.find((each) => each.clock === clock)
    if (!promise) return []
    const dueAt = dueAfter(filedAt, promise.minutes, promise.calendar)
    const metAt = ends[clock]
    const late = (metAt ?? ends.closed ?? now).getTime() - dueAt.getTime()
    const runs = !metAt && !ends.closed
    const state = late > 0 ? 'missed' : metAt ? 'met' : runs ? 'running' : 'stopped'
    return [
      {
        clock,
        state,
        dueAt,
        metAt,
        missedByMinutes: late > 0 ? Math.max(1, Math.round(late / MINUTE)) : undefined,
        runs,
      },
    ]
  })
}

type Ends = Partial<Record<RepairClock | 'closed', Date>>

function endsOf(happenings: readonly Happening[]): Ends {
  const ends: Ends = {}
  for (const { act, at } of happenings) {
    if (act === 'take') ends.take ??= at
    // Nobody had it after all: the clock runs from where it began. Once somebody has been there, that stays.
    if ((act === 'return' || act === 'handOver') && !ends.arrive) delete ends.take
    // Nobody arrives who has not taken it.
    if (act === 'arrive' && ends.take) ends.arrive ??= at
    if (act === 'finish') ends.finish = at
    // Done again from the start: the clock of finishing goes on from its first beginning, those before it keep their end.
    if (act === 'reopen') delete ends.finish
    if (act === 'withdraw' || act === 'closeUnfixed') ends.closed = at
    if (act === 'object') delete ends.closed
  }
  return ends
}

/** What is kept beside the order for lists and for the timer, worked out anew with each move. */
export interface RepairTimes {
  due: { clock: RepairClock; at: Date } | undefined
  alarmAt: Date | undefined
}

/** The promise that ends next, and when the timer must look: at a promise nobody has been told of, or at a silence. */
export function timesOf(
  state: RepairState,
  readings: readonly ClockReading[],
  happenings: readonly Happening[],
): RepairTimes {
  const running = readings.filter(({ runs }) => runs).sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
  const told = happenings.filter(({ act }) => act === 'miss').map(({ detail }) => detail)
  const [next] = running
  return {
    due: next && { clock: next.clock, at: next.dueAt },
    alarmAt: state === 'done' ? silenceEndsAt(happenings) : running.find(({ clock }) => !told.includes(clock))?.dueAt,
  }
}

/** When the silence of the reporter counts as a yes; undefined as long as nothing has been finished. */
export function silenceEndsAt(happenings: readonly Happening[]): Date | undefined {
  const finished = happenings.filter(({ act }) => act === 'finish').at(-1)
  return finished && new Date(finished.at.getTime() + REPAIR_LIMITS.silenceHours * 60 * MINUTE)
}
