// Copies what a workflow gets to run, `action.yml`, `package.json` and `dist/`, to a folder that has nothing else, and makes one for
// compiled code.
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default function copyAction() {
  const folder = mkdtempSync(join(tmpdir(), 'action-'))
  for (const name of ['action.yml', 'package.json', 'dist']) cpSync(name, join(folder, name), { recursive: true })
  process.env.ACTION_FOLDER = folder
  process.env.COMPILE_CACHE = mkdtempSync(join(tmpdir(), 'compiled-'))
}
