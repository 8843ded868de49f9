// Measures what the README and the reviewers of a change are told: speed against `node -e 0` and curl, a fleet against the
// time that its replies take at least, memory, size. It fails nothing; read the last column but one.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAtlas } from './bench/atlas-process.ts'
import { fleetRows, footprintRows } from './bench/footprint.ts'
import { speedRows } from './bench/speed.ts'
import { asTable } from './bench/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const newRoot = (): string => mkdtempSync(join(folder, 'step-'))
const atlas = await startAtlas()
try {
  console.log(`Node.js ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} processors\n`)
  const rows = [
    ...(await speedRows(atlas, newRoot)),
    ...(await footprintRows(atlas, newRoot)),
    ...(await fleetRows(atlas, newRoot)),
  ]
  console.log(asTable(rows))
} finally {
  atlas.stop()
  rmSync(folder, { recursive: true, force: true })
}
