import { defaultDataDir } from './local/data-dir'
import { startPostgres } from './local/postgres'
import { ensureDatabase } from './local/databases'
void (async () => { const pg = await startPostgres({ dataDir: defaultDataDir(), log: () => undefined }); const u = await ensureDatabase(pg, 'mingju'); console.log(u.ownerUrl); process.exit(0) })()
