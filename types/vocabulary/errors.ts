/**
 * Every refusal a person can meet: its kind, and a sentence that says what to do next.
 * `fault` is our own mistake and is the only kind that is logged with a stack.
 */
export const ERRORS = {
  BAD_REQUEST: { kind: 'input', zh: '这次请求的格式不对，请更新到最新版本再试' },
  UNKNOWN_CALL: { kind: 'input', zh: '这个功能不存在，请更新到最新版本再试' },
  INVALID_INPUT: { kind: 'input', zh: '有内容没填对，请照提示改好再提交' },
  REQUEST_REUSED: { kind: 'conflict', zh: '这份表单已经提交过，请返回后重新填写' },
  NOT_SIGNED_IN: { kind: 'denied', zh: '还没有登录，请先登录' },
  NOT_BOUND: { kind: 'denied', zh: '您还没有绑定房屋，请联系物业客服办理绑定' },
  NOT_ALLOWED: { kind: 'denied', zh: '您现在的身份不能办这件事，可以在“我的”里换一个身份' },
  NOT_FOUND: { kind: 'missing', zh: '没有找到，可能已被撤下，请返回刷新' },
  WRONG_STATE: { kind: 'conflict', zh: '情况刚刚有变化，请刷新后再办' },
  TOO_MANY: { kind: 'limit', zh: '今天办得太多了，请明天再来，急事请打电话' },
  TOO_LARGE: { kind: 'limit', zh: '内容太长，请删短后再提交' },
  BUSY: { kind: 'outside', zh: '现在用的人多，请过一会儿再试' },
  OFFLINE: { kind: 'outside', zh: '网络不通，请检查网络后再试' },
  FAULT: { kind: 'fault', zh: '系统出了问题，没有改动任何内容，请稍后再试' },
} as const satisfies Record<string, { kind: ErrorKind; zh: string }>

export type ErrorKind = 'input' | 'denied' | 'missing' | 'conflict' | 'limit' | 'outside' | 'fault'
export type ErrorCode = keyof typeof ERRORS

/** What went wrong at one field of a form, in words for the person who filled it in. */
export interface FieldProblem {
  /** Dotted path in the input, for example `place`. */
  path: string
  message: string
}

/** The refusal as it crosses the wire. */
export interface WireError {
  code: ErrorCode
  message: string
  details?: { fields?: FieldProblem[]; faultNo?: string }
  requestId?: string
}

/** Every answer of every function: always a value, never a throw. */
export type Reply<T> = { ok: true; data: T } | { ok: false; error: WireError }

/** The request as it crosses the wire. */
export interface WireRequest {
  call: string
  input: unknown
  requestId?: string
}
