import { View } from '@tarojs/components'
import { useState } from 'react'
import { FEE_KINDS, FEE_TEMPLATES } from '../../../types/vocabulary/fee'
import { Card } from '../../components/card'
import { Chip } from '../../components/chip'
import { Row } from '../../components/row'
import { DraftItemSheet } from './draft-item-sheet'
import { itemFromTemplate, itemProblems, newItem, type FormItem } from './draft-form'
import { PickChips } from '../../components/pick-chips'

interface DraftItemsProps {
  items: readonly FormItem[]
  onChange(items: FormItem[]): void
}

const OWN = 'own'

/** The charges of a draft: tap one to change it, or take the next from the usual ones. */
export function DraftItems({ items, onChange }: DraftItemsProps) {
  const [opened, setOpened] = useState<number>()
  const open = opened === undefined ? undefined : items[opened]
  const unused = FEE_TEMPLATES.filter(({ code }) => items.every((item) => item.code !== code))
  const add = (code: string) => {
    const template = unused.find((one) => one.code === code)
    onChange([...items, template ? itemFromTemplate(template) : newItem()])
    setOpened(items.length)
  }
  return (
    <>
      <Card flush>
        {items.map((item, place) => (
          <Row
            key={item.code ?? `new-${place}`}
            title={item.name || '还没有名称'}
            note={`${FEE_KINDS[item.kind].zh} · ${item.basisWords || '还没写依据'}`}
            end={<Chip tone={Object.keys(itemProblems(item)).length > 0 ? 'due' : 'plain'}>{saidPrice(item)}</Chip>}
            label={`改 ${item.name || '新的收费项目'}`}
            onTap={() => setOpened(place)}
          />
        ))}
        <View>
          <PickChips
            label="加一项"
            choices={[
              ...unused.map(({ code, name }) => ({ value: code, word: name })),
              { value: OWN, word: '自己写一项' },
            ]}
            value={undefined}
            onPick={add}
          />
        </View>
      </Card>
      {open !== undefined && opened !== undefined && (
        <DraftItemSheet
          key={opened}
          item={open}
          onSave={(changed) => {
            onChange(items.map((item, place) => (place === opened ? changed : item)))
            setOpened(undefined)
          }}
          onRemove={() => {
            onChange(items.filter((_, place) => place !== opened))
            setOpened(undefined)
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}

const saidPrice = ({ price, most }: FormItem): string =>
  price === '' ? '没写价' : `${price}${most ? `–${most}` : ''} 元`
