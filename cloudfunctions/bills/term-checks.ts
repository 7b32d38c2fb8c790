import type { Seated } from '../shared/call/answer'
import { AppError } from '../shared/call/app-error'
import { businessDate } from '../../types/vocabulary/dates'
import { listPublished, lockHouse, overlaps, type TermKey } from './term-store'

/** A refusal at one field of the form. */
export const refuseField = (path: string, message: string): AppError =>
  new AppError('INVALID_INPUT', { fields: [{ path, message }] })

/** Holds the house and sees that nothing of the same kind is registered on these days; who registers two things is asked. */
export async function ensureFree(
  { db, actor }: Seated,
  key: TermKey,
  span: { from: string; until?: string | undefined },
): Promise<void> {
  await lockHouse(db, actor, key.houseId)
  if (await overlaps(db, actor, key, span)) throw refuseField('from', '这段日子已经登记过，请先结束原来那一条')
}

/** Only what stands on a posted board, today or to come, may be charged. */
export async function ensurePublished(
  { db, actor, now }: Seated,
  kind: 'space' | 'share',
  itemCode: string,
): Promise<void> {
  const published = await listPublished(db, actor, kind, businessDate(now))
  if (!published.some(({ code }) => code === itemCode))
    throw refuseField('itemCode', '收费公示里没有这一项，请先公示再登记')
}
