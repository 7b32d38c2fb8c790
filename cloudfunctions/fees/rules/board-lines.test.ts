import { comparePromises, ladderOf } from './board-lines'

it('puts the best grade first by its rank, whichever way a place counts', () => {
  const upward = [
    { code: '一级', rank: 1 },
    { code: '五级', rank: 5 },
    { code: '二级', rank: 2 },
  ]
  expect(ladderOf(upward, '二级', [])).toEqual([
    { code: '五级', best: true, own: false },
    { code: '二级', best: false, own: true },
    { code: '一级', best: false, own: false },
  ])
})

it('tells which promises differ between two grades', () => {
  const promise = (dimension: string, words: string) => ({ dimension, clauseNo: dimension, words })
  expect(
    comparePromises(
      [promise('电话', '16 小时'), promise('急修', '60 分钟')],
      [promise('电话', '24 小时'), promise('急修', '60 分钟')],
    ),
  ).toEqual([{ dimension: '电话', before: '16 小时', after: '24 小时' }])
})

it('writes the guide price beside each grade that the city has one for', () => {
  const grades = [
    { code: '一级', rank: 2 },
    { code: '二级', rank: 1 },
  ]
  expect(ladderOf(grades, '二级', [{ gradeCode: '二级', priceE4: 13_500 }])).toEqual([
    { code: '一级', best: true, own: false },
    { code: '二级', best: false, own: true, guideE4: 13_500 },
  ])
})
