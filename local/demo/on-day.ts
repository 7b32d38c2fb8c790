import sql from 'sql-template-tag'
import { openPool } from '../../cloudfunctions/shared/db/pool'
import { inTransaction } from '../../cloudfunctions/shared/db/transaction'

/** Tells a part of the story on another day, by the one clock, which only the owner role can move and only in a demonstration. */
export type OnDay = <T>(day: string, work: () => Promise<T>) => Promise<T>

/** What happened on that day is delivered on it: `windClock` is one turn of the clockwork. */
export function onDayBy(ownerUrl: string, windClock: () => Promise<void>): OnDay {
  return async (day, work) => {
    await setClock(ownerUrl, `${day}T02:00:00Z`)
    try {
      const done = await work()
      await windClock()
      return done
    } finally {
      await setClock(ownerUrl, undefined)
    }
  }
}

/** Sets the one clock to an instant, never before it and at most a second after, or back to the time that it is. */
export async function setClock(ownerUrl: string, instant: string | undefined): Promise<void> {
  const owner = openPool(ownerUrl)
  try {
    await inTransaction(owner, 'write', async (db) => {
      await db.run(sql`delete from clock_offset`)
      if (instant === undefined) return
      await db.run(sql`
        insert into clock_offset (offset_seconds) values (ceil(extract(epoch from ${instant}::timestamptz - now()))::bigint)`)
    })
  } finally {
    await owner.end()
  }
}
