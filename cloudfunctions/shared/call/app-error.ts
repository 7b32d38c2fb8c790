import { ERRORS, type ErrorCode, type FieldProblem, type WireError } from '../../../types/vocabulary/errors'

/** A refusal for a person. The sentence lives in the error table; a thrown AppError rolls the transaction back. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldProblem[] | undefined

  constructor(code: ErrorCode, detail: { fields?: FieldProblem[] } = {}) {
    super(code)
    this.code = code
    this.fields = detail.fields
  }
}

/** The refusal as the client reads it. */
export const sayError = (error: AppError): WireError => ({
  code: error.code,
  message: ERRORS[error.code].zh,
  ...(error.fields && { details: { fields: error.fields } }),
})
