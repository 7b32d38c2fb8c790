import { v7 } from 'uuid'

/** A new id: UUIDv7, made by the server, so that rows of one table sort by the time they were made. */
export const newId = (): string => v7()
