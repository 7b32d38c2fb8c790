import { Client } from 'pg'

/** Sets the one clock of a database to an instant, from which it goes on. The owner role alone can, and never in production. */
export async function setClock(ownerUrl: string, at: string | Date): Promise<void> {
  await asOwner(
    ownerUrl,
    `insert into app.clock_offset (offset_seconds) values (extract(epoch from $1::timestamptz - now())::bigint)
     on conflict (only_row) do update set offset_seconds = excluded.offset_seconds`,
    [new Date(at)],
  )
}

/** Lets the database go by the real time again. */
export const resetClock = (ownerUrl: string): Promise<void> => asOwner(ownerUrl, 'delete from app.clock_offset', [])

async function asOwner(ownerUrl: string, text: string, values: unknown[]): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(text, values)
  } finally {
    await owner.end()
  }
}
