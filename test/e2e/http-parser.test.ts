import { expect, test } from '@jest/globals'
import { withProjects } from '../harness/projects-scenario.ts'

test('the HTTP parser in WebAssembly is compiled, but not optimized, however many responses it reads', () =>
  withProjects(500, async ({ runStep }) => {
    const { log, outputs } = await runStep({ mode: 'verify' }, { nodeOptions: ['--trace-wasm-compilation-times'] })
    expect(outputs.result).toBe('passed')
    const compiled = log.filter((line) => line.startsWith('Compiled function'))
    expect(compiled.length).toBeGreaterThan(5)
    expect(compiled.filter((line) => !line.includes('using Liftoff'))).toEqual([])
  }))
