import type { Output, ReadName } from '../../../types/contracts'

/** What an act on an import changes on the screens; applied registers change much more, and those pages ask when shown. */
export const IMPORT_READS = ['imports.listImports', 'imports.readImport'] as const satisfies readonly ReadName[]

export type ImportCard = Output<'imports.listImports'>['imports'][number]
export type ImportPage = Output<'imports.readImport'>
