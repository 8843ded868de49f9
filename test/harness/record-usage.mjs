// Loaded before the action with `node --import`: writes what the process used to the file that the query of this URL names.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL(import.meta.url).searchParams.get('file')

let busyMs = 0
let last = process.threadCpuUsage()

function recordTurn() {
  const { user, system } = process.threadCpuUsage(last)
  busyMs = Math.max(busyMs, (user + system) / 1000)
  last = process.threadCpuUsage()
}

setInterval(recordTurn, 10).unref()

/**
 * In kB. Linux counts the memory of the parent process in `maxRSS`, because it begins to count before the program is loaded
 * (getrusage(2)). `VmHWM` begins with the program (proc_pid_status(5)).
 */
function peakMemory() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1])
}

process.on('exit', () => {
  recordTurn()
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: (peakMemory() * 1024) / 1e6, busyMs }
  writeFileSync(file, JSON.stringify(usage))
})
