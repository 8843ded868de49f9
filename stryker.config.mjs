/** Mutation testing: see scripts/mutate.ts, which says what is mutated and which tests have to notice. */
export default {
  plugins: ['./scripts/mutate/runner.ts'],
  coverageAnalysis: 'perTest',
  // Each run leaves its modules in memory.
  maxTestRunnerReuse: 200,
  // A change that makes a loop endless is found by the time that the tests take.
  timeoutFactor: 1.25,
  timeoutMS: 1000,
  // Stryker reads this file through an interface that TypeScript 7 does not have. It needs nothing that is in it.
  tsconfigFile: 'none.json',
  ignorePatterns: ['dist', 'coverage', 'build'],
  tempDirName: 'build/mutants',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  thresholds: { high: 95, low: 90, break: 90 },
}
