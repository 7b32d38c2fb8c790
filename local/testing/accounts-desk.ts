import { main as accounts } from '../../cloudfunctions/accounts'
import type { Input, Output } from '../../types/contracts'
import { addDays } from '../../types/vocabulary/dates'
import { quarterOf } from '../../types/vocabulary/statement'
import type { FilePurpose } from '../../types/vocabulary/file'
import { callAs, type TestStage, yes } from './stage'
import { holderOf } from './two-communities'

export type Entry = Input<'accounts.postEntry'>
export type Drafted = Output<'accounts.draftQuarter'>

/** A spending of 12 yuan with words that say nothing of anybody. */
export const SPENT: Entry = {
  kind: 'cost',
  category: 'upkeep',
  amountFen: 1_200,
  bookedOn: '2026-02-10',
  words: '车位划线',
  vouchers: [],
}

/** The desk of the books in a test: files without the storage, the clock, and a quarter brought as far as is wanted. */
export function accountsDesk(stage: () => TestStage) {
  /** A file that this person uploaded and that passed its check, written past the storage. */
  const fileOf = async (openid: string, purpose: FilePurpose): Promise<string> => {
    const [file] = await stage().see<{ file_id: string }>(
      `insert into file (community_id, file_id, purpose, name, content_type, size_bytes, cloud_path, cloud_file_id, uploaded_by,
         ticket_until, state, sha256, made_at)
       select seat.community_id, made.id, $2, 'photo.jpg', 'image/jpeg', 10, made.id::text, 'cloud://x', seat.person_id, app_now(),
         'checked', encode(sha256(convert_to(made.id::text, 'UTF8')), 'hex'), app_now()
       from (select gen_random_uuid() as id) made, identity join seat using (person_id)
       where identity.subject = $1 limit 1 returning file_id`,
      [openid, purpose],
    )
    return file?.file_id ?? ''
  }
  const voucherOf = async (openid: string) => ({
    fileId: await fileOf(openid, 'voucher'),
    redactedFileId: await fileOf(openid, 'redactedVoucher'),
  })
  const post = async (openid: string, entry: Partial<Entry> = {}) =>
    yes(callAs(accounts, openid, 'accounts.postEntry', { ...SPENT, vouchers: [await voucherOf(openid)], ...entry }))
  const setClock = (instant: string) =>
    stage().see(
      `insert into clock_offset (offset_seconds) values (extract(epoch from $1::timestamptz - now())::bigint)
       on conflict (only_row) do update set offset_seconds = excluded.offset_seconds`,
      [instant],
    )

  const balanceOf = async (openid: string, quarter: string): Promise<number> =>
    (await yes(callAs(accounts, openid, 'accounts.readCockpit', { quarter }))).closingFen

  /** The quarter's statement with its bank paper, as the keeper makes it. */
  const draft = async (openid: string, quarter: string, gaps: Input<'accounts.draftQuarter'>['gaps'] = []) =>
    yes(
      callAs(accounts, openid, 'accounts.draftQuarter', {
        quarter,
        gaps,
        bank: { balanceFen: await balanceOf(openid, quarter), ...(await voucherOf(openid)) },
      }),
    )
  const seen = ({ statementId, contentSha256 }: Drafted) => ({ statementId, contentSha256 })
  const review = (openid: string, drafted: Drafted) => callAs(accounts, openid, 'accounts.reviewQuarter', seen(drafted))
  const publish = (openid: string, drafted: Drafted) =>
    callAs(accounts, openid, 'accounts.publishQuarter', seen(drafted))

  /** The quarter after the last published one, or the first one: with one entry, drafted, reviewed and published. */
  const publishNext = async (
    community: 'A' | 'B',
    { first = '2026-01-01', keeper = holderOf(community, 'committee') } = {},
  ) => {
    const cockpit = await yes(callAs(accounts, keeper, 'accounts.readCockpit', {}))
    const isOver = cockpit.checks.some(({ check, standing }) => check === 'over' && standing === 'done')
    const quarter = isOver ? cockpit.quarter : first
    const entry = await post(keeper, { bookedOn: addDays(quarterOf(quarter).to, -1) })
    const drafted = await draft(keeper, quarter)
    await yes(review(holderOf(community, 'supervisor'), drafted))
    return { quarter, entryId: entry.entryId, ...(await yes(publish(keeper, drafted))) }
  }
  return { fileOf, voucherOf, post, setClock, draft, seen, review, publish, publishNext }
}
