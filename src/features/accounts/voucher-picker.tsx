import { PhotoPicker } from '../../components/photo-picker'
import { Notice } from '../../components/notice'
import { RedactSheet } from './redact-sheet'
import type { Vouchers } from './use-vouchers'

/** Photos of vouchers; each is covered before anything leaves the phone. */
export function VoucherPicker({ vouchers, max, hint }: { vouchers: Vouchers; max: number; hint: string }) {
  const { photos, problem, pick, covering, cover, leave, remove, retry } = vouchers
  return (
    <>
      <PhotoPicker
        photos={photos}
        max={max}
        hint={hint}
        onPick={(source) => void pick(source)}
        onRemove={remove}
        onRetry={retry}
      />
      {problem && <Notice tone="due" icon="circle-alert" title={problem} />}
      {covering && <RedactSheet key={covering.url} url={covering.url} onDone={cover} onClose={leave} />}
    </>
  )
}
