import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { REPAIR_LIMITS } from '../../../types/vocabulary/repair'
import { Button } from '../../components/button'
import { Choices } from '../../components/choices'
import { Icon } from '../../components/icon'
import { PhotoPicker } from '../../components/photo-picker'
import { Tap } from '../../components/tap'
import type { Photos } from '../../hooks/use-photos'
import { dial } from '../../services/phone'
import { CategoryFields, MenderCard } from './category-fields'
import { PromiseFor } from './promise-ahead'
import { categoryToFile, type DraftProblems, type RepairDraft } from './repair-draft'
import { RepairFields } from './repair-fields'
import { UrgentCall } from './urgent-call'
import './repair-fields.scss'

interface FileFormProps {
  draft: RepairDraft
  problems: DraftProblems
  /** Of the photos, said at the photos. */
  photoProblem: string | undefined
  photos: Photos
  houses: readonly { houseId: string; label: string }[]
  houseId: string
  phones: readonly { label: string; number: string; hours: string }[]
  onWrite(change: Partial<RepairDraft>): void
}

/**
 * Photo, what it is, place, words. In an emergency the call stands first and no photo is asked for, since nobody
 * photographs from a stuck lift.
 */
export function FileForm(props: FileFormProps) {
  const { draft, problems, photoProblem, photos, houses, houseId, phones, onWrite } = props
  const [wantsPhoto, setWantsPhoto] = useState(false)
  const urgent = draft.group === 'urgent'
  const category = draft.category && categoryToFile(draft)
  const picker = (
    <PhotoPicker
      photos={photos.photos}
      max={REPAIR_LIMITS.photosMax}
      hint="拍下坏的地方，师傅来之前就知道带什么。不拍也能报。"
      problem={photoProblem}
      onPick={(source) => void photos.pick(source)}
      onRemove={photos.remove}
      onRetry={photos.retry}
    />
  )
  const write = (change: Partial<RepairDraft>) => {
    if (change.group === 'urgent') void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
    onWrite(change)
  }
  return (
    <>
      {urgent ? <UrgentCall category={draft.category} phones={phones} /> : <CallFirst phones={phones} />}
      {!urgent && picker}
      <CategoryFields draft={draft} problem={problems.category} onWrite={write} />
      {houses.length > 1 && (
        <Choices
          label="哪一套房"
          choices={houses.map(({ houseId: value, label }) => ({ value, word: label }))}
          value={houseId}
          onChoose={(chosen) => onWrite({ houseId: chosen })}
        />
      )}
      <RepairFields draft={draft} problems={problems} onWrite={onWrite} />
      {urgent && (photos.photos.length > 0 || wantsPhoto) && picker}
      {urgent && photos.photos.length === 0 && !wantsPhoto && (
        <Button kind="plain" icon="camera" onTap={() => setWantsPhoto(true)}>
          加张照片（不加也行）
        </Button>
      )}
      {category && <MenderCard category={category} />}
      {category && <PromiseFor category={category} />}
    </>
  )
}

/** Whoever is in danger should not write a form: the number stands above it. */
function CallFirst({ phones }: Pick<FileFormProps, 'phones'>) {
  const [phone] = phones
  if (!phone) return null
  return (
    <View className="urgent">
      <Text className="t15 sub">被困、漏气，先打电话</Text>
      <Tap className="urgent-a" label={`马上打给${phone.label}，${phone.number}`} onTap={() => dial(phone.number)}>
        <Icon name="phone" />
        马上打
      </Tap>
    </View>
  )
}
