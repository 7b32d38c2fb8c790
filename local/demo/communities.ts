import type { Founding, FoundingPerson } from '../../cloudfunctions/shared/founding/founding'
import { LOCAL_ENV } from '../persona'
import { DEMO_GUIDE_PRICES, DEMO_STANDARD } from './standard'

/** A demo person signs in with a CloudBase uid of the local environment. */
const person = (uid: string, name: string, seats: FoundingPerson['seats']): FoundingPerson => ({
  name,
  identities: [{ provider: 'cloudbase', app: LOCAL_ENV, subject: uid }],
  seats,
})

const STREET = { name: '云溪街道', neighbourhoodName: '桂花社区' }
const STREET_PHONE = { label: '街道物业办', number: '0000-8000001', hours: '工作日' }
const HOTLINE = { label: '12345', number: '12345', hours: '随时' }

/** 锦绣花园: built 2016, 216 homes, an owners' committee. All names and numbers are invented; the homes come by import. */
export const JINXIU: Founding = {
  street: STREET,
  enterprise: { name: '安和物业' },
  community: { name: '锦绣花园', city: '示例市', builtYear: 2016, bodyName: '业主委员会', hasLift: true },
  phones: [{ label: '物业', number: '0000-8000101', hours: '8:00–24:00' }, STREET_PHONE, HOTLINE],
  standard: DEMO_STANDARD,
  guidePrices: DEMO_GUIDE_PRICES,
  contract: {
    number: 'AH-2024-01',
    gradeCode: '二级',
    chargeMode: 'lump sum',
    fromOn: '2024-01-01',
    untilOn: '2028-01-01',
    dueDays: 30,
  },
  houses: [],
  people: [
    person('zhou-min', '周敏', [{ role: 'manager', officeName: '安和物业' }]),
    person('lin-xiao', '林晓', [{ role: 'clerk', officeName: '安和物业' }]),
    person('he-jing', '何静', [{ role: 'cashier', officeName: '安和物业' }]),
    person('wang', '王师傅', [{ role: 'technician', officeName: '安和物业 水电组' }]),
    person('zhao', '赵师傅', [{ role: 'technician', officeName: '安和物业 弱电组' }]),
    person('sun', '孙师傅', [{ role: 'technician', officeName: '安和物业 综合组' }]),
    person('song', '宋老师', [{ role: 'committee', officeName: '业主委员会 主任' }]),
    person('fang', '方会计', [{ role: 'supervisor', officeName: '业主监督人' }]),
    person('liu', '刘主任', [{ role: 'neighbourhood', officeName: '桂花社区' }]),
    person('zheng', '郑科长', [{ role: 'street', officeName: '云溪街道' }]),
  ],
}

/** 红旗里: built 1996, 216 homes, an old community with a management committee. */
export const HONGQI: Founding = {
  street: STREET,
  enterprise: { name: '民生物业' },
  community: { name: '红旗里', city: '示例市', builtYear: 1996, bodyName: '物业管理委员会', hasLift: false },
  phones: [{ label: '物业', number: '0000-8000201', hours: '8:00–20:00' }, STREET_PHONE, HOTLINE],
  standard: DEMO_STANDARD,
  guidePrices: DEMO_GUIDE_PRICES,
  contract: {
    number: 'MS-2025-03',
    gradeCode: '三级',
    chargeMode: 'remuneration',
    fromOn: '2025-01-01',
    untilOn: '2028-01-01',
    dueDays: 30,
  },
  houses: [],
  people: [
    person('du', '杜经理', [{ role: 'manager', officeName: '民生物业' }]),
    person('he', '何师姐', [{ role: 'clerk', officeName: '民生物业' }]),
    person('cao', '曹会计', [{ role: 'cashier', officeName: '民生物业' }]),
    person('tang', '唐大爷', [{ role: 'committee', officeName: '物业管理委员会' }]),
    person('liu', '刘主任', [{ role: 'neighbourhood', officeName: '桂花社区' }]),
    person('zheng', '郑科长', [{ role: 'street', officeName: '云溪街道' }]),
  ],
}

/** Who lives where, seated once the houses have come by import. */
export const JINXIU_RESIDENTS: FoundingPerson[] = [
  person('lin', '林女士', [{ role: 'owner', houses: ['3-2-1801'] }]),
  person('lin-jia', '林先生', [{ role: 'family', houses: ['3-2-1801'] }]),
  person('xu', '许先生', [{ role: 'owner', houses: ['1-1-0302'] }]),
  person('huang', '小黄', [{ role: 'tenant', houses: ['2-1-0901'] }]),
  person('zhou', '周先生', [{ role: 'owner', houses: ['1-2-0601', '1-2-0602', '1-2-0701'] }]),
  person('song', '宋老师', [{ role: 'owner', houses: ['2-2-1101'] }]),
]

export const HONGQI_RESIDENTS: FoundingPerson[] = [person('qian', '钱阿姨', [{ role: 'owner', houses: ['4-2-0501'] }])]
