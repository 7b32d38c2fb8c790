import { execFileSync } from 'node:child_process'
import { POLICY } from '../cloudfunctions/shared/policy/policy'

const rules = (...flags: string[]) =>
  execFileSync('npm', ['run', '-s', 'rules', '--', ...flags], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

it('prints a Chinese table that a committee can read, a line for each thing one can do', () => {
  const lines = rules().trim().split('\n')
  expect(lines).toHaveLength(Object.keys(POLICY).length + 2)
  expect(lines).toContain('| 受理报修 | 客服、项目经理（本小区） |')
  expect(lines).toContain('| 撤销报修（仅报修人本人） | 业主、家属、租户（自己的房屋） |')
  expect(lines).toContain('| 看小区公开信息 | 所有人 |')
})

it('gives the same as data', () => {
  const rows: unknown = JSON.parse(rules('--json'))
  expect(rows).toContainEqual({
    call: 'repairs.receiveRepair',
    does: '受理报修',
    who: [
      { role: 'clerk', reach: 'community' },
      { role: 'manager', reach: 'community' },
    ],
  })
})
