import sql from 'sql-template-tag'
import type { MessageTopic } from '../../../types/vocabulary/message'
import type { Role } from '../../../types/vocabulary/roles'
import type { Db } from '../db/db'
import { newId } from '../db/ids'

/** The address of everyone who lives in the community or owns there, each once, in `outbox.to_role`. */
export const TO_RESIDENTS = 'residents'

/**
 * Whom to tell: one person, everyone who holds a role in the community when it is delivered, or every resident; of some
 * buildings alone where `buildings` names any.
 */
export type Addressee = { personId: string } | { role: Role } | { everyone: 'residents'; buildings?: readonly string[] }

/** Says that somebody must be told something; ids only, the sentence is made when it is read. */
export type Tell = (addressee: Addressee, topic: MessageTopic, aboutId: string) => Promise<void>

/** Writes into the outbox in the act's own transaction: it happens exactly if the act happened. */
export const tellFrom =
  (db: Db, communityId: string, now: Date): Tell =>
  async (addressee, topic, aboutId) => {
    const personId = 'personId' in addressee ? addressee.personId : null
    const role = 'role' in addressee ? addressee.role : 'everyone' in addressee ? TO_RESIDENTS : null
    const buildings = 'everyone' in addressee && addressee.buildings?.length ? addressee.buildings : null
    await db.run(sql`
      insert into outbox (community_id, outbox_id, topic, to_person_id, to_role, to_buildings, about_id, due_at)
      values (${communityId}, ${newId()}, ${topic}, ${personId}, ${role}, ${buildings}, ${aboutId}, ${now})`)
  }
