export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Copies of the project, which mutation testing works on.
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  transform: { '\\.ts$': '<rootDir>/test/harness/jest-transform.mjs' },
  globalSetup: '<rootDir>/test/harness/prepare.mjs',
  globalTeardown: '<rootDir>/test/harness/clean-up.mjs',
  testTimeout: 60_000,
  // Most of a scenario is waiting for the step that it runs, so all processors are put to use.
  maxWorkers: '100%',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
}
