import { readFileSync } from 'node:fs'
import { openPool } from '../cloudfunctions/shared/db/pool'
import { inTransaction } from '../cloudfunctions/shared/db/transaction'
import { found } from '../cloudfunctions/shared/founding/found'
import { readFoundingFile } from '../cloudfunctions/shared/founding/founding-file'

/**
 * `npm run found -- file.json`: founds a community with its street, enterprise, contract, standard and first manager.
 * An operator's command with the owner role of `DATABASE_URL`; nothing reachable over the network can do it.
 */
export async function foundFrom(
  file: string | undefined,
  ownerUrl: string | undefined,
): Promise<{ ok: boolean; says: string[] }> {
  if (!file)
    return {
      ok: false,
      says: ['用法：DATABASE_URL=… npm run found -- 文件.json（例子见 docs/examples/community.json）'],
    }
  if (!ownerUrl) return { ok: false, says: ['没有设置 DATABASE_URL：要用数据库所有者的账号，不是云函数的账号'] }
  const content = readJson(file)
  if ('problem' in content) return { ok: false, says: [content.problem] }
  const reading = readFoundingFile(content.value)
  if ('problems' in reading)
    return {
      ok: false,
      says: [`${file} 有 ${reading.problems.length} 处要改：`, ...reading.problems.map((line) => `  ${line}`)],
    }
  const owner = openPool(ownerUrl)
  try {
    const { name } = reading.founding.community
    const { isNew, newPrices } = await inTransaction(owner, 'write', (db) => found(db, reading.founding))
    const manager = reading.founding.people[0]?.name ?? ''
    return {
      ok: true,
      says: [
        isNew
          ? `${name} 已建好，项目经理 ${manager} 可以登录了；房屋、业主、员工请他导入`
          : `${name} 早已建好，${newPrices > 0 ? `补记了 ${newPrices} 条指导价` : '没有改动'}`,
      ],
    }
  } finally {
    await owner.end()
  }
}

function readJson(file: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(readFileSync(file, 'utf8')) as unknown }
  } catch (error) {
    return { problem: `${file} 读不出来：${error instanceof Error ? error.message : String(error)}` }
  }
}

async function main(): Promise<number> {
  const { ok, says } = await foundFrom(process.argv[2], process.env.DATABASE_URL)
  for (const line of says) console[ok ? 'log' : 'error'](line)
  return ok ? 0 : 1
}

if (require.main === module) {
  main().then(
    (code) => {
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(`没有建成，什么都没有改动：${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    },
  )
}
