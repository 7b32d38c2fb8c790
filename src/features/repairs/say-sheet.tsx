import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { ActName, Input } from '../../../types/contracts'
import type { FilePurpose } from '../../../types/vocabulary/file'
import { REPAIR_LIMITS } from '../../../types/vocabulary/repair'
import type { WireError } from '../../../types/vocabulary/errors'
import { Field } from '../../components/field'
import { Notice } from '../../components/notice'
import { PhotoPicker } from '../../components/photo-picker'
import { Confirm } from '../../components/sheet'
import { useAct } from '../../hooks/use-act'
import { usePhotos } from '../../hooks/use-photos'
import { REPAIR_READS } from './repair-reads'

/** What somebody says with an act. */
export interface Said {
  words: string
  photoIds: string[]
}

/** What the sheet asks. */
export interface Ask {
  title: string
  note: string
  label: string
  placeholder: string
  yes: string
  /** What it is doing while it waits: 正在退单…. */
  busy: string
  failed: string
  min: number
  max: number
  photos?: { purpose: FilePurpose; hint: string }
}

export interface Saying {
  opened: boolean
  open(): void
  close(): void
  say(said: Said): Promise<void>
  busy: boolean
  error: WireError | undefined
}

/** An act that needs words first: its sheet opens, is sent, and closes when it is done. */
export function useSay<N extends ActName>(call: N, inputOf: (said: Said) => Input<N>, onDone: () => void): Saying {
  const [opened, setOpened] = useState(false)
  const { act, busy, error, forgetError } = useAct(call, { refreshes: REPAIR_READS })
  const say = async (said: Said) => {
    const reply = await act(inputOf(said))
    if (!reply.ok) return
    setOpened(false)
    onDone()
  }
  const open = () => {
    forgetError()
    setOpened(true)
  }
  return { opened, open, close: () => setOpened(false), say, busy, error }
}

const NO_PHOTOS = { purpose: 'repairPhoto', hint: '' } as const

/** Words, and where they help photos, before what cannot be taken back. */
export function SaySheet({ ask, saying, children }: { ask: Ask; saying: Saying; children?: ReactNode }) {
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { purpose, hint } = ask.photos ?? NO_PHOTOS
  const photos = usePhotos(purpose, REPAIR_LIMITS.photosMax)
  const length = [...words.trim()].length
  const wrong = problemOf(length, ask)
  const said = saying.error?.details?.fields?.[0]?.message
  const say = () => {
    setTried(true)
    if (!wrong && photos.allThere) void saying.say({ words: words.trim(), photoIds: photos.fileIds })
  }
  return (
    <Confirm
      open={saying.opened}
      title={ask.title}
      note={ask.note}
      yes={ask.yes}
      no="先不办"
      busy={saying.busy && ask.busy}
      onYes={say}
      onClose={saying.close}
    >
      {saying.error && !said && (
        <View className="mt4">
          <Notice tone="due" icon="circle-alert" title={ask.failed} note={saying.error.message} />
        </View>
      )}
      {children}
      {ask.photos && (
        <View className="mt4">
          <PhotoPicker
            photos={photos.photos}
            max={REPAIR_LIMITS.photosMax}
            hint={hint}
            problem={photos.problem ?? (tried && !photos.allThere ? '照片还没传好，传好或删掉再提交' : undefined)}
            onPick={(source) => void photos.pick(source)}
            onRemove={photos.remove}
            onRetry={photos.retry}
          />
        </View>
      )}
      <View className="mt2">
        <Field
          icon="pencil"
          label={ask.label}
          lines="several"
          value={words}
          placeholder={ask.placeholder}
          problem={tried ? (wrong ?? said) : said}
          onChange={setWords}
        />
      </View>
    </Confirm>
  )
}

function problemOf(length: number, { min, max }: Ask): string | undefined {
  if (length < min) return `写一句话，至少 ${min} 个字`
  return length > max ? `最多 ${max} 个字，现在有 ${length} 个` : undefined
}
