// Gives every property test the same seed in every run, so that a test that passes here passes everywhere. A failure shows its
// seed. `npm run fuzz` sets other seeds. Mutation testing, which runs the tests thousands of times, bounds the time of each property.
import fc from 'fast-check'

const { FAST_CHECK_SEED = 20_261_101, FAST_CHECK_TIME_LIMIT } = process.env

fc.configureGlobal({
  seed: Number(FAST_CHECK_SEED),
  ...(FAST_CHECK_TIME_LIMIT === undefined ? {} : { interruptAfterTimeLimit: Number(FAST_CHECK_TIME_LIMIT) }),
})
