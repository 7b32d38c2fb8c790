import fc from 'fast-check'
import { beginsQuarter, quarterOf } from '../../../types/vocabulary/statement'
import { type BooksFacts, nextQuarter, problemOfBooking, quarterFrom, quarterName, reversalDay } from './booking'
import { type CheckFacts, checklistOf } from './checklist'
import { figuresOf } from './content'
import { dueOn, lateDays, objectionUntil } from './due'
import { placeCursor, readPlace } from './entry-page'
import { expectedIn } from './expected'

const facts: BooksFacts = { today: '2026-04-10', closedBefore: null, openedOn: null, firstOn: null }

describe('due dates', () => {
  it('Q1: the first quarter of 2026 is due on 15 April and late from 00:00 on the 16th', () => {
    expect(dueOn('2026-04-01', 15)).toBe('2026-04-15')
    expect(['2026-04-14', '2026-04-15', '2026-04-16', '2026-04-18'].map((on) => lateDays('2026-04-15', on))).toEqual([
      0, 0, 1, 3,
    ])
  })

  it('Q3: a window of 30 days from 18 April takes an objection on 17 May and none on the 18th', () => {
    const until = objectionUntil('2026-04-18', 30)
    expect(until).toBe('2026-05-18')
    expect(['2026-05-17', '2026-05-18'].map((on) => on < until)).toEqual([true, false])
  })
})

describe('booking', () => {
  it.each([
    ['a day to come', { bookedOn: '2026-04-11' }, {}, 'INVALID_INPUT'],
    ['a published day', { bookedOn: '2026-03-31' }, { closedBefore: '2026-04-01' }, 'BOOKS_CLOSED'],
    ['a day before the opening balance', { bookedOn: '2025-12-31' }, { openedOn: '2025-12-31' }, 'INVALID_INPUT'],
    [
      'a correction of a quarter that is open',
      { bookedOn: '2026-04-02', correctsQuarter: '2026-01-01' },
      {},
      'INVALID_INPUT',
    ],
  ])('refuses %s', (_what, booking, known, code) => {
    expect(problemOfBooking({ kind: 'cost', ...booking }, { ...facts, ...known })?.code).toBe(code)
  })

  it('takes a correction of a published quarter in an open one', () => {
    const correction = { kind: 'cost' as const, bookedOn: '2026-04-02', correctsQuarter: '2026-01-01' }
    expect(problemOfBooking(correction, { ...facts, closedBefore: '2026-04-01' })).toBeUndefined()
  })

  it('knows the next quarter from what is published, else from the opening, else from the first entry', () => {
    const next = (known: Partial<BooksFacts>) => nextQuarter({ ...facts, ...known }).from
    expect(next({ closedBefore: '2026-01-01', openedOn: '2025-06-30' })).toBe('2026-01-01')
    expect(next({ openedOn: '2025-06-30', firstOn: '2025-06-30' })).toBe('2025-07-01')
    expect(next({ firstOn: '2025-11-05' })).toBe('2025-10-01')
    expect(next({})).toBe('2026-04-01')
  })

  it('takes an entry back on its own day while its quarter is open, and today afterwards', () => {
    expect(reversalDay('2026-03-09', facts)).toBe('2026-03-09')
    expect(reversalDay('2026-03-09', { ...facts, closedBefore: '2026-04-01' })).toBe('2026-04-10')
  })

  it('names each quarter as the ledger does, and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2190 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const { from, to } = quarterOf(`${year}-${String(month).padStart(2, '0')}-17`)
        expect(beginsQuarter(from) && beginsQuarter(to) && from < to).toBe(true)
        expect(quarterFrom(quarterName(from))).toBe(from)
      }),
    )
  })
})

