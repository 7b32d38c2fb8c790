import { View } from '@tarojs/components'
import { useRef } from 'react'
import { Photo, Thumbs } from '../../components/photo'
import { useCalls } from '../../hooks/use-call'
import { now } from '../../services/clock'
import { viewPhotos } from '../../services/view-photos'
import type { Repair } from './repair-words'

/** A link lives five minutes; it is asked again before it dies. */
const RENEW_MS = 4 * 60_000

interface Link {
  url: string
  until: string
}

/**
 * Links to photos of one order, as far as they have come. A link stays as long as it opens, since every answer brings
 * a new one and the picture would load again.
 */
function usePhotoUrls(repairId: string, fileIds: readonly string[]): string[] {
  const kept = useRef(new Map<string, Link>())
  const links = useCalls(
    'files.linkFile',
    fileIds.map((fileId) => ({ about: { kind: 'repair' as const, id: repairId }, fileId })),
    { everyMs: RENEW_MS },
  )
  return fileIds.flatMap((fileId, place) => {
    const known = kept.current.get(fileId)
    const link = known && Date.parse(known.until) > now().getTime() ? known : links[place]
    if (!link) return []
    kept.current.set(fileId, link)
    return link.url
  })
}

interface ThumbsProps {
  repairId: string
  fileIds: readonly string[]
  label: string
}

/** Small photos in a line, of one moment. */
export function RepairThumbs({ repairId, fileIds, label }: ThumbsProps) {
  const urls = usePhotoUrls(repairId, fileIds)
  return <Thumbs urls={urls} label={label} />
}

/** What was broken beside what was done: the last of each, and a tap opens all. */
export function BeforeAndAfter({ repairId, photos }: Pick<Repair, 'repairId' | 'photos'>) {
  const idsOf = (wanted: 'before' | 'after') => photos.filter(({ kind }) => kind === wanted).map(({ fileId }) => fileId)
  const beforeUrls = usePhotoUrls(repairId, idsOf('before'))
  const afterUrls = usePhotoUrls(repairId, idsOf('after'))
  const urls = [...beforeUrls, ...afterUrls]
  const shown = [
    { tag: '修之前', url: beforeUrls.at(-1) },
    { tag: '修之后', url: afterUrls.at(-1) },
  ].flatMap(({ tag, url }) => (url === undefined ? [] : { tag, url }))
  if (shown.length === 0) return null
  return (
    <View className={shown.length > 1 ? 'photo-pair' : 'grid'}>
      {shown.map(({ tag, url }) => (
        <Photo
          key={tag}
          url={url}
          size="half"
          label={tag}
          tag={tag}
          onTap={() => viewPhotos(urls, urls.indexOf(url))}
        />
      ))}
    </View>
  )
}
