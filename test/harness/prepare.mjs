// Lays out what a workflow gets to run: `action.yml`, `package.json` and `dist/`, and nothing else.
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function layOutAction() {
  const folder = mkdtempSync(join(tmpdir(), 'action-'))
  for (const name of ['action.yml', 'package.json', 'dist']) cpSync(name, join(folder, name), { recursive: true })
  return folder
}

export default function prepare() {
  process.env.ACTION_FOLDER = layOutAction()
}
