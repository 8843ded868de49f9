import { describe, expect, test } from '@jest/globals'
import { type FaultHandler, respondWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS, ORGANIZATION } from '../harness/fixtures.ts'
import { reportOf, withProjects } from '../harness/projects-scenario.ts'
import { withScenario } from '../harness/scenario.ts'

const NEXT = [{ rel: 'next', href: 'https://elsewhere.invalid/' }]

/** Items that are right for every list: projects, clusters, alerts, alert configurations. */
const items = (count: number): object[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `64b0${n.toString(16).padStart(20, '0')}`,
    name: `item-${n}`,
    encryptionAtRestProvider: 'AWS',
    eventTypeName: 'AWS_ENCRYPTION_KEY_NEEDS_ROTATION',
    enabled: true,
    status: 'CLOSED',
  }))

/** Answers each page of a list with a body of its own, the last one again and again. */
const pages =
  (...bodies: unknown[]): FaultHandler =>
  (request, response, reply) => {
    const number = Number(new URL(request.url ?? '', 'http://atlas').searchParams.get('pageNum'))
    respondWith(200, bodies[Math.min(number, bodies.length) - 1])(request, response, reply)
  }

const NONSENSE: readonly [name: string, handler: FaultHandler][] = [
  ['an empty object', respondWith(200, {})],
  ['results that are null', respondWith(200, { results: null, totalCount: 0 })],
  ['results that are no list', respondWith(200, { results: { 0: {} } })],
  ['a list without its page', respondWith(200, [])],
  ['a maintenance notice', respondWith(200, { message: 'Down for maintenance', results: [] })],
  ['an error document with 200', respondWith(200, { error: 500, errorCode: 'UNEXPECTED_ERROR', results: [] })],
  ['HTML with 200', respondWith(200, '<html>Sign in</html>', { 'content-type': 'text/html' })],
  ['nothing with 204', respondWith(204)],
  ['items of a wrong type', respondWith(200, { results: [0, 0] })],
  ['a second page that is an empty object', pages({ results: items(500), links: NEXT }, {})],
  ['a second page that was announced, but is empty', pages({ results: items(500), links: NEXT }, { results: [] })],
  ['100 of 150 without a next page', respondWith(200, { results: items(100), totalCount: 150, links: [] })],
  ['a count that no second look reaches', respondWith(200, { results: [], totalCount: 1 })],
]

describe.each(NONSENSE)('%s', (_, handler) => {
  test('is no list of clusters, alerts or alert configurations: the conditions are not known', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ path: /\/(clusters|alerts|alertConfigs)\?/, times: 99, handler })
      const { outputs } = await scenario.runStep({
        mode: 'verify',
        require: 'clusters, no-open-alerts, rotation-alert',
      })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'requirement' })
      const [project] = JSON.parse(outputs.report as string).projects as { requirements: { held: unknown }[] }[]
      expect(project?.requirements.map(({ held }) => held)).toEqual([null, null, null])
    }))

  test('is no list of clusters before a provider is disabled: nothing is sent', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.atlas.faults.push({ path: /\/clusters\?/, times: 99, handler })
      const { outputs } = await scenario.runStep({ provider: 'aws', enabled: 'false' })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', changed: 'false', enabled: 'true' })
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
      expect(scenario.atlas.patches).toEqual([])
    }))

  test('is no list of projects: the run fails as a whole', () =>
    withProjects(2, async ({ atlas, runStep }) => {
      atlas.faults.push({ path: /\/orgs\//, times: 99, handler })
      const { outputs } = await runStep({ mode: 'verify', 'org-id': ORGANIZATION })
      expect(outputs).toMatchObject({ result: 'failed', 'failure-reason': 'error', valid: 'false' })
      expect(JSON.parse(outputs.report as string).error.code).toBe('PROTOCOL')
      expect(atlas.requests.some(({ path }) => path.includes('encryptionAtRest'))).toBe(false)
    }))
})

describe('a list that is whole', () => {
  test('continues after a full page without a next one', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const unencrypted = { name: 'the-last', encryptionAtRestProvider: 'NONE' }
      const handler = pages({ results: items(500) }, { results: [unencrypted] })
      scenario.atlas.faults.push({ path: /\/clusters\?/, times: 2, handler })
      const { outputs } = await scenario.runStep({ mode: 'verify', require: 'clusters' })
      const [requirement] = JSON.parse(outputs.report as string).projects[0].requirements
      expect(requirement).toMatchObject({ held: false, detail: expect.stringContaining('the-last') })
      expect(scenario.atlas.requests.filter(({ path }) => path.includes('clusters'))).toHaveLength(2)
    }))

  test('may be so at the second look only', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      scenario.project.clusters = [{ name: 'orders', encryptionAtRestProvider: 'AWS' }]
      scenario.atlas.faults.push({ path: /\/clusters\?/, handler: respondWith(200, { results: [], totalCount: 1 }) })
      const { outputs } = await scenario.runStep({ mode: 'verify', require: 'clusters' })
      expect(outputs.result).toBe('passed')
    }))

  test('does not make a key of a provider that is not known', () =>
    withScenario(async (scenario) => {
      scenario.enable('aws')
      const results = ['', 'aws', 'ORACLE', 'none'].map((encryptionAtRestProvider, n) => ({
        name: `c${n}`,
        encryptionAtRestProvider,
      }))
      scenario.atlas.faults.push({ path: /\/clusters\?/, handler: respondWith(200, { results }) })
      const { outputs } = await scenario.runStep({ mode: 'verify', require: 'clusters' })
      const [requirement] = JSON.parse(outputs.report as string).projects[0].requirements
      expect(requirement).toMatchObject({
        held: false,
        detail: expect.stringMatching(/c0 \(no .*c1 \(no .*c2 \(no .*c3 \(no /),
      })
    }))

  test('of roles that is none is not "there is no such role"', () =>
    withScenario(async ({ atlas, runStep }) => {
      atlas.faults.push({ path: /cloudProviderAccess/, handler: respondWith(200, {}) })
      const inputs = {
        ...CONFIGURATIONS.aws.inputs,
        'aws-role-id': '',
        'aws-role-arn': 'arn:aws:iam::111122223333:role/x',
      }
      const { outputs } = await runStep(inputs)
      expect(JSON.parse(outputs.report as string).projects[0].error.code).toBe('PROTOCOL')
      expect(atlas.patches).toEqual([])
    }))
})

test('the report of an organization names each project once', () =>
  withProjects(3, async ({ runStep }) => {
    const projects = reportOf(await runStep({ mode: 'verify', 'org-id': ORGANIZATION })).projects
    expect(projects.map(({ name }) => name)).toEqual(['listed-0', 'listed-1', 'listed-2'])
  }))
