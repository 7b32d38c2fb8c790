import { View } from '@tarojs/components'
import { aria } from '../services/aria'
import type { PhotoSource } from '../services/pick-photos'
import { viewPhotos } from '../services/view-photos'
import { classes } from './classes'
import { Icon } from './icon'
import { Photo } from './photo'
import { Tap } from './tap'
import './photo-picker.scss'

export interface PickedPhoto {
  key: string
  /** On this phone, before any server has it. */
  url: string
  state: { at: 'sending'; percent: number } | { at: 'checking' } | { at: 'there' } | { at: 'failed'; problem: string }
}

interface PhotoPickerProps {
  photos: readonly PickedPhoto[]
  max: number
  /** What to take a photo of, while there is none. */
  hint: string
  /** What stands in the way, beside what a photo says itself. */
  problem?: string | undefined
  onPick(source: PhotoSource): void
  onRemove(key: string): void
  onRetry(key: string): void
}

/** Photos first: one is shown large, more in squares; beside them the two ways to bring another. */
export function PhotoPicker({ photos, max, hint, problem, onPick, onRemove, onRetry }: PhotoPickerProps) {
  const urls = photos.map(({ url }) => url)
  const failed = photos.map(({ state }) => state).find((state) => state.at === 'failed')
  const wrong = failed?.problem ?? problem
  return (
    <View className="photos">
      <View className={classes('photos-in', layoutFor(photos.length))}>
        {photos.map((photo, place) => (
          <Picked
            key={photo.key}
            photo={photo}
            place={place}
            onOpen={() => viewPhotos(urls, place)}
            onRemove={() => onRemove(photo.key)}
            onRetry={() => onRetry(photo.key)}
          />
        ))}
        {photos.length < max && (
          <View className="photos-ways">
            <Way icon="camera" word={photos.length > 0 ? '再拍' : '拍照'} onTap={() => onPick('camera')} />
            <Way icon="image" word="相册" onTap={() => onPick('album')} />
          </View>
        )}
      </View>
      {wrong && (
        <View className="photos-p" {...aria({ role: 'alert' })}>
          {wrong}
        </View>
      )}
      {photos.length === 0 && <View className="note mute photos-hint">{hint}</View>}
    </View>
  )
}

/** None: two wide ways. One: large, the ways beside it. Two: the ways in the third place; from three on below them. */
const LAYOUTS = ['photos-none', 'photos-one', 'photos-many photos-two'] as const

const layoutFor = (count: number): string => LAYOUTS[count] ?? 'photos-many'

function Way({ icon, word, onTap }: { icon: 'camera' | 'image'; word: string; onTap(): void }) {
  return (
    <Tap className="photos-add" onTap={onTap}>
      <Icon name={icon} className="photos-add-i" />
      {word}
    </Tap>
  )
}

interface PickedProps {
  photo: PickedPhoto
  place: number
  onOpen(): void
  onRemove(): void
  onRetry(): void
}

function Picked({ photo, place, onOpen, onRemove, onRetry }: PickedProps) {
  const { state } = photo
  const label = `照片 ${place + 1}`
  return (
    <View className="photos-it">
      <Photo url={photo.url} label={label} onTap={onOpen}>
        {state.at === 'failed' && (
          <Tap className="photos-over" label={`再传一次${label}`} onTap={onRetry}>
            <Icon name="refresh-cw" className="photos-add-i photos-over-i" />
            再传一次
          </Tap>
        )}
        {(state.at === 'sending' || state.at === 'checking') && <Sending state={state} />}
        <Tap className="photos-x" label={`删掉${label}`} onTap={onRemove}>
          <View className="photos-x-in">
            <Icon name="x" />
          </View>
        </Tap>
      </Photo>
    </View>
  )
}

/** How far it is, said and drawn; the picture itself is there at once. */
function Sending({ state }: { state: { at: 'sending'; percent: number } | { at: 'checking' } }) {
  const percent = state.at === 'sending' ? state.percent : 100
  return (
    <View className="photos-go" {...aria({ role: 'status' })}>
      <View className="photos-go-t num">{state.at === 'sending' ? `正在传 ${percent}%` : '正在核对'}</View>
      <View className="photos-go-track">
        <View className="photos-go-bar" style={{ width: `${percent}%` }} />
      </View>
    </View>
  )
}
