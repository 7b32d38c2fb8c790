/** One JSON line for each call, without personal data: no names, subjects, inputs or replies. */
export interface CallLine {
  fn: string
  call: string
  requestId?: string | undefined
  role?: string | undefined
  ok: boolean
  code?: string | undefined
  faultNo?: string | undefined
  ms: number
  stack?: string | undefined
}

/** The only place in the functions that writes to the console; CloudBase collects it. */
export const logLine = (line: CallLine | { fn: string; job: string; [count: string]: string | number }): void => {
  console.log(JSON.stringify(line))
}
