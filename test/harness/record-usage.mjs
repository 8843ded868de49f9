// Loaded before the action with `node --import`: writes what the process used to the file that the query of this URL names.
import { writeFileSync } from 'node:fs'

const file = new URL(import.meta.url).searchParams.get('file')

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeFileSync(file, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: (maxRSS * 1024) / 1e6 }))
})
