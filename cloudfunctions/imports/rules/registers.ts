import { AREA_SOURCES, HOUSE_USES } from '../../../types/vocabulary/house'
import { OWNER_KINDS, STAFF_DUTIES, type ImportKind } from '../../../types/vocabulary/register'
import { area, choice, day, delivery, type Facts, name, phone, secret, share } from './columns'
import { FEE_ITEMS } from './fee-register'
import { METERS } from './meter-register'
import { OPENINGS } from './opening-register'
import { address, addressOf, addressWords, type Register } from './register'
import { REVENUE } from './revenue-register'

const ADDRESS = address(true)

const HOUSES: Register = {
  columns: [
    ...ADDRESS,
    area({
      key: 'area100',
      zh: '面积',
      aliases: ['建筑面积'],
      isRequired: true,
      hint: '平方米，最多两位小数，不写单位',
      example: '89.50',
    }),
    choice(
      { key: 'areaSource', zh: '面积来源', isRequired: true, hint: '产权证、实测、合同', example: '产权证' },
      AREA_SOURCES,
    ),
    choice(
      { key: 'use', zh: '用途', isRequired: true, hint: '住宅、商业、车位、储藏、其他', example: '住宅' },
      HOUSE_USES,
    ),
    delivery({
      key: 'deliveredOn',
      zh: '交付日期',
      isRequired: false,
      hint: '还没交付的写“未交付”；已交付但不知道日期的留空',
      example: '2016-06-30',
    }),
    day({
      key: 'areaFromOn',
      zh: '面积起始日',
      isRequired: false,
      hint: '面积改过时写从哪天起；不写按导入当天',
      example: '',
    }),
  ],
  keyOf: addressOf,
  titleOf: addressWords,
}

const OWNERS: Register = {
  columns: [
    ...ADDRESS,
    name(
      {
        key: 'name',
        zh: '业主姓名',
        aliases: ['姓名', '业主'],
        isRequired: true,
        hint: '单位写全称',
        example: '示例人',
      },
      60,
    ),
    phone({
      key: 'phone',
      zh: '电话',
      aliases: ['手机', '手机号', '联系电话'],
      isRequired: false,
      hint: '11 位手机号或带区号的座机',
      example: '13800000000',
    }),
    share({ key: 'share', zh: '份额', isRequired: false, hint: '共有时写 1/2 或 50%；不写按人数平分', example: '1/1' }),
    choice({ key: 'kind', zh: '类型', isRequired: true, hint: '个人、单位、开发商', example: '个人' }, OWNER_KINDS),
    secret({
      key: 'idHmac',
      zh: '证件号',
      aliases: ['身份证号'],
      isRequired: false,
      hint: '只用来认出同一个人，系统不保存号码',
      example: '',
    }),
    day({
      key: 'fromOn',
      zh: '产权起始日',
      isRequired: false,
      hint: '换了业主时写从哪天起；不写按导入当天',
      example: '',
    }),
  ],
  keyOf: (facts) => [addressOf(facts), ownerKeyOf(facts)].join(' '),
  titleOf: (facts) => `${addressWords(facts)} ${String(facts.name)}`,
  sayLeaving: (names) => ({ column: '不再是业主', after: '登记到此为止', before: names }),
}

/**
 * What makes two rows one owner: the same ID number; for bodies the same name. Persons without an ID number stay apart
 * from house to house and are merged by hand, because two people may share a name.
 */
export function ownerKeyOf(facts: Facts): string {
  if (facts.idHmac !== undefined) return `id:${String(facts.idHmac)}`
  if (facts.kind !== 'person') return `body:${String(facts.kind)}:${String(facts.name)}`
  return `person:${String(facts.name)}`
}

const STAFF: Register = {
  columns: [
    name({ key: 'name', zh: '姓名', isRequired: true, hint: '', example: '王师傅' }, 30),
    phone({
      key: 'phone',
      zh: '电话',
      aliases: ['手机', '手机号'],
      isRequired: true,
      hint: '11 位手机号；一个号码算一个人',
      example: '13800000000',
    }),
    choice(
      {
        key: 'duty',
        zh: '岗位',
        isRequired: true,
        hint: '项目经理、客服、收费员、维修工、保洁、秩序、绿化、其他',
        example: '维修工',
      },
      STAFF_DUTIES,
    ),
    name({ key: 'team', zh: '班组', isRequired: false, hint: '', example: '水电组' }, 30),
    day({ key: 'fromOn', zh: '入职日期', isRequired: false, hint: '', example: '2024-01-01' }),
  ],
  keyOf: (facts) => String(facts.phone),
  titleOf: (facts) => String(facts.name),
}

export const REGISTERS: Record<ImportKind, Register> = {
  houses: HOUSES,
  owners: OWNERS,
  staff: STAFF,
  feeItems: FEE_ITEMS,
  revenue: REVENUE,
  meters: METERS,
  openings: OPENINGS,
}