it('expects of a contract its share of the days on which it holds, rounded half up once, and never more than the whole', () => {
  const terms = { fromOn: '2025-01-01', untilOn: null, expectedFen: 720_000 }
  expect(expectedIn(terms, '2026-01-01', '2026-04-01')).toBe(720_000)
  expect(expectedIn({ ...terms, untilOn: '2026-03-02' }, '2026-01-01', '2026-04-01')).toBe(480_000)
  expect(expectedIn({ ...terms, fromOn: '2026-04-01' }, '2026-01-01', '2026-04-01')).toBe(0)
  fc.assert(
    fc.property(fc.nat(10_000_000_000), fc.integer({ min: 1, max: 89 }), (expectedFen, days) => {
      const cut = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)
      const before = expectedIn({ ...terms, expectedFen, untilOn: cut }, '2026-01-01', '2026-04-01')
      const after = expectedIn({ ...terms, expectedFen, fromOn: cut }, '2026-01-01', '2026-04-01')
      expect(Math.abs(before + after - expectedFen)).toBeLessThanOrEqual(1)
    }),
  )
})

it('adds up: opening, income, costs and expenses make the closing', () => {
  const line = fc.record({
    kind: fc.constantFrom('income' as const, 'cost' as const, 'committee' as const),
    amountFen: fc.integer({ min: -1e9, max: 1e9 }),
  })
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.array(line), (openingFen, lines) => {
      const { incomeFen, costFen, committeeFen, closingFen } = figuresOf(openingFen, lines)
      expect(closingFen).toBe(openingFen + incomeFen - costFen - committeeFen)
    }),
  )
})

describe('the checklist', () => {
  const ready: CheckFacts = {
    to: '2026-04-01',
    today: '2026-04-10',
    figures: figuresOf(100, []),
    sources: [],
    missingVouchers: 0,
    bank: { balanceFen: 100, note: null },
    previous: { closingFen: 100 },
    statement: undefined,
  }
  const standing = (change: Partial<CheckFacts>) =>
    checklistOf({ ...ready, ...change })
      .filter((one) => one.standing === 'todo')
      .map(({ check }) => check)

  it.each([
    ['nothing', {}, []],
    ['vouchers', { missingVouchers: 2 }, ['vouchers']],
    ['the bank’s paper', { bank: null }, ['bank']],
    ['why the bank says another sum', { bank: { balanceFen: 99, note: null } }, ['bank']],
    ['a new statement after a change', { statement: { state: 'reviewed', stale: true } }, ['reviewed']],
    ['the publication', { statement: { state: 'reviewed', stale: false } }, ['published']],
  ] satisfies [string, Partial<CheckFacts>, string[]][])('asks for %s', (_what, change, asked) => {
    expect(standing(change)).toEqual(asked)
  })

  it('asks for no reasons and no bank paper while the quarter runs', () => {
    const source = {
      sourceId: 's',
      category: 'scrap',
      asset: '可回收物',
      scope: 'all',
      expectedFen: 600,
      receivedFen: 0,
      note: null,
    } as const
    expect(standing({ today: '2026-03-31', sources: [source], bank: null })).toEqual([])
  })

  it('asks why a contract brought less, once for each kind, and is content with a sentence', () => {
    const source = {
      sourceId: 's',
      category: 'scrap',
      asset: '可回收物',
      scope: 'all',
      expectedFen: 600,
      receivedFen: 0,
    } as const
    expect(standing({ sources: [{ ...source, note: null }] })).toEqual(['gaps'])
    expect(standing({ sources: [{ ...source, note: '没有来结算' }] })).toEqual([])
  })
})

it('reads back only the pages that it named itself', () => {
  const place = { bookedOn: '2026-02-28', seq: 7, place: 2 }
  expect(readPlace(placeCursor(place))).toEqual(place)
  expect(readPlace(undefined)).toBeUndefined()
  for (const wrong of ['', '2026-02-30_1_1', '2026-02-28_1', '2026-02-28_x_1', '2026-02-28_1_1; drop']) {
    expect(() => readPlace(wrong)).toThrow('INVALID_INPUT')
  }
})
