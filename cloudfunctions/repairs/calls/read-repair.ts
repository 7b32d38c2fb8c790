import type * as repairs from '../../../types/contracts/repairs'
import { REPAIR_CLOCK_IDS, UNFIXED_REASON_IDS } from '../../../types/vocabulary/repair'
import type { Answer } from '../../shared/call/answer'
import { silenceEndsAt } from '../../shared/repair/clocks'
import {
  mayCall,
  maskedName,
  mayOpenPhotos,
  nameFor,
  type Reader,
  readerOf,
  wordsFor,
} from '../../shared/repair/masking'
import { changeUntil } from '../../shared/repair/rating-window'
import { type ReadTimes, readTimes } from '../../shared/repair/settle-store'
import { type EventRow, findRating, findReporter, listEvents } from '../history-store'
import { cardFor } from '../repair-card'
import { getRepair, type RepairRow } from '../repair-store'

/** One order with its history, its clocks, its photos and what this person may do next. */
export const readRepair: Answer<typeof repairs.readRepair> = async ({ db, actor, reach, now }, { repairId }) => {
  const repair = await getRepair(db, actor, reach, repairId)
  const reader = readerOf(actor, repair)
  const events = (await listEvents(db, actor, repairId)).map((event) =>
    mayOpenPhotos(reader, repair.category) ? event : { ...event, photo_ids: [] },
  )
  const times = (await readTimes(db, actor.communityId, [repair], now)).get(repairId)
  const reporter = mayCall(reader) ? await findReporter(db, actor, repair.reporter_id) : undefined
  const rating = await findRating(db, actor, repairId)
  const silence = repair.state === 'done' ? silenceEndsAt(times?.happenings ?? []) : undefined
  return {
    ...cardFor(actor, repair, times?.readings ?? [], now),
    events: events.map((event) => eventFor(reader, event, repair, actor.personId)),
    clocks: clocksOf(times),
    photos: photosOf(events),
    ...(reporter && {
      reporter: {
        name: reader.role === 'technician' ? maskedName(reporter.name) : reporter.name,
        ...(reporter.phone !== null && { phone: reporter.phone }),
      },
    }),
    ...(silence && { confirmedBySilenceAt: silence.toISOString() }),
    ...(rating && {
      rating: {
        stars: rating.stars,
        tags: rating.tags,
        ...(rating.words !== null && { words: wordsFor(reader, rating.words, repair) }),
        ratedAt: rating.rated_at.toISOString(),
        frozen: changeUntil(rating.rated_at) <= now,
      },
    }),
    now: now.toISOString(),
  }
}

function eventFor(reader: Reader, event: EventRow, repair: RepairRow, personId: string) {
  const name = nameFor(reader, event)
  const to = nameFor(reader, { role: 'technician', name: event.to_name })
  const clock = REPAIR_CLOCK_IDS.find((each) => event.act === 'miss' && each === event.detail)
  const unfixedReason = UNFIXED_REASON_IDS.find((each) => event.act === 'closeUnfixed' && each === event.detail)
  return {
    eventId: event.event_id,
    act: event.act,
    at: event.at.toISOString(),
    ...(event.role && { role: event.role }),
    mine: event.person_id === personId,
    ...(name && { name }),
    ...(event.note && { note: wordsFor(reader, event.note, repair) }),
    ...(to && { to }),
    ...(clock && { clock }),
    ...(unfixedReason && { unfixedReason }),
    photoIds: event.photo_ids,
  }
}

/** Each clock with the clause that promises it, so that a broken promise is named by its clause. */
const clocksOf = (times: ReadTimes | undefined) =>
  (times?.readings ?? []).flatMap((reading) => {
    const promise = times?.promises.find(({ clock }) => clock === reading.clock)
    if (!promise) return []
    return [
      {
        clock: reading.clock,
        state: reading.state,
        minutes: promise.minutes,
        calendar: promise.calendar,
        dueAt: reading.dueAt.toISOString(),
        ...(reading.metAt && { metAt: reading.metAt.toISOString() }),
        ...(reading.missedByMinutes !== undefined && { missedByMinutes: reading.missedByMinutes }),
        gradeCode: promise.grade_code,
        clauseNo: promise.clause_no,
        words: promise.words,
      },
    ]
  })

/** What was brought with filing and reopening shows what is broken; with finishing, what was done. */
const photosOf = (events: EventRow[]) =>
  [...events].reverse().flatMap(({ act, at, photo_ids: photoIds }) =>
    photoIds.map((fileId) => ({
      fileId,
      kind: act === 'finish' ? ('after' as const) : ('before' as const),
      at: at.toISOString(),
    })),
  )
