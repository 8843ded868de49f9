/** Mutation testing of the pure rooms: `npm run mutate`, or for one file `npm run mutate -- --mutate src/atlas/digest.ts`. */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  // On top of jest.config.mjs. Scenarios run the built action, in which nothing is mutated, so they are not prepared for.
  jest: {
    config: {
      testMatch: ['<rootDir>/test/{encryption,input,atlas}/**/*.test.ts'],
      globalSetup: null,
      globalTeardown: null,
    },
  },
  coverageAnalysis: 'perTest',
  mutate: ['src/encryption/**/*.ts', 'src/input/**/*.ts', 'src/atlas/digest.ts', 'src/atlas/digest-interceptor.ts'],
  // Stryker reads it through an interface that TypeScript 7 does not have yet; there is nothing in it that it needs.
  tsconfigFile: 'none.json',
  ignorePatterns: ['dist', 'coverage', 'build'],
  tempDirName: 'build/mutants',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'build/mutation.json' },
  thresholds: { high: 95, low: 90, break: 85 },
}
