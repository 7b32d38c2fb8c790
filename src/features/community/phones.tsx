import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../types/contracts'
import { Card } from '../../components/card'
import { Door } from '../../components/door'
import { Icon } from '../../components/icon'
import { Row } from '../../components/row'
import { Sheet } from '../../components/sheet'
import { Tap } from '../../components/tap'
import { usePreferences } from '../../hooks/use-preferences'
import { dial } from '../../services/phone'
import './phones.scss'

type Phone = Output<'members.readCommunity'>['phones'][number]

const callLabel = ({ label, number }: Phone): string => `打电话给${label}，${number}`

/** One tap calls. Side by side on a phone, one below the other in big text. */
export function Phones({ phones }: { phones: readonly Phone[] }) {
  const { elder } = usePreferences()
  if (phones.length === 0) return null
  if (elder) {
    return (
      <Card flush>
        <PhoneRows phones={phones} />
      </Card>
    )
  }
  return (
    <Card flush>
      <View className="calls">
        {phones.map((phone) => (
          <Tap key={phone.number} className="call" label={callLabel(phone)} onTap={() => dial(phone.number)}>
            <Icon name="phone" className="call-i" />
            <View className="call-t num">{phone.label}</View>
            <View className="call-s num">{phone.hours}</View>
          </Tap>
        ))}
      </View>
    </Card>
  )
}

function PhoneRows({ phones }: { phones: readonly Phone[] }) {
  return (
    <>
      {phones.map((phone) => (
        <Row
          key={phone.number}
          icon="phone"
          tone="ok"
          title={phone.label}
          note={phone.number}
          when={phone.hours}
          label={callLabel(phone)}
          onTap={() => dial(phone.number)}
        />
      ))}
    </>
  )
}

/** All numbers behind one door, for big text. */
export function PhoneDoor({ phones }: { phones: readonly Phone[] }) {
  const [open, setOpen] = useState(false)
  const [first] = phones
  if (!first) return null
  return (
    <>
      <Door icon="phone" title="打电话" note={`${first.label} ${first.hours}`} onTap={() => setOpen(true)} />
      <Sheet open={open} title="打给谁" onClose={() => setOpen(false)}>
        <PhoneRows phones={phones} />
      </Sheet>
    </>
  )
}
