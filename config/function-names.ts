import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const FUNCTION_SOURCES = join(resolve(__dirname, '..'), 'cloudfunctions')

/** Every folder with an index is a cloud function; `shared` has none. */
export const functionNames = (): string[] =>
  readdirSync(FUNCTION_SOURCES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(FUNCTION_SOURCES, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort()
