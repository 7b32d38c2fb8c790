import type { Sql } from 'sql-template-tag'
import type { Db } from '../shared/db/db'
import type { Actor } from '../shared/policy/actor'

/** The moment of an act, and its business date. */
export interface Moment {
  now: Date
  today: string
}

/** What the database knows of one register: how staged rows stand beside it, and how they come into it. */
export interface RegisterStore {
  /** Each staged row (`row_no`) with the thing it means, found or new (`target_id`), and what stands of it now (`before`). */
  current: (actor: Actor, importId: string) => Sql
  /** Brings the register to the staged rows; all of them were compared and none is wrong. */
  apply: (db: Db, actor: Actor, importId: string, at: Moment) => Promise<void>
  /** Facts that say from when something holds; they alone are no difference. */
  since?: readonly string[]
  /** Refuses the file before it is read, where nothing of it could be applied. */
  ensureReady?: (db: Db, actor: Actor, today: string) => Promise<void>
  /** Fills in and refuses what only the whole file beside the register can show. */
  lookAtWhole?: (db: Db, actor: Actor, importId: string, today: string) => Promise<void>
}

/** Problems between rows have places from 100 on, so that a new comparison replaces the findings of the one before. */
export const BETWEEN_ROWS = 100
