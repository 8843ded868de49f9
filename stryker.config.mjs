/** Mutation testing: see scripts/mutate.ts, which says what is mutated, and which tests are to notice. */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  // On top of jest.config.mjs. Scenarios run the built action, in which nothing is mutated, so they are not prepared for.
  jest: {
    config: {
      testMatch: [`<rootDir>/test/${process.env.MUTATION_TESTS ?? '{domain,input}/**/*'}.test.ts`],
      globalSetup: null,
      globalTeardown: null,
    },
  },
  coverageAnalysis: 'perTest',
  // Stryker reads it through an interface that TypeScript 7 does not have yet; there is nothing in it that it needs.
  tsconfigFile: 'none.json',
  ignorePatterns: ['dist', 'coverage', 'build'],
  tempDirName: 'build/mutants',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  thresholds: { high: 95, low: 90, break: 85 },
}
