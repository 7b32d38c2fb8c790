import type { Input } from '../../../types/contracts'
import type * as statements from '../../../types/contracts/accounts-statements'
import type { Role } from '../../../types/vocabulary/roles'
import { quarterOf } from '../../../types/vocabulary/statement'
import type { Answer } from '../../shared/call/answer'
import { AppError } from '../../shared/call/app-error'
import type { Db } from '../../shared/db/db'
import { newId } from '../../shared/db/ids'
import { getOwnFile } from '../../shared/files/file-store'
import { move } from '../../shared/machine/machine'
import type { Actor } from '../../shared/policy/actor'
import { ensureKeepsBooks, holdBooks } from '../books'
import { getRules } from '../books-store'
import { nextQuarter } from '../rules/booking'
import type { StatementBank } from '../rules/content'
import { dueOn } from '../rules/due'
import { STATEMENT_MACHINE } from '../rules/statement-machine'
import { contentAt, contentHash, headOf, standingTo, statementReply } from '../statement-facts'
import { findStatement, getStatement, saveDraft, type StatementRow } from '../statement-store'

/**
 * The quarter's statement from the entries as they are now, one quarter after the other and none before it is over. Made
 * anew, it has to be reviewed anew. It may be half done: what is missing is asked for when it is reviewed.
 */
export const draftQuarter: Answer<typeof statements.draftQuarter> = async ({ db, actor, now, tell }, input) => {
  const { communityId } = actor
  await ensureKeepsBooks(db, actor)
  const open = await holdBooks(db, communityId, now)
  const { from, to } = nextQuarter(open.facts)
  if (quarterOf(input.quarter).from !== from) throw new AppError('QUARTER_NOT_NEXT')
  if (open.facts.today < to) throw new AppError('QUARTER_NOT_OVER')
  const earlier = await findStatement(db, communityId, from)
  if (earlier) move(STATEMENT_MACHINE, earlier.state, 'draft', standingTo(earlier, actor))
  const remarks = {
    gaps: new Map(input.gaps.map(({ sourceId, words }) => [sourceId, words])),
    bank: input.bank ? await bankOf(db, actor, input.bank, earlier) : null,
  }
  const content = await contentAt(db, open.key, from, { head: headOf(open), remarks })
  const { publish_within_days } = await getRules(db, communityId)
  const statementId = earlier?.statement_id ?? newId()
  await saveDraft(db, actor, {
    statementId,
    content,
    contentSha256: contentHash(content),
    dueOn: dueOn(to, publish_within_days),
    at: now,
  })
  for (const role of CHECKERS) await tell({ role }, 'statementDrafted', statementId)
  return statementReply(db, actor, await getStatement(db, communityId, statementId))
}

const CHECKERS = STATEMENT_MACHINE.review.by satisfies readonly Role[]

type Bank = NonNullable<Input<'accounts.draftQuarter'>['bank']>

/** The bank's paper: one's own upload, or the one that the draft before this holds already. */
async function bankOf(db: Db, actor: Actor, bank: Bank, earlier: StatementRow | undefined): Promise<StatementBank> {
  const { balanceFen, fileId, redactedFileId, words } = bank
  const kept = earlier?.content.bank
  const note = words ?? null
  if (kept?.fileId === fileId && kept.redactedFileId === redactedFileId) return { ...kept, balanceFen, note }
  const original = await getOwnFile(db, actor, fileId, 'voucher')
  const redacted = await getOwnFile(db, actor, redactedFileId, 'redactedVoucher')
  return { balanceFen, fileId, sha256: original.sha256, redactedFileId, redactedSha256: redacted.sha256, note }
}
