// Measures the speed of the action against `node -e 0` and curl, the time for many projects against the time that their responses
// take at least, memory and size. It never fails: the column `ok` shows whether a bar is met.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAtlas } from './bench/atlas-process.ts'
import { footprintRows, projectsRows } from './bench/footprint.ts'
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
    ...(await projectsRows(atlas, newRoot)),
  ]
  console.log(asTable(rows))
} finally {
  atlas.stop()
  rmSync(folder, { recursive: true, force: true })
}
