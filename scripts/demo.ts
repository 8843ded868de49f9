// Shows the built action at work against a fake Atlas, as a workflow uses it. It needs nothing but this repository. With --verbose
// it shows everything that each run writes.
import { parseArgs, styleText } from 'node:util'
import { FakeAtlas } from '../test/fake-atlas/server.ts'
import { Demo } from './demo/demo.ts'
import { demonstrateProject } from './demo/one-project.ts'
import { demonstrateProjects } from './demo/projects.ts'

const { values } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } })
const atlas = await FakeAtlas.start()
const demo = new Demo(atlas, values.verbose)
try {
  console.log('This demo runs the built action in dist/ as the runner does, against a fake Atlas on this computer.')
  console.log('It makes no external requests. It takes about a minute, most of which is waiting for clusters.')
  await demonstrateProject(demo)
  await demonstrateProjects(demo)
} finally {
  await atlas.stop()
}

const unexpected = demo.results.filter(({ isExpected }) => !isExpected).length
const count = demo.results.length
console.log(
  unexpected === 0
    ? styleText('green', `\nAll ${count} runs ended as expected. A blocked run has found a problem and stopped.`)
    : styleText('red', `\n${unexpected} of ${count} runs did not end as expected.`),
)
if (values.verbose) for (const { title, result } of demo.results) console.log(`${result.padStart(12)} │ ${title}`)
else console.log('To see the inputs, log, outputs and summary of each run: npm run demo -- --verbose')
process.exitCode = unexpected === 0 ? 0 : 1
