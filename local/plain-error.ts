/** Something the operator can put right: the terminal shows its one sentence and no stack. */
export class PlainError extends Error {}
