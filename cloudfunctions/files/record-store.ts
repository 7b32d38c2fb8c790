import sql, { type Sql } from 'sql-template-tag'
import * as z from 'zod'
import type { CallName } from '../../types/contracts'
import type { FileRecord, PublishedFileRecord } from '../../types/vocabulary/file'
import { AppError } from '../shared/call/app-error'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'
import { within } from '../shared/policy/reach'
import type { Reach } from '../shared/policy/rule'
import { holdsPhoto } from '../shared/repair/photo-store'

/** A record that files hang on. A file opens with its record: whoever may read the one may open the other. */
interface ReadableRecord {
  /** The call that reads the record; its row of the policy says how far each role reaches. */
  readBy: CallName
  /** Selects the record by its id, within reach, if it holds the row `file` of the query around it. */
  holds(actor: Actor, reach: Reach, recordId: string): Sql
}

/** The vouchers of entries, those that came with them and those that came late. */
const VOUCHERS = sql`
  select community_id, journal_id, file_id, redacted_file_id from journal_voucher
  union all
  select community_id, journal_id, file_id, redacted_file_id from late_voucher`

export const RECORDS: Record<FileRecord, ReadableRecord> = {
  repair: {
    readBy: 'repairs.readRepair',
    holds: holdsPhoto,
  },
  boardDraft: {
    readBy: 'fees.readDraft',
    holds: (actor, reach, boardId) => sql`
      select from fee_board board
      where board.board_id = ${boardId} and board.basis_file_id = file.file_id
        and ${within(actor, reach, { communityId: sql`board.community_id`, houseId: sql`null`, at: sql`null` })}`,
  },
  entry: {
    readBy: 'accounts.readStatement',
    holds: (actor, reach, entryId) => sql`
      select from (${VOUCHERS}) voucher
      where voucher.journal_id = ${entryId} and file.file_id in (voucher.file_id, voucher.redacted_file_id)
        and ${within(actor, reach, { communityId: sql`voucher.community_id`, houseId: sql`null`, at: sql`null` })}`,
  },
  publishedEntry: {
    readBy: 'accounts.listEntries',
    holds: (actor, reach, entryId) => sql`
      select from (${VOUCHERS}) voucher
      join journal on journal.community_id = voucher.community_id and journal.journal_id = voucher.journal_id
      join statement on statement.community_id = journal.community_id and statement.ledger_id = journal.ledger_id
        and statement.state = 'published' and journal.seq <= statement.head_seq
        and statement.quarter <= journal.booked_on and journal.booked_on < statement.quarter + interval '3 months'
      where voucher.journal_id = ${entryId} and voucher.redacted_file_id = file.file_id
        and ${within(actor, reach, { communityId: sql`voucher.community_id`, houseId: sql`null`, at: sql`null` })}`,
  },
  statement: {
    readBy: 'accounts.readStatement',
    holds: (actor, reach, statementId) => sql`
      select from statement
      where statement.statement_id = ${statementId}
        and file.file_id::text in (statement.content -> 'bank' ->> 'fileId', statement.content -> 'bank' ->> 'redactedFileId')
        and ${within(actor, reach, { communityId: sql`statement.community_id`, houseId: sql`null`, at: sql`null` })}`,
  },
  publishedStatement: {
    readBy: 'accounts.listEntries',
    holds: (actor, reach, statementId) => sql`
      select from statement
      where statement.statement_id = ${statementId} and statement.state = 'published'
        and file.file_id::text = statement.content -> 'bank' ->> 'redactedFileId'
        and ${within(actor, reach, { communityId: sql`statement.community_id`, houseId: sql`null`, at: sql`null` })}`,
  },
}

/** The same for records that a community publishes: row-level security shows strangers these and no other files. */
export const PUBLISHED_RECORDS: Record<PublishedFileRecord, (communityId: string, recordId: string) => Sql> = {
  postedBoard: (communityId, boardId) => sql`
    select from fee_board board
    where board.community_id = ${communityId} and board.board_id = ${boardId} and board.state = 'posted'
      and board.basis_file_id = file.file_id`,
}

const HeldFile = z.object({ name: z.string(), size_bytes: z.int(), cloud_file_id: z.string() })
export type HeldFile = z.output<typeof HeldFile>

/** A checked file that the record holds, or NOT_FOUND: whether the file, the record or the tie is missing is not told. */
export async function getFileHeldBy(
  db: Db,
  { communityId, fileId }: { communityId: string; fileId: string },
  holds: Sql,
): Promise<HeldFile> {
  const row = await db.find(
    HeldFile,
    sql`
      select name, size_bytes, cloud_file_id
      from file
      where community_id = ${communityId} and file_id = ${fileId} and state = 'checked' and exists (${holds})`,
  )
  if (!row) throw new AppError('NOT_FOUND')
  return row
}
