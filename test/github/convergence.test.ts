import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Condition } from '../../src/domain/conditions.ts'
import type { ProviderName } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { foundSubjects } from '../../src/github/subjects.ts'
import { MemoryGitHub } from './memory-github.ts'
import { desires, enabled, type FakeAtlasState, resultOf, type StepOf, wants, wantsOff } from './results.ts'
import { runStep } from './sync.ts'

const PROVIDERS: readonly ProviderName[] = ['aws', 'azure', 'gcp']

const conditions = fc.subarray<Condition>(['clusters', 'rotation-alert', 'role-based-auth'])

/** A drift check of some providers, of which some are to be off. */
const driftStep = (off: readonly ProviderName[]): fc.Arbitrary<StepOf> =>
  fc
    .record({ named: fc.subarray([...PROVIDERS], { minLength: 1 }), require: conditions })
    .map(({ named, require }) => ({
      mode: 'drift',
      desired: desires(
        named.map((name) => (off.includes(name) ? wantsOff(name) : wants(name))),
        { require },
      ),
    }))

/** A verification of some providers or of all, which looks at those that are to be off only where it names no other. */
const verifyStep = (off: readonly ProviderName[]): fc.Arbitrary<StepOf> =>
  fc
    .record({ named: fc.subarray([...PROVIDERS]), require: conditions, failOnInvalid: fc.boolean() })
    .map(({ named, require, failOnInvalid }) => {
      const on = named.filter((name) => !off.includes(name))
      const providers = on.length > 0 ? on.map((name) => wants(name)) : named.map((name) => wantsOff(name))
      return { mode: 'verify', desired: desires(providers, { require }), limits: { failOnInvalid } }
    })

/** Steps that want the same of each provider, but look at different parts of the project. */
const workflows = fc
  .subarray([...PROVIDERS])
  .chain((off) => fc.array(fc.oneof(driftStep(off), verifyStep(off)), { minLength: 1, maxLength: 4 }))

const blockOf = (provider: ProviderName): fc.Arbitrary<Reported[keyof Reported]> =>
  fc.constantFrom(
    undefined,
    enabled(provider),
    enabled(provider, { valid: false }),
    enabled(provider, { roleId: 'd'.repeat(24) }),
  )

const states: fc.Arbitrary<FakeAtlasState> = fc
  .record({
    aws: blockOf('aws'),
    azure: blockOf('azure'),
    gcp: blockOf('gcp'),
    clusters: fc.constantFrom([], [{ name: 'legacy', provider: 'NONE', paused: false }]),
    alerts: fc.subarray(['AWS', 'AZURE', 'GCP'].map((name) => `${name}_ENCRYPTION_KEY_NEEDS_ROTATION`)),
  })
  .map(({ aws, azure, gcp, clusters, alerts }) => ({
    reported: { awsKms: aws, azureKeyVault: azure, googleCloudKms: gcp } as Reported,
    clusters,
    alerts,
  }))

async function runAll(all: readonly StepOf[], state: FakeAtlasState, github: MemoryGitHub): Promise<string[]> {
  const writes: string[] = []
  for (const step of all) writes.push(...(await runStep(step, state, github)))
  return writes
}

const bodyOf = (github: MemoryGitHub): string => github.entries[0]?.body ?? ''

async function subjectsOf(all: readonly StepOf[], state: FakeAtlasState): Promise<Set<string>> {
  const found = new Set<string>()
  for (const step of all) {
    for (const subject of foundSubjects(await resultOf(step, state), step.desired)) found.add(subject)
  }
  return found
}

describe('whatever steps look at one project, in whatever order', () => {
  test('nothing is written once each has run and nothing changes', async () => {
    await fc.assert(
      fc.asyncProperty(workflows, states, async (all, state) => {
        const github = new MemoryGitHub()
        await runAll(all, state, github)
        expect(await runAll(all, state, github)).toEqual([])
        expect(await runAll([...all].reverse(), state, github)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('the issue is open if and only if a step finds something, and says what each of them found', async () => {
    await fc.assert(
      fc.asyncProperty(workflows, states, states, async (all, before, after) => {
        const github = new MemoryGitHub()
        await runAll(all, before, github)
        await runAll(all, after, github)
        const found = await subjectsOf(all, after)
        expect(github.entries.some(({ isOpen }) => isOpen)).toBe(found.size > 0)
        if (found.size === 0) return
        const shown = [...bodyOf(github).matchAll(/:begin=([^;]+);/g)].map(([, subject]) => subject)
        expect(new Set(shown)).toEqual(found)
      }),
      { numRuns: 300 },
    )
  })

  test('an open issue is never headed by good news', async () => {
    await fc.assert(
      fc.asyncProperty(workflows, states, states, async (all, before, after) => {
        const github = new MemoryGitHub()
        await runAll(all, before, github)
        for (const step of all) {
          await runStep(step, after, github)
          const [issue] = github.entries
          if (issue?.isOpen === true) expect(/<h3>(.)/u.exec(issue.body)?.[1]).not.toBe('✅')
        }
      }),
      { numRuns: 100 },
    )
  })
})
