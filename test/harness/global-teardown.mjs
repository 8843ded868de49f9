import { rmSync } from 'node:fs'

export default function removeAction() {
  for (const folder of [process.env.ACTION_FOLDER, process.env.COMPILE_CACHE]) {
    rmSync(folder, { recursive: true, force: true })
  }
}
