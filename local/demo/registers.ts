/**
 * The registers of the two demo communities as their property companies would keep them: 432 houses with areas, owners
 * and staff. Made by a rule instead of kept as files, so that the sums can be read off. All people are invented.
 */

interface Block {
  buildings: number
  stairs: number
  floors: number
  /** Areas of the rooms …01 and …02 of each floor, as written in the register. */
  areas: [string, string]
  areaSource: string
  deliveredOn: string
}

type House = [building: string, stair: string, room: string, area: string]

/** 3 × 2 × 18 × 2 houses, Σ 22,658.40 m². */
const JINXIU: Block = {
  buildings: 3,
  stairs: 2,
  floors: 18,
  areas: ['89.50', '120.30'],
  areaSource: '产权证',
  deliveredOn: '2016-06-30',
}
/** 6 × 3 × 6 × 2 houses, Σ 14,650.20 m². */
const HONGQI: Block = {
  buildings: 6,
  stairs: 3,
  floors: 6,
  areas: ['60.20', '75.45'],
  areaSource: '实测',
  deliveredOn: '1996-09-30',
}

const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1)

const housesOf = ({ buildings, stairs, floors, areas }: Block): House[] =>
  upTo(buildings).flatMap((building) =>
    upTo(stairs).flatMap((stair) =>
      upTo(floors).flatMap((floor) =>
        areas.map((area, side): House => [
          String(building),
          String(stair),
          `${String(floor).padStart(2, '0')}0${side + 1}`,
          area,
        ]),
      ),
    ),
  )

const addressOf = ([building, stair, room]: House) => `${building}-${stair}-${room}`

/** The developer's six unsold flats: not delivered, and one head together. */
const UNSOLD = ['3-1-1601', '3-1-1602', '3-1-1701', '3-1-1702', '3-1-1801', '3-1-1802']
const DEVELOPER = '绿原置业'

/** Owners that the demonstration knows by name; 周先生 has three houses and is one head. */
const NAMED: Record<string, string> = {
  '3-2-1801': '林女士',
  '1-1-0302': '许先生',
  '1-2-0601': '周先生',
  '1-2-0602': '周先生',
  '1-2-0701': '周先生',
  '2-2-1101': '宋老师',
}
const NAMED_HONGQI: Record<string, string> = { '4-2-0501': '钱阿姨' }

const SURNAMES = '赵 孙 李 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕 施 张 孔 曹 严 华 金 魏 陶 姜'.split(' ')
const GIVEN = ['建国', '秀英', '志强', '桂兰', '伟', '丽', '勇', '敏', '静', '磊', '洋', '艳']

const someName = (serial: number) =>
  `${SURNAMES[serial % SURNAMES.length] ?? ''}${GIVEN[(serial * 7 + Math.floor(serial / 30)) % GIVEN.length] ?? ''}`

/** A number of no real place (999999), with the check character that the register demands (GB 11643). */
function someIdNumber(serial: number): string {
  const body = `99999919700101${String(serial).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

/** No real number begins with 100. */
const somePhone = (serial: number) => `100${String(10_000_000 + serial)}`

const HOUSE_TITLES = ['楼栋', '单元', '室号', '面积', '面积来源', '用途', '交付日期']
const OWNER_TITLES = ['楼栋', '单元', '室号', '业主姓名', '电话', '份额', '类型', '证件号']
const STAFF_TITLES = ['姓名', '电话', '岗位', '班组']

const houseSheet = (block: Block, unsold: string[]): string[][] => [
  HOUSE_TITLES,
  ...housesOf(block).map((house) => [
    ...house,
    block.areaSource,
    '住宅',
    unsold.includes(addressOf(house)) ? '未交付' : block.deliveredOn,
  ]),
]

function ownerSheet(block: Block, named: Record<string, string>, unsold: string[], firstSerial: number): string[][] {
  const serials = new Map<string, number>()
  const rows = housesOf(block).map((house, index) => {
    const address = addressOf(house)
    const [building, stair, room] = house
    if (unsold.includes(address)) return [building, stair, room, DEVELOPER, '', '', '开发商', '']
    const known = named[address]
    const serial = (known === undefined ? undefined : serials.get(known)) ?? firstSerial + index
    if (known !== undefined) serials.set(known, serial)
    return [building, stair, room, known ?? someName(serial), somePhone(serial), '', '个人', someIdNumber(serial)]
  })
  return [OWNER_TITLES, ...rows]
}

const staffSheet = (staff: [name: string, duty: string, team: string][], firstSerial: number): string[][] => [
  STAFF_TITLES,
  ...staff.map(([name, duty, team], index) => [name, somePhone(firstSerial + index), duty, team]),
]

export const JINXIU_SHEETS = {
  houses: houseSheet(JINXIU, UNSOLD),
  owners: ownerSheet(JINXIU, NAMED, UNSOLD, 1),
  staff: staffSheet(
    [
      ['周敏', '项目经理', ''],
      ['林晓', '客服', '服务中心'],
      ['何静', '收费员', '服务中心'],
      ['王师傅', '维修工', '水电组'],
      ['赵师傅', '维修工', '弱电组'],
      ['孙师傅', '维修工', '综合组'],
      ['吴姐', '保洁', '保洁班'],
      ['陈队', '秩序', '秩序班'],
      ['马师傅', '维修工', '综合组'],
    ],
    900,
  ),
}

export const HONGQI_SHEETS = {
  houses: houseSheet(HONGQI, []),
  owners: ownerSheet(HONGQI, NAMED_HONGQI, [], 301),
  staff: staffSheet(
    [
      ['杜经理', '项目经理', ''],
      ['何师姐', '客服', '服务站'],
      ['曹会计', '收费员', '服务站'],
    ],
    950,
  ),
}
