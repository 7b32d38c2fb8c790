import { byDay, pressingOf, pressingPhrase } from './job-words'
import {
  clocksOf,
  inRing,
  missWord,
  percentLeft,
  sayClause,
  sayLength,
  sayPromise,
  sayPromised,
  verdictOf,
  type RepairClockReply,
} from './promise-words'
import type { RepairCard } from './repair-words'

/** Friday 2026-03-06 22:50 in Asia/Shanghai, when somebody reports (example T1 of the clocks). */
const FILED = '2026-03-06T14:50:00.000Z'
const at = (clock: string, day = '2026-03-06') => new Date(`${day}T${clock}:00+08:00`)

const clock = (change: Partial<RepairClockReply> = {}): RepairClockReply => ({
  clock: 'arrive',
  state: 'running',
  minutes: 60,
  calendar: 'always',
  dueAt: at('23:50').toISOString(),
  gradeCode: '二级',
  clauseNo: '2.1',
  words: '急修 60 分钟内到场',
  ...change,
})

it('T1: says 二级 as 23:50 前到场, and counts its last hour down by the second', () => {
  const dueAt = at('23:50').toISOString()
  expect(sayPromise('arrive', dueAt, at('22:50'))).toBe('23:50 前到场')
  expect(inRing(dueAt, new Date(at('22:50').getTime() + 18_000))).toEqual({ value: '59:42', unit: '剩余' })
  expect(Math.round(percentLeft(60, dueAt, at('23:20')))).toBe(50)
  expect(sayClause(clock())).toBe('合同二级 第 2.1 条')
})

it('names the day of a promise that ends on another one', () => {
  const dueAt = at('12:30', '2026-03-07').toISOString()
  expect(sayPromise('finish', dueAt, at('12:30'))).toBe('明天 12:30 前修好')
  expect(inRing(dueAt, at('12:30'))).toEqual({ value: '12:30', unit: '明天前' })
})

it('T3: an arrival at 23:31 against 23:20 is named as 11 minutes late', () => {
  const late = clock({
    state: 'missed',
    minutes: 30,
    dueAt: at('23:20').toISOString(),
    metAt: at('23:31').toISOString(),
    missedByMinutes: 11,
  })
  expect(missWord(late)).toBe('到场晚了 11 分钟')
  expect(clocksOf({ clocks: [late], filedAt: FILED }, at('23:40'))).toEqual([
    {
      key: 'arrive',
      word: '到场',
      outcome: 'missed',
      measured: [{ figure: '41', unit: '分' }],
      promise: '承诺 30 分钟',
    },
  ])
})

it('says of a promise that is still broken that nobody is there yet', () => {
  expect(missWord(clock({ state: 'missed', missedByMinutes: 1205 }))).toBe('没到场，已经晚了 20 小时 05 分')
})

it('says lengths as people do: minutes, then hours with minutes, then days', () => {
  expect([11, 90, 1205, 3 * 24 * 60, 3 * 24 * 60 + 150].map(sayLength)).toEqual([
    '11 分钟',
    '1 小时 30 分',
    '20 小时 05 分',
    '3 天',
    '3 天 2 小时',
  ])
  expect([60, 24 * 60, 48 * 60, 5 * 24 * 60].map(sayPromised)).toEqual(['60 分钟', '24 小时', '48 小时', '5 天'])
})

it.each([
  [['met', 'missed', 'met'], '三个承诺，一个没做到'],
  [['met', 'met', 'met'], '三个承诺都做到了'],
  [['missed', 'missed'], '两个承诺都没做到'],
  [['met', 'running'], '两个承诺，做到一个'],
  [['running', 'running'], '物业的承诺'],
  [['missed'], '承诺没做到'],
] as const)('of the clocks %j it says %s', (states, words) => {
  expect(verdictOf(states.map((state) => clock({ state })))).toBe(words)
})

const due = (dueAt: Date) => ({ clock: 'arrive' as const, dueAt: dueAt.toISOString(), overdue: false })

it('tells the technician what is left under an hour, until when above it, and by how much it is over', () => {
  const job = { due: due(at('23:50')), filedAt: FILED }
  expect(pressingOf(job, at('23:12'))).toEqual({ value: '38', unit: '分', word: '到场还剩', tone: 'due' })
  expect(pressingOf(job, at('22:50'))).toEqual({ value: '23:50', unit: '', word: '到场期限', tone: 'plain' })
  expect(pressingOf(job, at('01:10', '2026-03-07'))).toEqual({
    value: '1',
    unit: '小时',
    word: '到场已超',
    tone: 'loss',
  })
  expect(pressingPhrase(job, at('01:10', '2026-03-07'))).toEqual({
    big: '超 1 小时 20 分',
    small: '昨天 23:50 前没到场',
    late: true,
  })
  expect(pressingPhrase({ filedAt: FILED }, at('23:50')).big).toBe('报了 1 小时 00 分')
})

it('puts jobs under the day of their promise, and those without one apart', () => {
  const job = (repairId: string, dueAt?: Date) => ({ repairId, ...(dueAt && { due: due(dueAt) }) }) as RepairCard
  const now = at('22:50')
  const days = byDay(
    [
      job('late', at('09:00', '2026-03-05')),
      job('now', at('23:50')),
      job('next', at('09:30', '2026-03-07')),
      job('open'),
    ],
    now,
  )
  expect(days.map(({ day, repairs }) => [day, repairs.map(({ repairId }) => repairId)])).toEqual([
    ['今天', ['late', 'now']],
    ['明天', ['next']],
    ['没有限时', ['open']],
  ])
})
