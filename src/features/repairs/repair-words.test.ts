import { categoryToFile, problemsOf, type RepairDraft } from './repair-draft'
import { happeningsOf, standingOf, waitingFor, type Repair, type RepairCard } from './repair-words'

const move = (act: RepairCard['moves'][number]['act']) => ({ act, does: '', call: 'repairs.takeRepair' as const })

const card = (change: Partial<RepairCard> = {}) =>
  ({ state: 'done', moves: [], returned: false, ...change }) as unknown as RepairCard

it('is warm for whoever is waited for, quiet for whoever waits, and red for everybody once a promise is past', () => {
  expect(standingOf(card({ moves: [move('confirm')] }))).toEqual({ word: '等您确认', tone: 'due' })
  expect(standingOf(card())).toEqual({ word: '待确认', tone: 'plain' })
  expect(standingOf(card({ state: 'received', moves: [move('dispatch')], returned: true }))).toEqual({
    word: '退回待派',
    tone: 'due',
  })
  const due = { clock: 'arrive' as const, dueAt: '2026-03-06T15:50:00.000Z', overdue: true }
  expect(standingOf(card({ state: 'taken', due }))).toEqual({ word: '超时', tone: 'bad' })
})

it('says to a technician that the order is theirs, and to everybody else who has it', () => {
  expect(waitingFor(card({ state: 'dispatched', assignee: { name: '王师傅', mine: true } }))).toBe('派给您了，等您接单')
  expect(waitingFor(card({ state: 'taken', assignee: { name: '王师傅', mine: false } }))).toBe('王师傅接单了，正要过去')
})

it('tells what happened newest first, with people by role, and a broken promise by nobody', () => {
  const event = (eventId: string, at: string, other: object) => ({ eventId, at, mine: false, photoIds: [], ...other })
  const events = [
    event('1', '2026-03-06T14:50:00.000Z', { act: 'file', mine: true, role: 'owner' }),
    event('2', '2026-03-06T14:52:00.000Z', {
      act: 'dispatch',
      role: 'clerk',
      name: '林晓',
      to: '王师傅',
      note: '带梯子',
    }),
    event('3', '2026-03-06T15:50:00.000Z', { act: 'miss', clock: 'arrive' }),
  ]
  const told = happeningsOf({ events } as unknown as Repair)
  expect(told.map(({ title, note, bad }) => [title, note, bad])).toEqual([
    ['过了到场的承诺时间', '已经提醒客服和项目经理', true],
    ['派单', '客服 林晓：派给 王师傅，带梯子', false],
    ['您报修', undefined, false],
  ])
})

const draft = (change: Partial<RepairDraft>): RepairDraft => ({
  houseId: '',
  group: 'common',
  category: undefined,
  place: '18 层走廊',
  description: '灯不亮',
  ...change,
})

it('lets anything but an emergency be reported by somebody who does not know what it is called', () => {
  expect(categoryToFile(draft({}))).toBe('otherCommon')
  expect(categoryToFile(draft({ group: 'home' }))).toBe('homeOther')
  expect(problemsOf(draft({}))).toEqual({})
  expect(problemsOf(draft({ group: 'urgent' }))).toEqual({ category: '点一下是哪种急事' })
})
