import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../services/aria'
import { viewPhotos } from '../services/view-photos'
import { classes } from './classes'
import { Tap } from './tap'
import './photo.scss'

interface PhotoProps {
  url: string
  /** What is on it, for whoever cannot see it. */
  label: string
  /** Words on the photo: 修之前, 刚刚拍的. */
  tag?: string | undefined
  size?: 'fill' | 'thumb' | 'half'
  onTap?: () => void
  /** What lies over it: how far it is, a cross to take it away. */
  children?: ReactNode
}

/** A photo cut to its frame; a tap shows the whole of it. */
export function Photo({ url, label, tag, size = 'fill', onTap, children }: PhotoProps) {
  const inside = (
    <>
      <Image
        className="photo-img"
        src={url}
        mode="aspectFill"
        // In a browser the real picture sits inside Taro's element and takes its name from here.
        {...(process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: label } } : aria({ label }))}
      />
      {tag && <View className="photo-tag num">{tag}</View>}
    </>
  )
  return (
    <View className={classes('photo', `photo-${size}`)}>
      {onTap ? (
        <Tap className="photo-open" label={`看大图：${label}`} onTap={onTap}>
          {inside}
        </Tap>
      ) : (
        inside
      )}
      {children}
    </View>
  )
}

interface ThumbsProps {
  urls: readonly string[]
  /** What they show; a number is put after it. */
  label: string
}

/** Small photos in a line; each opens the whole set at its place. */
export function Thumbs({ urls, label }: ThumbsProps) {
  if (urls.length === 0) return null
  return (
    <View className="thumbs">
      {urls.map((url, place) => (
        <Photo
          key={url}
          url={url}
          size="thumb"
          label={`${label}第 ${place + 1} 张`}
          onTap={() => viewPhotos(urls, place)}
        />
      ))}
    </View>
  )
}
