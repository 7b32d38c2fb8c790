import type { ReactNode } from 'react'
import { Chip } from '../../components/chip'
import { Row } from '../../components/row'
import { saidAt } from '../../services/clock'
import { placeInHouse, placeOf, standingOf, titleOf, type RepairCard } from './repair-words'

interface RepairRowProps {
  repair: RepairCard
  /** Whoever has more than one house before them wants to know which one. */
  withHouse?: boolean
  selected?: boolean
  action?: ReactNode
  onOpen(): void
}

export function RepairRow({ repair, withHouse = false, selected = false, action, onOpen }: RepairRowProps) {
  const { word, tone } = standingOf(repair)
  return (
    <Row
      icon={repair.urgent ? 'siren' : 'wrench'}
      tone={tone}
      title={titleOf(repair.description)}
      note={withHouse ? placeInHouse(repair) : placeOf(repair)}
      cut={withHouse ? 'above time' : 'beside time'}
      when={saidAt(repair.filedAt)}
      selected={selected}
      end={action ? undefined : <Chip tone={tone}>{word}</Chip>}
      action={action}
      onTap={onOpen}
    />
  )
}
