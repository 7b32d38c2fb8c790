import { CHAIN_START, linkOf } from './journal-chain'

/** The three records of the worked example: simpler than a journal, chained by the same rule. */
const RECORDS = [
  { amountFen: 3600000, category: 'parking_ground', date: '2026-01-31', direction: 'in', voucherSha256: 'aa' },
  { amountFen: 650000, category: 'cost_parking', date: '2026-02-15', direction: 'out', voucherSha256: 'bb' },
  { amountFen: 960000, category: 'ad_elevator', date: '2026-03-01', direction: 'in', voucherSha256: 'cc' },
].map((record, index) => ({
  ...record,
  communityId: 'c1',
  seq: index + 1,
  voucherSha256: record.voucherSha256.repeat(32),
}))

const chainOf = (records: readonly object[]): string[] => {
  const hashes: string[] = []
  for (const record of records) hashes.push(linkOf(hashes.at(-1) ?? CHAIN_START, record))
  return hashes
}

it('Hash chain 1, 2, 3: gives the hashes of the worked example', () => {
  expect(chainOf(RECORDS)).toEqual([
    '0445071bb41bfbe13abe01ff0ce11f7f05c1472b772601bdef6fda2c7a859220',
    '95bb7f086e14350fb148f135f5c4fc6e8d81b557111a951492924bc431638ab3',
    'f3efe7ae57bc31340ddf8580c78bae98ff0929e9b70c95a5fceeb8230234e448',
  ])
})

it('Hash chain: a single fen in the second record changes the second hash and every later one', () => {
  const changed = RECORDS.map((record, index) => (index === 1 ? { ...record, amountFen: 650001 } : record))
  const [first, second, third] = chainOf(RECORDS)
  const [one, two, three] = chainOf(changed)
  expect([one === first, two === second, three === third]).toEqual([true, false, false])
})

it('does not mind the order in which the keys of a record stand', () => {
  expect(linkOf(CHAIN_START, { b: 1, a: '元' })).toBe(linkOf(CHAIN_START, { a: '元', b: 1 }))
})
