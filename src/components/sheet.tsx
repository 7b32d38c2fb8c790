import Popup from '@taroify/core/popup'
// Sheet by sheet and not by `popup/style`, which also brings Taroify's icon font from a foreign host.
import '@taroify/core/transition/index.scss'
import '@taroify/core/backdrop/index.scss'
import '@taroify/core/popup/index.scss'
import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import { aria } from '../services/aria'
import { Button } from './button'
import './sheet.scss'

interface SheetProps {
  open: boolean
  title: string
  onClose(): void
  children: ReactNode
}

/** A sheet from the bottom edge, in the middle of a desk. A tap beside it closes it, and on a keyboard Escape. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  useEscape(open, onClose)
  return (
    <Popup open={open} placement="bottom" rounded className="sheet" onClose={onClose}>
      <Popup.Backdrop closeable />
      <View className="sheet-in" {...aria({ role: 'dialog', label: title })}>
        <View className="sheet-grip" />
        <View className="sheet-t">{title}</View>
        {children}
      </View>
    </Popup>
  )
}

function useEscape(open: boolean, onClose: () => void): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !open) return
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [open, onClose])
}

interface ConfirmProps extends Omit<SheetProps, 'children'> {
  /** What will happen, before it happens. */
  note: string
  yes: string
  busy: string | false
  no: string
  onYes(): void
  children?: ReactNode
}

/** Asks before what cannot be taken back. */
export function Confirm({ open, title, note, yes, busy, no, onYes, onClose, children }: ConfirmProps) {
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <View className="t15 sub mt1">{note}</View>
      {children}
      <View className="duo mt5">
        <Button kind="outlined" onTap={onClose}>
          {no}
        </Button>
        <Button className="btn-last" busy={busy} onTap={onYes}>
          {yes}
        </Button>
      </View>
    </Sheet>
  )
}
