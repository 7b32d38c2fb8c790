import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { CallName, Input, Output } from '../types/contracts'
import type { Reply } from '../types/vocabulary/errors'
import { IMPORT_KIND_IDS, IMPORT_KINDS, type ImportKind } from '../types/vocabulary/register'
import { type Role, ROLES } from '../types/vocabulary/roles'
import { type Ask, bringRegister } from './bring-register'
import { PlainError } from './plain-error'

const USAGE = `npm run import -- --as <person> --community <name> --kind ${IMPORT_KIND_IDS.join('|')} file.xlsx   (with npm start running; PORT as there)`

/** Brings a register from the terminal, as a person of the running local stage and by the calls of the clerk's screen. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, community: { type: 'string' }, kind: { type: 'string' } },
  })
  const [file] = positionals
  const kind = IMPORT_KIND_IDS.find((each) => each === values.kind)
  if (!file || !kind || !values.as || !values.community) throw new PlainError(USAGE)
  const ask = await askAs(`http://127.0.0.1:${process.env.PORT ?? '8080'}`, values.as)
  await sitDown(ask, values.community, kind)
  await bring(ask, kind, file)
}

async function bring(ask: Ask, kind: ImportKind, file: string): Promise<void> {
  const bytes = readFileSync(file)
  const done = await bringRegister(ask, { kind, name: basename(file), bytes }, ({ stagedCount, rowCount }) =>
    console.log(`  ${stagedCount} / ${rowCount}`),
  )
  console.log(`${basename(file)}：新增 ${done.newCount}，改动 ${done.changedCount}，不变 ${done.sameCount}`)
}

/** Signs in at the local stage and gives the calls of that person. */
async function askAs(origin: string, persona: string): Promise<Ask> {
  const { token } = (await post(`${origin}/local/login`, { persona })) as { token?: string }
  if (!token) throw new PlainError(`There is nobody called ${persona}; the page ${origin} lists who there is.`)
  return async <N extends CallName>(call: N, input: Input<N>) => {
    const [name = ''] = call.split('.')
    const body = { call, input, requestId: randomUUID() }
    const reply = (await post(`${origin}/v1/functions/${name}`, body, token)) as Reply<Output<N>> // checked by the function
    if (reply.ok) return reply.data
    const fields = reply.error.details?.fields?.map((field) => field.message) ?? []
    throw new PlainError([reply.error.message, ...fields].join('\n  '))
  }
}

async function post(url: string, body: unknown, token?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {
    throw new PlainError(`Nothing answers at ${url}; start the stage first: npm start`)
  })
  return response.json()
}

/** Takes a seat in the community of this name whose role keeps this register. */
async function sitDown(ask: Ask, community: string, kind: ImportKind): Promise<void> {
  const { seats } = await ask('members.showMe', {})
  const keepers: readonly Role[] = IMPORT_KINDS[kind].by
  const seat = seats.find((each) => each.communityName === community && keepers.includes(each.role))
  if (!seat) {
    const words = keepers.map((role) => ROLES[role].zh).join(' or ')
    throw new PlainError(`This person keeps no ${kind} register of ${community}; that is for ${words}.`)
  }
  await ask('members.takeSeat', { seatId: seat.seatId })
}

main().catch((error: unknown) => {
  console.error(error instanceof PlainError ? error.message : error)
  process.exitCode = 1
})
