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
  NOT_BOUND: { kind: 'denied', zh: '您还没有绑定房屋，可以在“我的”里申请或输入绑定码' },
  NOT_ALLOWED: { kind: 'denied', zh: '您现在的身份不能办这件事，可以在“我的”里换一个身份' },
  NOT_FOUND: { kind: 'missing', zh: '没有找到，可能已被撤下，请返回刷新' },
  WRONG_STATE: { kind: 'conflict', zh: '情况刚刚有变化，请刷新后再办' },
  REPAIR_TAKEN: { kind: 'conflict', zh: '这一单刚被别的师傅接走了，请刷新看看还有哪些' },
  REPAIR_IS_RATED: { kind: 'conflict', zh: '这一单已经评价过了，请刷新查看' },
  RATING_TOO_LATE: { kind: 'conflict', zh: '已经过了评价的时间；还有问题，请打物业电话或再报一次' },
  RATING_FROZEN: { kind: 'conflict', zh: '评价满 7 天后不能再改' },
  NOT_A_PHOTO: { kind: 'input', zh: '这张照片打不开，请重新拍一张再传' },
  PHOTO_TOO_LARGE: { kind: 'input', zh: '这张照片尺寸太大，请换一张或重新拍再传' },
  FEE_NOT_PUBLISHED: { kind: 'conflict', zh: '这个项目不在公示的收费标准里，不能收；请先公示，到执行日再收' },
  PAYER_ALREADY_ASKED: { kind: 'conflict', zh: '已经请过一位租户，还在等答复；要换人，请先收回原来那一次' },
  COST_ALREADY_THERE: { kind: 'conflict', zh: '这个月的这笔费用已经登记过；写错了，请先删掉原来那一笔' },
  COST_BILLED: { kind: 'conflict', zh: '这笔费用已经在账单上，不能删；要改，请在账单里作废后再办' },
  NOTHING_TO_BILL: { kind: 'conflict', zh: '这一期没有可以出的账单，请先看预览里的提示，补齐登记或公示后再出' },
  SECOND_PERSON: { kind: 'denied', zh: '这件事要由另一位同事来办，请把它交给同事' },
  ONE_SIDE_ONLY: { kind: 'conflict', zh: '物业、业委会、监督人不能是同一个人，请换一个人，或先结束原来的身份' },
  OWNER_NOT_REGISTERED: { kind: 'conflict', zh: '业主登记里还没有您，补登以后才能加人、移除人或请租户缴费，请带证件找物业补登' },
  HOUSE_UNKNOWN: { kind: 'missing', zh: '登记里没有这套房，请核对地址；确有这套房，请先补登再绑定' },
  PHONE_CODE_UNFIT: { kind: 'input', zh: '没有拿到您的手机号，请再点一次“用微信手机号”，或者改用申请绑定' },
  ALREADY_BOUND: { kind: 'conflict', zh: '已经绑定过了，不用再办，请返回“我的”查看' },
  ACCOUNT_IN_USE: { kind: 'conflict', zh: '这个账号已经有身份了，请换一个没有绑定过的账号再用这个码' },
  HELD_ELSEWHERE: { kind: 'conflict', zh: '这位住户还有别的身份，不能在这里换账号，请按各个身份分别办理' },
  TOO_MANY: { kind: 'limit', zh: '今天办得太多了，请明天再来，急事请打电话' },
  FILE_TOO_LARGE: { kind: 'limit', zh: '传上来的文件比说好的大，请重新选文件再传' },
  FILE_NOT_ARRIVED: { kind: 'outside', zh: '文件没有传完整，请检查网络后重新上传' },
  FILE_NOT_WHAT_IT_SAYS: { kind: 'input', zh: '文件内容和它的后缀对不上，请用原来的软件另存一份再传' },
  FILE_TICKET_USED: { kind: 'conflict', zh: '这次上传已经用过了，请重新选文件再传' },
  FILE_TICKET_EXPIRED: { kind: 'conflict', zh: '上传等得太久，已经过期，请重新选文件再传' },
  FILE_CHANGED: { kind: 'conflict', zh: '文件在核对之后又被换过，请重新上传' },
  IMPORT_UNREADABLE: { kind: 'input', zh: '这个文件导不进来，请照提示改好再传' },
  IMPORT_HAS_PROBLEMS: { kind: 'conflict', zh: '还有行没改好，一行都不会导入；请在原文件里改好，再传一次' },
  IMPORT_NOT_CHECKED: { kind: 'conflict', zh: '还没有读完，请等读完再确认导入' },
  IMPORT_REGISTER_CHANGED: { kind: 'conflict', zh: '登记册刚被别人改过，请重新核对一遍差异再导入' },
  TOO_LARGE: { kind: 'limit', zh: '内容太长，请删短后再提交' },
  FEE_BOARD_NO_CONTRACT: { kind: 'conflict', zh: '小区还没有登记物业服务合同，请先登记合同，再起草收费公示' },
  FEE_BOARD_INCOMPLETE: { kind: 'input', zh: '公示内容还没填全，请照提示补齐再办' },
  FEE_BOARD_TOO_EARLY: { kind: 'input', zh: '价格有变化要提前公示，请把执行日期改晚再办' },
  FEE_BOARD_NEEDS_DECISION: { kind: 'input', zh: '涨价或新增共同收费，要附上业主大会决定或合同条款，请补上再办' },
  FEE_BOARD_OUTSIDE_GUIDE: {
    kind: 'input',
    zh: '物业服务费超出政府指导价的浮动范围，请改价，或附上业主大会的决定再办',
  },
  FEE_BOARD_CHANGED: { kind: 'conflict', zh: '公示内容刚刚改过，请刷新后重新看一遍再办' },
  FEE_BOARD_SAME_PERSON: { kind: 'denied', zh: '起草和复核要由两个人办，请换一位同事来复核' },
  FEE_BOARD_OVERTAKEN: { kind: 'conflict', zh: '已经贴出了更晚执行的版本，请把执行日期改到它之后' },
  BILL_NOT_DUE: { kind: 'conflict', zh: '其中有账单已经缴清、作废或有疑问，现在不用付，请刷新后重新选' },
  BILLS_OF_TWO_PAYEES: { kind: 'conflict', zh: '这些账单的收款单位不同，请分开付' },
  PAYMENT_UNDER_WAY: { kind: 'conflict', zh: '这些账单有一笔支付还没结束，请先继续或取消那一笔' },
  PAYMENT_NOT_OFFERED: { kind: 'conflict', zh: '物业还没有开通微信收款，请到服务窗口缴费' },
  PAYMENT_NEEDS_WECHAT: { kind: 'denied', zh: '请在微信小程序里付款，或到服务窗口缴费' },
  PAYMENT_REFUSED: { kind: 'outside', zh: '微信支付没有受理，没有扣款；请过一会儿再试，或到服务窗口缴费' },
  PAYMENT_UNREACHABLE: { kind: 'outside', zh: '微信支付暂时没有回应，请过一会儿再试；已经付的钱不会丢' },
  LEDGER_NO_CONTRACT: { kind: 'conflict', zh: '小区还没有登记物业服务合同，请先登记合同再记账' },
  BOOKS_CLOSED: { kind: 'conflict', zh: '这一天所在的季度已经公示，不能再记；请记在今天，并注明更正哪个季度' },
  JOURNAL_REVERSED: { kind: 'conflict', zh: '这笔账已经冲销过了，不用再冲，请刷新后看最新的账' },
  COMMITTEE_KEEPS_BOOKS: { kind: 'denied', zh: '小区有业委会，公共收益由业委会记账和公布，请把凭证交给业委会' },
  QUARTER_NOT_NEXT: { kind: 'conflict', zh: '要一季接一季公布，请先办前面的季度' },
  QUARTER_NOT_OVER: { kind: 'conflict', zh: '这一季还没过完，请过完再生成公示' },
  BOOKS_BEGUN: { kind: 'conflict', zh: '账已经记开了，不能再记期初结余，请照实记收入或支出' },
  ENTRY_OWN: { kind: 'denied', zh: '自己记的账不能自己冲销，请找业委会另一位、监督人或社区来办' },
  STATEMENT_CHANGED: { kind: 'conflict', zh: '账刚刚变了，请重新生成公示，再复核一遍' },
  STATEMENT_INCOMPLETE: { kind: 'input', zh: '公示还没备齐，请照清单补好再办' },
  STATEMENT_SAME_PERSON: { kind: 'denied', zh: '记账的人不能复核自己的账，请换一位监督人或社区来复核' },
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
