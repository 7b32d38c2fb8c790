import type { ReactNode } from 'react'
import { REPAIR_STATES } from '../../../types/vocabulary/repair'
import { Chip } from '../../components/chip'
import { Row } from '../../components/row'
import { saidAt } from '../../services/clock'
import { placeFor, titleOf, type RepairCard } from './repair-words'

interface RepairRowProps {
  repair: RepairCard
  /** A desk that serves many houses wants to know which one. */
  withHouse?: boolean
  selected?: boolean
  action?: ReactNode
  onOpen(): void
}

export function RepairRow({ repair, withHouse = false, selected = false, action, onOpen }: RepairRowProps) {
  const { zh, tone } = REPAIR_STATES[repair.state]
  return (
    <Row
      icon="wrench"
      tone={tone}
      title={titleOf(repair.description)}
      note={placeFor(repair, withHouse ? 'desk' : 'own house')}
      when={saidAt(repair.filedAt)}
      selected={selected}
      end={action ? undefined : <Chip tone={tone}>{zh}</Chip>}
      action={action}
      onTap={onOpen}
    />
  )
}
