/** Kinds of books: what may stand in them never mixes. Fees have a book for each charge mode (包干制, 酬金制). */
export const BOOK_IDS = ['lump sum', 'remuneration', 'publicRevenue', 'maintenanceFund'] as const
export type Book = (typeof BOOK_IDS)[number]

/** Kinds of ledgers (账套). A community has one of each, and of fees one for each contract and charge mode. */
export const LEDGER_KIND_IDS = ['fees', 'publicRevenue', 'maintenanceFund'] as const
export type LedgerKind = (typeof LEDGER_KIND_IDS)[number]

export const LEDGER_KINDS: Record<LedgerKind, { zh: string }> = {
  fees: { zh: '物业费账' },
  publicRevenue: { zh: '公共收益账' },
  maintenanceFund: { zh: '维修资金账' },
}

/** What an account is: its name, the side on which it grows, the account above it, and what its lines must name. */
interface Account {
  zh: string
  side: 'debit' | 'credit'
  /** Books in which lines may stand on it; none for a heading. */
  books: readonly Book[]
  parent?: string
  /** Every line names a house. */
  byHouse?: true
  /** Every line names a category. */
  byCategory?: true
  /** Every line names the merchant account. */
  byPayAccount?: true
}

const FEES = ['lump sum', 'remuneration'] as const

/**
 * The chart of accounts. Codes of four digits follow 企业会计准则——应用指南, 附录《会计科目和主要账务处理》(财会〔2006〕18 号);
 * what stands after the point is ours. 9101 and up are the owners' money and no part of the national chart, so that it never
 * mixes with the enterprise's. The database keeps the same table (`account`) and refuses a line that breaks it.
 */
export const ACCOUNTS = {
  '1001': { zh: '库存现金', side: 'debit', books: FEES },
  '1002': { zh: '银行存款', side: 'debit', books: [] },
  '1002.01': { zh: '物业公司', side: 'debit', books: FEES, parent: '1002' },
  '1002.02': { zh: '公共收益户', side: 'debit', books: ['publicRevenue'], parent: '1002' },
  '1002.03': { zh: '物业服务资金户', side: 'debit', books: ['remuneration'], parent: '1002' },
  '1002.04': { zh: '维修资金专户', side: 'debit', books: ['maintenanceFund'], parent: '1002' },
  '1012': { zh: '其他货币资金', side: 'debit', books: [] },
  '1012.01': { zh: '微信待结算', side: 'debit', books: [...FEES, 'publicRevenue'], parent: '1012', byPayAccount: true },
  '1122': { zh: '应收账款', side: 'debit', books: FEES, byHouse: true },
  '1221': { zh: '其他应收款', side: 'debit', books: [...FEES, 'publicRevenue', 'maintenanceFund'] },
  '2203': { zh: '预收账款', side: 'credit', books: FEES, byHouse: true },
  '2241': { zh: '其他应付款', side: 'credit', books: [] },
  '2241.01': { zh: '装修押金', side: 'credit', books: FEES, parent: '2241' },
  '2241.02': { zh: '应退款', side: 'credit', books: [...FEES, 'publicRevenue'], parent: '2241' },
  '2241.03': { zh: '代收代付', side: 'credit', books: FEES, parent: '2241' },
  '2241.99': { zh: '暂收待查', side: 'credit', books: [...FEES, 'publicRevenue', 'maintenanceFund'], parent: '2241' },
  '4104': { zh: '利润分配', side: 'credit', books: [] },
  '4104.01': { zh: '期初转入', side: 'credit', books: ['lump sum'], parent: '4104' },
  '6001': { zh: '主营业务收入', side: 'credit', books: FEES },
  '6401': { zh: '主营业务成本', side: 'debit', books: ['lump sum'] },
  '6603': { zh: '财务费用', side: 'debit', books: FEES },
  '9101': { zh: '业主共有-公共收益', side: 'credit', books: ['publicRevenue'], byCategory: true },
  '9102': { zh: '代管-物业服务资金', side: 'credit', books: ['remuneration'] },
  '9103': { zh: '维修资金', side: 'credit', books: ['maintenanceFund'], byHouse: true },
  '9199': { zh: '结余', side: 'credit', books: ['remuneration', 'publicRevenue'] },
} as const satisfies Record<string, Account>

export type AccountCode = keyof typeof ACCOUNTS

/** All codes in the order of their numbers; an object would put the headings before what stands under them. */
export const ACCOUNT_CODES = (Object.keys(ACCOUNTS) as [AccountCode, ...AccountCode[]]).sort()

/** Against which account opening balances of a book of fees stand: they are no revenue of the year in which they are booked. */
export const BROUGHT_FORWARD = { 'lump sum': '4104.01', remuneration: '9199' } as const satisfies Partial<
  Record<Book, AccountCode>
>
