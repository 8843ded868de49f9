// Loaded before the action with `node --import`: writes what the process used to the file that the query of this URL names.
import { writeFileSync } from 'node:fs'

const file = new URL(import.meta.url).searchParams.get('file')

let busyMs = 0
let last = process.threadCpuUsage()

function recordTurn() {
  const { user, system } = process.threadCpuUsage(last)
  busyMs = Math.max(busyMs, (user + system) / 1000)
  last = process.threadCpuUsage()
}

setInterval(recordTurn, 10).unref()

process.on('exit', () => {
  recordTurn()
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: (maxRSS * 1024) / 1e6, busyMs }
  writeFileSync(file, JSON.stringify(usage))
})
