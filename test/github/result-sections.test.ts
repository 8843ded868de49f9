import { describe, expect, test } from '@jest/globals'
import type { AtRisk, ProjectResult } from '../../src/domain/result.ts'
import { sectionsOf } from '../../src/github/result-sections.ts'
import { NO_LINKS } from '../../src/report/links.ts'
import { sanitized } from '../harness/context.ts'
import { desires, enabled, resultOf, wants } from './results.ts'

const DESIRED = desires([wants('aws')])
const INVALID = { reported: { awsKms: enabled('aws', { valid: false }) as never } }
const CONTEXT = { sanitize: sanitized, links: NO_LINKS, origin: '' }

const risk = (since: string | null, ...clusters: string[]): AtRisk => ({
  clusters: clusters.map(sanitized),
  since: since === null ? null : sanitized(since),
})

/** The only section of a result. */
function sectionOf(project: ProjectResult) {
  const [section, ...others] = sectionsOf(project, DESIRED, CONTEXT)
  if (section === undefined || others.length > 0) throw new Error('There is not one section.')
  return section
}

const textOf = (project: ProjectResult): string => JSON.stringify(sectionOf(project).content)

describe('the fingerprint of an invalid key', () => {
  test.each<[string, AtRisk]>([
    ['a cluster', risk(null, 'orders')],
    ['other clusters', risk('2026-01-01T00:00:00Z', 'orders', 'billing')],
    ['a time', risk('2026-01-01T00:00:00Z')],
  ])('is the same whether or not %s is known to be at stake, although the text is another', async (_, atRisk) => {
    const project = await resultOf({ mode: 'verify', desired: DESIRED }, INVALID)
    const withRisk = { ...project, atRisk }
    expect(sectionOf(withRisk).fingerprint).toBe(sectionOf(project).fingerprint)
    expect(textOf(withRisk)).not.toBe(textOf(project))
  })

  test('is the same in verify and drift', async () => {
    const results = await Promise.all(
      (['verify', 'drift'] as const).map((mode) => resultOf({ mode, desired: DESIRED }, INVALID)),
    )
    expect(new Set(results.map((project) => sectionOf(project).fingerprint)).size).toBe(1)
  })

  test('is another one for another provider, or for a provider that is off', async () => {
    const [azure] = sectionsOf(
      await resultOf(
        { mode: 'verify', desired: desires([wants('azure')]) },
        { reported: { azureKeyVault: enabled('azure', { valid: false }) as never } },
      ),
      desires([wants('azure')]),
      CONTEXT,
    )
    const off = await resultOf({ mode: 'verify', desired: DESIRED }, { reported: {} })
    const aws = await resultOf({ mode: 'verify', desired: DESIRED }, INVALID)
    const fingerprints = [azure?.fingerprint, sectionOf(off).fingerprint, sectionOf(aws).fingerprint]
    expect(new Set(fingerprints).size).toBe(3)
  })
})
