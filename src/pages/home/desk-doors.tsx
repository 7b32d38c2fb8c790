import type { Role } from '../../../types/vocabulary/roles'
import { Card } from '../../components/card'
import { Row } from '../../components/row'
import type { IconName } from '../../components/icon-names'
import { openPage } from '../../services/routes'

interface DeskDoor {
  icon: IconName
  title: string
  /** In words, or by office where not everybody does the same behind it. */
  note: string | Partial<Record<Role, string>>
  by: readonly Role[]
  open(): void
}

/** The desks beside the orders, for those who work at them. */
const DOORS: readonly DeskDoor[] = [
  {
    icon: 'calendar-days',
    title: '出账和账单',
    note: '试算、出账，按房号查账单',
    by: ['clerk', 'cashier', 'manager'],
    open: () => openPage('billing', {}),
  },
  {
    icon: 'receipt-text',
    title: '收费公示',
    note: { cashier: '看版本、复核', clerk: '起草、复核', manager: '起草、复核、贴出' },
    by: ['clerk', 'cashier', 'manager'],
    open: () => openPage('boards', {}),
  },
  {
    icon: 'bell',
    title: '贴公告',
    note: '通知、停水停电，告诉全小区或几栋楼',
    by: ['clerk', 'manager', 'committee', 'neighbourhood'],
    open: () => openPage('announce', {}),
  },
  {
    icon: 'upload',
    title: '导入登记表',
    note: {
      clerk: '房屋、业主、员工、收费项目、表计',
      manager: '房屋、业主、收益合同、表计，从表格导入',
      committee: '公共收益的合同，从表格导入',
    },
    by: ['clerk', 'manager', 'committee'],
    open: () => openPage('imports', {}),
  },
]

export function DeskDoors({ role }: { role: Role }) {
  const doors = DOORS.filter(({ by }) => by.includes(role))
  if (doors.length === 0) return null
  return (
    <Card flush>
      {doors.map(({ icon, title, note, open }) => (
        <Row key={title} icon={icon} title={title} note={typeof note === 'string' ? note : note[role]} onTap={open} />
      ))}
    </Card>
  )
}
