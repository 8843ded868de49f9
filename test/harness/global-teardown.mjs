import { rmSync } from 'node:fs'

export default function removeAction() {
  rmSync(process.env.ACTION_FOLDER, { recursive: true, force: true })
}
