import { expect, test } from '@jest/globals'
import { measured } from '../../harness/bounds.ts'
import { CONFIGURATIONS } from '../../harness/fixtures.ts'
import { withProjects } from '../../harness/projects-scenario.ts'
import { withScenario } from '../../harness/scenario.ts'

/** The contract's bound on the processor time that large input may take. */
const MAX_CPU_MS = 2000

// An algorithm that is quadratic in the size of the file would take minutes.
test.each([
  ['unknown keys', Array.from({ length: 50_000 }, (_, n) => `k${n}: x`).join('\n')],
  ['aliases of a secret', `a: &a x\nb:\n${'- {secret: *a}\n'.repeat(20_000)}`],
  ['anchors and aliases', `b:\n${'- &a x\n- *a\n'.repeat(20_000)}`],
  ['documents', '---\n'.repeat(100_000)],
  ['brackets', '['.repeat(1_000_000)],
  ['dashes', '- '.repeat(1_000_000)],
  ['question marks', '? '.repeat(1_000_000)],
  ['braces', '{}'.repeat(1_000_000)],
  ['escaped line breaks', `a: "${'\\\n'.repeat(500_000)}"`],
])('a config file of many %s takes little processor time', (_, file) =>
  withProjects(0, async ({ runStep }) => {
    const { result, allowed } = await measured(() => runStep({}, { files: { 'atlas.yml': file }, measure: true }))
    expect(result.errors).toHaveLength(1)
    expect(result.cpuMs).toBeLessThan(allowed.cpuMs(MAX_CPU_MS))
  }),
)

test('a value of megabytes from Atlas takes little processor time', () =>
  withScenario(async (scenario) => {
    scenario.enable('aws', { customerMasterKeyID: ' \u200b'.repeat(600_000) })
    const inputs = { ...CONFIGURATIONS.aws.inputs, mode: 'drift' }
    const { result, allowed } = await measured(() => scenario.runStep(inputs, { measure: true }))
    expect(result.outputs['failure-reason']).toBe('drift')
    expect(result.cpuMs).toBeLessThan(allowed.cpuMs(MAX_CPU_MS))
  }))
