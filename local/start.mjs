/**
 * `npm start`: from a fresh clone to `ready http://127.0.0.1:8080`.
 * Plain JavaScript on Node built-ins, because before it has run there is no TypeScript and no package.
 */
import { createRequire } from 'node:module'
import {
  command,
  ensureBuilt,
  ensureNode,
  ensurePackages,
  ensurePortIsFree,
  instanceName,
  Plain,
  readPort,
} from './setup.mjs'

await command(async () => {
  ensureNode()
  if (process.env.NODE_ENV === 'production') {
    throw new Plain('npm start signs people in without a password; it never runs with NODE_ENV=production.')
  }
  const port = readPort()
  const instance = instanceName()
  await ensurePortIsFree(port, instance)
  await ensurePackages()
  await ensureBuilt()
  const require = createRequire(import.meta.url)
  // In this very process: a kill then leaves nothing of ours behind but PostgreSQL, which the next start adopts.
  require('tsx/cjs/api').register()
  const { runStage } = require('./stage.ts')
  await runStage({ port, instance })
})
