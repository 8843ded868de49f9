// Writes docs/summary.svg, the picture in README.md, from the job summary of a run of the built action. A test checks that the file
// is what such a run produces.
import { writeFileSync } from 'node:fs'
import { PICTURE, summaryPicture } from './picture/picture.ts'

writeFileSync(PICTURE, await summaryPicture(process.env.ACTION_FOLDER ?? '.'))
console.log(`Wrote ${PICTURE}`)
