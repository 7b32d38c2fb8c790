import fc from 'fast-check'
import { type RepairAct } from '../../../types/vocabulary/repair'
import { dueAfter } from './due-after'
import { type ClockReading, type Happening, readClocks, timesOf } from './clocks'

/** Beijing time of the worked examples, as an instant. */
const at = (words: string) => new Date(`${words.replace(' ', 'T')}:00+08:00`)
const FILED = at('2026-03-06 22:50')
const arriveWithin = (minutes: number) => [{ clock: 'arrive' as const, minutes, calendar: 'always' as const }]

const reading = (minutes: number, happenings: Happening[], now: Date): ClockReading => {
  const [clock] = readClocks(arriveWithin(minutes), { filedAt: FILED, happenings, now })
  if (!clock) throw new Error('the promise has no clock')
  return clock
}
const taken: Happening = { act: 'take', at: at('2026-03-06 22:55') }

it('T1: an urgent report of 22:50 on a Friday is due at 23:20 under 一级 and at 23:50 under 二级', () => {
  expect(reading(30, [], FILED)).toMatchObject({ dueAt: at('2026-03-06 23:20'), state: 'running' })
  expect(reading(60, [], FILED)).toMatchObject({ dueAt: at('2026-03-06 23:50'), state: 'running' })
})

it('T2: a pause of 28 hours moves a promise of 48 hours from Friday 17:30 to Monday 21:30', () => {
  const pause = { from: at('2026-03-07 10:00'), until: at('2026-03-08 14:00') }
  expect(dueAfter(at('2026-03-06 17:30'), 48 * 60, 'always', [pause])).toEqual(at('2026-03-09 21:30'))
})

it('T3: arriving at 23:31 misses 23:20 by 11 minutes, and reopening does not change it', () => {
  const late: Happening[] = [taken, { act: 'arrive', at: at('2026-03-06 23:31') }]
  const missed = { state: 'missed', missedByMinutes: 11, metAt: at('2026-03-06 23:31') }
  expect(reading(30, late, at('2026-03-06 23:40'))).toMatchObject(missed)
  const again: Happening[] = [
    ...late,
    { act: 'finish', at: at('2026-03-07 00:10') },
    { act: 'reopen', at: at('2026-03-07 09:00') },
    { act: 'take', at: at('2026-03-07 09:01') },
    { act: 'arrive', at: at('2026-03-07 09:05') },
  ]
  expect(reading(30, again, at('2026-03-07 10:00'))).toMatchObject(missed)
})

it('keeps a promise to the last second and breaks it with the next', () => {
  const due = at('2026-03-06 23:20')
  expect(reading(30, [taken, { act: 'arrive', at: due }], due).state).toBe('met')
  const second = new Date(due.getTime() + 1_000)
  expect(reading(30, [taken, { act: 'arrive', at: second }], second)).toMatchObject({ missedByMinutes: 1 })
})

it('does not count a pause that begins after the promise was broken', () => {
  const pause = { from: at('2026-03-06 23:30'), until: at('2026-03-07 12:00') }
  expect(dueAfter(FILED, 30, 'always', [pause])).toEqual(at('2026-03-06 23:20'))
})

it('counts hours of service only between 8 and 20 o’clock', () => {
  expect(dueAfter(at('2026-03-06 19:45'), 30, 'service hours')).toEqual(at('2026-03-07 08:15'))
  expect(dueAfter(at('2026-03-06 22:50'), 30, 'service hours')).toEqual(at('2026-03-07 08:30'))
  expect(dueAfter(at('2026-03-06 06:00'), 12 * 60, 'service hours')).toEqual(at('2026-03-06 20:00'))
})

it('runs on when whoever took it gives it back before arriving', () => {
  const promise = [{ clock: 'take' as const, minutes: 30, calendar: 'always' as const }]
  const happenings: Happening[] = [taken, { act: 'return', at: at('2026-03-06 23:30') }]
  const now = at('2026-03-06 23:32')
  expect(readClocks(promise, { filedAt: FILED, happenings, now })).toMatchObject([
    { state: 'missed', missedByMinutes: 12, runs: true },
  ])
})

it('stops without blame when the report is withdrawn in time, and keeps the miss when it is withdrawn later', () => {
  const withdrawn = (when: Date): Happening[] => [{ act: 'withdraw', at: when }]
  const later = at('2026-03-08 12:00')
  expect(reading(30, withdrawn(at('2026-03-06 23:00')), later)).toMatchObject({ state: 'stopped', runs: false })
  expect(reading(30, withdrawn(at('2026-03-06 23:25')), later)).toMatchObject({ state: 'missed', missedByMinutes: 5 })
})

it('D7-17: an arrival before anybody took it is no arrival', () => {
  expect(reading(30, [{ act: 'arrive', at: at('2026-03-06 23:00') }], at('2026-03-06 23:05')).state).toBe('running')
})

it('D7-17: whatever happens after a promise is broken, it stays broken', () => {
  const acts: RepairAct[] = ['take', 'return', 'arrive', 'start', 'finish', 'reopen', 'handOver', 'confirm']
  const later = fc.array(fc.tuple(fc.constantFrom(...acts), fc.integer({ min: 1, max: 600 })), { maxLength: 12 })
  const promises = (['take', 'arrive', 'finish'] as const).map((clock) => ({
    clock,
    minutes: 30,
    calendar: 'always' as const,
  }))
  fc.assert(
    fc.property(later, later, (before, after) => {
      let minute = FILED.getTime()
      const tell = ([act, gap]: [RepairAct, number]): Happening => ({ act, at: new Date((minute += gap * 60_000)) })
      const first = before.map(tell)
      const then = new Date((minute += 60_000))
      const whole = [...first, ...after.map(tell)]
      const missedThen = readClocks(promises, { filedAt: FILED, happenings: first, now: then })
      const missedNow = readClocks(promises, { filedAt: FILED, happenings: whole, now: new Date(minute + 60_000) })
      missedThen.forEach(({ state }, place) => {
        if (state === 'missed') expect(missedNow[place]?.state).toBe('missed')
      })
    }),
  )
})

it('looks next at the promise nobody has been told of, and at the silence once the work is done', () => {
  const promises = [...arriveWithin(60), { clock: 'finish' as const, minutes: 120, calendar: 'always' as const }]
  const times = (happenings: Happening[], state: 'taken' | 'done') =>
    timesOf(state, readClocks(promises, { filedAt: FILED, happenings, now: at('2026-03-06 23:55') }), happenings)
  expect(times([taken], 'taken')).toEqual({
    due: { clock: 'arrive', at: at('2026-03-06 23:50') },
    alarmAt: at('2026-03-06 23:50'),
  })
  const told: Happening = { act: 'miss', at: at('2026-03-06 23:51'), detail: 'arrive' }
  expect(times([taken, told], 'taken').alarmAt).toEqual(at('2026-03-07 00:50'))
  const done: Happening = { act: 'finish', at: at('2026-03-06 23:54') }
  const arrived: Happening = { act: 'arrive', at: at('2026-03-06 23:52') }
  expect(times([taken, told, arrived, done], 'done')).toEqual({ due: undefined, alarmAt: at('2026-03-09 23:54') })
})
