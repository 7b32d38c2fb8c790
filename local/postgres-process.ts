import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** postmaster.pid: process id on line 1, port on line 4. */
export function readPidFile(cluster: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'data', 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]) } : undefined
  } catch {
    return undefined
  }
}

/** After a reboot another program may have the number that the dead server left behind. */
export function isOurs(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  if (!existsSync('/proc/self/cmdline')) return true
  try {
    return readFileSync(commandLine, 'utf8').includes(join(cluster, 'data'))
  } catch {
    return false
  }
}

export function clearStalePid(cluster: string): void {
  const pidFile = readPidFile(cluster)
  if (pidFile && !isOurs(pidFile.pid, cluster)) rmSync(join(cluster, 'data', 'postmaster.pid'), { force: true })
}

export function logTail(cluster: string): string {
  try {
    const lines = readFileSync(join(cluster, 'postgres.log'), 'utf8').trim().split('\n')
    return `\n${lines.slice(-8).join('\n')}`
  } catch {
    return ''
  }
}
