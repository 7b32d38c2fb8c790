import type * as fees from '../../../types/contracts/fees'
import { businessDate } from '../../../types/vocabulary/dates'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import { findPlace, getBoard, listPhones, listPosted } from '../board-store'
import { sayVersion, wholeBoard } from '../board-view'
import { versionLines } from '../rules/board-lines'

/**
 * What a community charges and promises; the same for residents and strangers. Without a board id the version in force,
 * or before the first day the one that comes. A community that has posted nothing has no board, and may charge nothing.
 */
export const readBoard: Answer<typeof fees.readBoard> = async ({ db, now }, { communityId, boardId }) => {
  const place = await findPlace(db, communityId)
  const posted = await listPosted(db, communityId)
  const versions = versionLines(posted, businessDate(now))
  const phones = await listPhones(db, communityId)
  const line = boardId
    ? versions.find((version) => version.boardId === boardId)
    : (versions.find(({ standing }) => standing === 'inForce') ?? versions[0])
  if (boardId && !line) throw new AppError('NOT_FOUND')
  const base = { communityName: place.name, versions: [...versions].reverse(), phones, now: now.toISOString() }
  if (!line) return base
  const row = await getBoard(db, communityId, line.boardId)
  const next = versions.find(({ effectiveFrom }) => effectiveFrom === line.untilOn)
  const said = sayVersion(await wholeBoard(db, communityId, row))
  return { ...base, board: { ...said, ...line, postedAt: (row.posted_at ?? now).toISOString() }, ...(next && { next }) }
}
