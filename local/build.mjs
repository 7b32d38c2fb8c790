/**
 * `npm run build`: everything that is shipped, each part only if its sources have changed.
 * Plain JavaScript on Node built-ins, like start.mjs.
 */
import { command, ensureBuilt, ensureNode, ensurePackages } from './setup.mjs'

await command(async () => {
  ensureNode()
  await ensurePackages()
  await ensureBuilt(['functions', 'h5', 'weapp'])
})
