import type { Persona } from '../persona'
import { HONGQI_SHEETS, JINXIU_SHEETS } from './registers'

const persona = (id: string, name: string, role: string, community: string, tries: string): Persona => ({
  id,
  name,
  role,
  community,
  uid: id,
  tries,
})

const PEOPLE: Persona[] = [
  persona('lin', '林女士', '业主 · 3 栋 2 单元 1801', '锦绣花园', '报修、确认、打分，缴费留收据，看账'),
  persona('lin-jia', '林先生', '家属 · 3 栋 2 单元 1801', '锦绣花园', '看见家里报的修，但不能替人撤销'),
  persona('lin-mother', '林妈妈', '家属，用女儿给的码绑定', '锦绣花园', '看自己住的房屋和家人'),
  persona('xu', '许先生', '业主 · 1 栋 1 单元 0302', '锦绣花园', '打开大字版再报修'),
  persona('huang', '小黄', '租户 · 2 栋 1 单元 0901', '锦绣花园', '租客也能报修'),
  persona('zhou', '周先生', '业主 · 三套房', '锦绣花园', '三套房；两单没做到承诺'),
  persona('lin-xiao', '林晓', '客服 · 安和物业', '锦绣花园', '受理、派单，核对绑定，柜台收款，贴公告'),
  persona('he-jing', '何静', '收费员 · 安和物业', '锦绣花园', '出账，柜台收款，登记车位和减收'),
  persona('zhou-min', '周敏', '项目经理 · 安和物业', '锦绣花园', '盯超时的工单，派单，关单，贴出收费公示'),
  persona('wang', '王师傅', '维修工 · 安和物业', '锦绣花园', '接单，到场，拍照完工'),
  persona('sun', '孙师傅', '维修工 · 安和物业', '锦绣花园', '返工的单，抢没人接的单'),
  persona('song', '宋老师', '业委会主任，也是业主', '锦绣花园', '记账、补凭证，换身份，监督报修'),
  persona('fang', '方会计', '监督人', '锦绣花园', '复核季度账目；看得见报修，门牌打码'),
  persona('liu', '刘主任', '社区', '锦绣花园', '管两个小区，换着看'),
  persona('zheng', '郑科长', '街道', '锦绣花园', '管两个小区，换着看'),
  persona('qian', '钱阿姨', '业主 · 4 栋 2 单元 0501', '红旗里', '另一个小区的业主'),
  persona('du', '杜经理', '项目经理 · 民生物业', '红旗里', '管红旗里的标准和收费'),
  persona('cao', '曹会计', '收费员 · 民生物业', '红旗里', '看红旗里的账单'),
  persona('he', '何师姐', '客服 · 民生物业', '红旗里', '只受理红旗里的报修'),
  persona('tang', '唐大爷', '物管会', '红旗里', '监督红旗里的报修'),
  persona('kong', '孔建国', '登记的业主，还没绑定', '', '用微信手机号绑定 2 栋 1 单元 0502'),
  persona('ma', '马师傅', '登记的维修工，还没上岗', '', '用微信手机号上岗'),
  persona('newcomer', '张丽', '申请了绑定，等物业核对', '', '看申请办到哪一步'),
  persona('visitor', '访客', '还没有绑定房屋', '', '找小区，看公开信息'),
]

/** The number that the registers have for somebody, as WeChat would verify it. */
const registeredPhones = new Map<string, string>(
  [HONGQI_SHEETS, JINXIU_SHEETS].flatMap(({ owners, staff }) => [
    ...owners.slice(1).map((row): [string, string] => [row[3] ?? '', row[4] ?? '']),
    ...staff.slice(1).map((row): [string, string] => [row[0] ?? '', row[1] ?? '']),
  ]),
)

/** Whoever stands in no register has a number all the same. */
const SOME_PHONE = '10020000000'

/** Whom one may choose to be in the demonstration; the ids are those of `communities.ts`. */
export const PERSONAS: Persona[] = PEOPLE.map((one) => ({
  ...one,
  phone: registeredPhones.get(one.name) ?? SOME_PHONE,
}))
