/** Mutation testing: see scripts/mutate.ts, which says what is mutated and which tests have to notice. */
import { unit } from './jest.config.mjs'

export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  // Tests of the built action are left out: nothing is mutated in it.
  jest: {
    config: {
      ...unit,
      projects: [],
      testTimeout: 60_000,
      testMatch: [`<rootDir>/test/${process.env.MUTATION_TESTS ?? '{domain,sanitize,input}/**/*'}.test.ts`],
    },
  },
  coverageAnalysis: 'perTest',
  // Stryker reads this file through an interface that TypeScript 7 does not have. It needs nothing that is in it.
  tsconfigFile: 'none.json',
  ignorePatterns: ['dist', 'coverage', 'build'],
  tempDirName: 'build/mutants',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  thresholds: { high: 95, low: 90, break: 90 },
}
