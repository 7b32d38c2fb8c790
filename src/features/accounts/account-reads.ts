import type { Output, ReadName } from '../../../types/contracts'
import { call } from '../../services/call'

/** What any act on the accounts changes on the screens. */
export const ACCOUNT_READS = [
  'accounts.readQuarter',
  'accounts.listEntries',
  'accounts.readCockpit',
  'accounts.listStatements',
  'accounts.readStatement',
] as const satisfies readonly ReadName[]

export type Quarter = Output<'accounts.readQuarter'>
export type Statement = NonNullable<Quarter['statement']>
export type Cockpit = Output<'accounts.readCockpit'>
export type Entry = Output<'accounts.listEntries'>['entries'][number]
export type Line = Statement['lines'][number]
export type Source = Statement['sources'][number]

/** A link to a voucher: whoever keeps or checks the books may open it before the quarter is published. */
export const linkToVoucher = (entryId: string, fileId: string, isPublished: boolean) =>
  call('files.linkFile', { about: { kind: isPublished ? 'publishedEntry' : 'entry', id: entryId }, fileId })

/** A link to the bank's paper of a statement. */
export const linkToBank = (statementId: string, fileId: string, isPublished: boolean) =>
  call('files.linkFile', { about: { kind: isPublished ? 'publishedStatement' : 'statement', id: statementId }, fileId })
