import { availableParallelism } from 'node:os'

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  // Copies of the project, which mutation testing works on.
  modulePathIgnorePatterns: ['<rootDir>/build/'],
  transform: { '\\.ts$': '<rootDir>/test/harness/jest-transform.mjs' },
  setupFiles: ['<rootDir>/test/harness/fast-check-seed.mjs'],
}

/** Tests of single modules. */
export const unit = {
  ...common,
  displayName: 'unit',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/harness/'],
}

/** Tests that run the built action. */
const withAction = {
  ...common,
  globalSetup: '<rootDir>/test/harness/global-setup.mjs',
  globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
}

const e2e = {
  ...withAction,
  displayName: 'e2e',
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts', '<rootDir>/test/harness/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/bounds/'],
}

/** Tests of the bounds on time and processor time that the contract states. Nothing else runs at the same time. */
const bounds = {
  ...withAction,
  displayName: 'bounds',
  testMatch: ['<rootDir>/test/e2e/bounds/**/*.test.ts'],
  runner: '<rootDir>/test/harness/serial-runner.mjs',
}

export default {
  projects: [unit, e2e, bounds],
  // Only a test that hangs takes that long, however busy the machine is.
  testTimeout: 600_000,
  // One processor is left free, except on small machines: there a third worker uses the time that the others wait for a step. Never
  // one process alone: what the test files leave behind would slow down the later ones.
  maxWorkers: Math.max(3, availableParallelism() - 1),
  workerIdleMemoryLimit: '600MB',
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
}
