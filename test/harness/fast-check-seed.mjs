// Gives every property test the same seed in every run, so that a test that passes here passes everywhere. A failure shows its
// seed. `npm run fuzz` sets other seeds.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_101) })
