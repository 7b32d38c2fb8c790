/** Who mends what is broken, as said to whoever reports it: `model.md` calls it the responsibility of an order. */
export const MENDERS = {
  property: { zh: '物业', says: '物业来修，不收您的钱' },
  propertyPaid: { zh: '物业', says: '物业上门修，按公示的价目收费' },
  utility: { zh: '专业单位', says: '专业单位来修，物业帮您联系' },
} as const satisfies Record<string, { zh: string; says: string }>
export type Mender = keyof typeof MENDERS

/** The three doors of the form; 急修 stands first. */
export const REPAIR_GROUPS = {
  urgent: { zh: '急修', note: '被困、漏气、爆管，先打电话' },
  common: { zh: '公共区域', note: '楼道、路面、门禁、设施' },
  home: { zh: '家里', note: '水电、门窗、疏通' },
} as const satisfies Record<string, { zh: string; note: string }>
export type RepairGroup = keyof typeof REPAIR_GROUPS
export const REPAIR_GROUP_IDS = Object.keys(REPAIR_GROUPS) as [RepairGroup, ...RepairGroup[]]

interface Category {
  zh: string
  group: RepairGroup
  /** 急修: the urgent promise counts, the call button comes first and no photo is asked for. */
  urgent: boolean
  /** Whether the broken thing is everybody's or stands inside a flat: flats of others are never shown. */
  part: 'common' | 'flat'
  mender: Mender
  /** Why this one mends it, in one line. */
  why: string
  /** What to do until somebody comes; shown before anything is asked. */
  advice?: string
  /** Public numbers to dial before the property's own. */
  dialFirst?: readonly string[]
}

const common = (zh: string, why: string): Category => ({
  zh,
  group: 'common',
  urgent: false,
  part: 'common',
  mender: 'property',
  why,
})
const home = (zh: string, why: string): Category => ({
  zh,
  group: 'home',
  urgent: false,
  part: 'flat',
  mender: 'propertyPaid',
  why,
})
const urgent = (
  zh: string,
  why: string,
  advice: string,
  other: Partial<Pick<Category, 'part' | 'mender' | 'dialFirst'>> = {},
): Category => ({ zh, group: 'urgent', urgent: true, part: 'common', mender: 'property', why, advice, ...other })

/** What can be broken. Complaints (噪音, 违建 …) are no repairs and go another way. */
export const REPAIR_CATEGORIES = {
  liftTrapped: urgent(
    '电梯困人、故障',
    '电梯是共用设施，物业叫维保单位来',
    '按轿厢里的呼叫按钮，靠墙站稳，不要扒门，也不要跳。',
    { dialFirst: ['119'] },
  ),
  pipeBurst: urgent('水管爆裂', '公共立管归物业修；户内水管先抢修，再分责任', '能关的话先关进户水阀，离开有电的地方。'),
  powerCut: urgent('公共区域停电', '楼道和设备用电归物业修', '不要碰配电箱；电梯里有人就马上打电话。'),
  gasSmell: urgent(
    '燃气异味',
    '燃气管道归燃气公司，物业马上到场配合',
    '关气阀、开窗，不开关任何电器，到屋外再打电话。',
    { mender: 'utility', dialFirst: ['119', '110'] },
  ),
  sewageBack: urgent('下水倒灌', '公共下水管归物业疏通', '先停用水，叫楼上也别排水，贵重东西垫高。'),
  fireGear: urgent('消防设施损坏', '消防设施是共用设施，归物业修', '看见烟火先离开，打 119。', { dialFirst: ['119'] }),
  fallingThing: urgent(
    '高空坠物隐患',
    '外墙和屋面是共用部位，物业先围挡再处理',
    '离开下面，提醒别人绕行，不要自己去取。',
  ),
  barrierHurt: urgent('道闸伤人', '道闸是物业管的设备', '先看人有没有受伤，受伤打 120，不要推挡杆。', {
    dialFirst: ['120'],
  }),
  hallLight: common('楼道灯', '楼道照明归物业修'),
  doorEntry: common('单元门、门禁', '单元门和门禁归物业修'),
  manhole: common('井盖', '小区里的井盖，物业先围挡，再查清归谁'),
  road: common('路面', '小区道路归物业养护'),
  railing: common('护栏、扶手', '共用护栏归物业修'),
  roofLeak: common('屋面渗漏', '小修归物业；大修要用维修资金'),
  facade: common('外墙脱落', '物业先围挡；大修要用维修资金'),
  fitness: common('健身器材', '物业报给器材的管理单位，先停用'),
  greenery: common('绿化', '绿化养护归物业'),
  cleaning: common('保洁', '公共区域保洁归物业'),
  pests: common('虫害', '公共区域消杀归物业'),
  rubbish: common('垃圾点', '垃圾点归物业清理'),
  otherCommon: common('公共区域其他', '物业看过后告诉您归谁修'),
  homeWaterPower: home('家里水电', '户内水电由自家负责，物业可以上门'),
  homeDoorWindow: home('家里门窗', '户内门窗由自家负责，物业可以上门'),
  homeDrain: home('家里疏通', '户内支管由自家负责，物业可以上门'),
  homeOther: home('家里其他', '户内由自家负责，物业看过再报价'),
} as const satisfies Record<string, Category>

export type RepairCategory = keyof typeof REPAIR_CATEGORIES
export const REPAIR_CATEGORY_IDS = Object.keys(REPAIR_CATEGORIES) as [RepairCategory, ...RepairCategory[]]

/** The category with all that may be known of it; what a category leaves out is undefined. */
export const categoryOf = (id: RepairCategory): Category => REPAIR_CATEGORIES[id]

/** For whoever does not say what is broken. */
export const UNSAID_CATEGORY = 'otherCommon' satisfies RepairCategory
