import { rmSync } from 'node:fs'

export default function cleanUp() {
  rmSync(process.env.ACTION_FOLDER, { recursive: true, force: true })
}
