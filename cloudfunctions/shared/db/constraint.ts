import { AppError } from '../call/app-error'
import type { ErrorCode } from '../../../types/vocabulary/errors'

/** Turns the violation of a named constraint into a refusal for a person; anything else goes on as it was. */
export async function refuseOn<T>(constraints: Record<string, ErrorCode>, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const name = typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : ''
    const code = constraints[name]
    if (code) throw new AppError(code)
    throw error
  }
}
