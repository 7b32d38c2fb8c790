import { AppError } from '../../shared/call/app-error'

/** A file that cannot be one of our registers, with what is wrong and how to mend it. */
export const unreadable = (message: string): AppError =>
  new AppError('IMPORT_UNREADABLE', { fields: [{ path: 'fileId', message }] })
