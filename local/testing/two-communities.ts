import type { Founding, FoundingPerson, FoundingStandard } from '../../cloudfunctions/shared/founding/founding'
import { ROLE_IDS, ROLES, type Role } from '../../types/vocabulary/roles'

const person = (openid: string, name: string, seats: FoundingPerson['seats']): FoundingPerson => ({
  name,
  identities: [{ provider: 'wx', app: 'wx-test', subject: openid }],
  seats,
})

/** Whoever holds exactly this role in this community; the openid says so, for example `A-clerk`. */
export const holderOf = (community: 'A' | 'B', role: Role): string => `${community}-${role}`

/** One person for every role there is; owner, family and tenant live in 1-1-0101. */
const onePersonARole = (community: 'A' | 'B'): FoundingPerson[] =>
  ROLE_IDS.map((role) => {
    const livesThere = role === 'owner' || role === 'family' || role === 'tenant'
    return person(holderOf(community, role), `${community}${ROLES[role].zh}`, [
      { role, ...(livesThere ? { houses: ['1-1-0101'] } : { officeName: `${community} 办公室` }) },
    ])
  })

/** Three grades with one promise each; 一级 is the best. */
const TEST_STANDARD: FoundingStandard = {
  standardId: 'test',
  name: '测试标准',
  grades: [
    {
      code: '一级',
      rank: 3,
      promises: [
        {
          dimension: '维修',
          clauseNo: '1',
          words: '急修 30 分钟内到场',
          clock: 'arrive',
          minutes: 30,
          calendar: 'always',
          repairs: 'urgent',
        },
      ],
    },
    {
      code: '二级',
      rank: 2,
      promises: [
        {
          dimension: '维修',
          clauseNo: '1',
          words: '急修 60 分钟内到场',
          clock: 'arrive',
          minutes: 60,
          calendar: 'always',
          repairs: 'urgent',
        },
      ],
    },
    { code: '三级', rank: 1, promises: [{ dimension: '维修', clauseNo: '1', words: '急修按约定时间到场' }] },
  ],
}

const community = (letter: 'A' | 'B', people: FoundingPerson[]): Founding => ({
  street: { name: '测试街道', neighbourhoodName: '测试社区' },
  enterprise: { name: `${letter} 物业` },
  community: { name: `${letter} 小区`, city: '测试市', builtYear: 2000, bodyName: '业主委员会' },
  phones: [{ label: '物业', number: '0000-1', hours: '8:00–20:00' }],
  standard: TEST_STANDARD,
  contract: {
    number: `${letter}-HT-1`,
    gradeCode: '二级',
    chargeMode: letter === 'A' ? 'lump sum' : 'remuneration',
    fromOn: '2020-01-01',
    dueDays: 30,
  },
  houses: [
    { address: '1-1-0101', area100: 8950, deliveredOn: '2016-06-30' },
    { address: '1-1-0102', area100: 12030, deliveredOn: '2016-06-30' },
    { address: '2-1-0101', area100: 6020, deliveredOn: '2016-06-30' },
  ],
  people,
})

/** Two communities with a person for every role each; A also has a neighbour in 1-1-0102, one owner of two houses and seats in both. */
export const COMMUNITY_A = community('A', [
  ...onePersonARole('A'),
  person('neighbour', 'A邻居', [{ role: 'owner', houses: ['1-1-0102'] }]),
  person('two-seats', '两处业主', [
    { role: 'owner', houses: ['1-1-0102', '2-1-0101'] },
    { role: 'building_head', officeName: '2 栋' },
  ]),
])
export const COMMUNITY_B = community('B', [
  ...onePersonARole('B'),
  person('two-seats', '两处业主', [{ role: 'owner', houses: ['2-1-0101'] }]),
])
