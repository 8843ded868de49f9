import { describe, expect, test } from '@jest/globals'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { NoDocumentError, UnreadableResponseError } from '../../src/atlas/response.ts'
import type { DesiredProject } from '../../src/domain/desired.ts'
import type { Patch } from '../../src/domain/patch.ts'
import { PROVIDERS, type ProviderName } from '../../src/domain/providers.ts'
import type { Reported } from '../../src/domain/reported.ts'
import { sendPatch } from '../../src/modes/send-patch.ts'
import { safe } from '../../src/sanitize/safe-text.ts'
import { fakeRunContext } from '../harness/context.ts'
import { ENABLE, ENABLED, FIELDS, fakeModeContext, inTurn, refused, textsOf } from './fake-context.ts'

const PATCH: Patch = { awsKms: { ...FIELDS, enabled: true } }
const STALE: Reported = { awsKms: { ...FIELDS, region: 'EU_WEST_1', enabled: true, valid: true } }
const unreadable = () => new UnreadableResponseError(safe`It has none of the documented members.`)

/** A project in which one provider is desired, with a role or with static credentials. */
function desiredOf(provider: ProviderName, fields: DesiredProject['providers'][number]['fields']): DesiredProject {
  return { ...ENABLE, providers: [{ provider, enabled: true, fields }] }
}

describe('a change of the configuration', () => {
  test('is sent once, logged without secrets, and kept with what Atlas reports', async () => {
    const sent: unknown[] = []
    const patchEncryptionAtRest: Atlas['patchEncryptionAtRest'] = (...given) => {
      sent.push(given)
      return Promise.resolve(ENABLED)
    }
    const context = fakeModeContext({ patchEncryptionAtRest })
    const patch: Patch = { awsKms: { ...PATCH.awsKms, accessKeyID: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 's3cret' } }
    expect(await sendPatch(context, ENABLE, patch)).toBe(ENABLED)
    expect(sent).toEqual([[ENABLE.id, patch, context.state.pendingChange]])
    const shown = { awsKms: { ...FIELDS, enabled: true, accessKeyID: '…MPLE', secretAccessKey: '***' } }
    expect(context.run.events).toEqual([{ type: 'patch', patch: shown, sent: true }])
    expect(context.state).toMatchObject({ changed: true, reported: ENABLED, patch: shown })
    expect(context.run.waits).toEqual([])
  })

  test('that Atlas refuses changed nothing', async () => {
    const context = fakeModeContext({ patchEncryptionAtRest: inTurn<Reported>(refused('INVALID_REGION')) })
    await expect(sendPatch(context, ENABLE, PATCH)).rejects.toMatchObject({ code: 'INVALID_REGION' })
    expect(context.state.changed).toBe(false)
    expect(context.run.waits).toEqual([])
  })

  test('whose response cannot be read is read from Atlas, and counts as made', async () => {
    const context = fakeModeContext({
      patchEncryptionAtRest: inTurn<Reported>(unreadable()),
      getEncryptionAtRest: inTurn(ENABLED),
    })
    expect(await sendPatch(context, ENABLE, PATCH)).toBe(ENABLED)
    expect(context.state).toMatchObject({ changed: true, reported: ENABLED })
    expect(context.state.pendingChange.isUnresolved).toBe(false)
    expect(textsOf(context.run, 'note')).toEqual([expect.stringContaining('response cannot be read')])
  })

  test('whose response is another document is an error, although what Atlas has afterwards is as desired', async () => {
    const context = fakeModeContext({
      patchEncryptionAtRest: inTurn<Reported>(new NoDocumentError(safe`It has none of the members of the document.`)),
      getEncryptionAtRest: inTurn(ENABLED),
    })
    await expect(sendPatch(context, ENABLE, PATCH)).rejects.toMatchObject({ code: 'PROTOCOL' })
    expect(context.state).toMatchObject({ changed: true, reported: ENABLED })
    expect(context.state.pendingChange.isUnresolved).toBe(false)
  })

  test('whose response cannot be read, nor what Atlas has afterwards, leaves the state unknown', async () => {
    const context = fakeModeContext({
      patchEncryptionAtRest: inTurn<Reported>(unreadable()),
      getEncryptionAtRest: inTurn<Reported>(refused('UNEXPECTED_ERROR', 500)),
    })
    await expect(sendPatch(context, ENABLE, PATCH)).rejects.toMatchObject({ code: 'UNEXPECTED_ERROR' })
    expect(context.state.changed).toBe(true)
    expect(context.state.pendingChange.isUnresolved).toBe(true)
  })

  test('that was refused at first is not refused once Atlas accepts it', async () => {
    const context = fakeModeContext({ patchEncryptionAtRest: inTurn<Reported>(refused('CANNOT_ASSUME_ROLE'), ENABLED) })
    await sendPatch(context, ENABLE, PATCH)
    expect(context.state.patchRefused).toBe(false)
  })
})

describe('a refusal that may pass by itself', () => {
  const withRole = { roleId: 'a'.repeat(24) }
  const isRetried = async (
    desired: DesiredProject,
    code: string,
    unchanged: readonly ProviderName[] = [],
  ): Promise<boolean> => {
    const context = fakeModeContext({ patchEncryptionAtRest: inTurn<Reported>(refused(code), {}) })
    const changed = desired.providers.filter(({ provider }) => !unchanged.includes(provider))
    const patch = Object.fromEntries(
      changed.map(({ provider }) => [PROVIDERS[provider].atlasObject, { enabled: true }]),
    )
    await sendPatch(context, desired, patch).catch(() => undefined)
    return context.run.waits.length > 0
  }

  test.each(['CANNOT_ASSUME_ROLE', 'CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED', 'INVALID_AWS_CREDENTIALS'])(
    'is %s, with a role or without',
    async (code) => {
      expect(await isRetried(desiredOf('aws', withRole), code)).toBe(true)
      expect(await isRetried(desiredOf('aws', { accessKeyID: 'x', secretAccessKey: 'y' }), code)).toBe(true)
    },
  )

  test.each<[string, ProviderName, Record<string, string>]>([
    ['INVALID_AZURE_CREDENTIALS', 'azure', { clientID: 'c', secret: 's' }],
    ['INVALID_GOOGLE_CLOUD_CREDENTIALS', 'gcp', { serviceAccountKey: '{}' }],
    ['NO_PERMISSION_TO_ENCRYPT_DECRYPT', 'azure', { clientID: 'c', secret: 's' }],
  ])('is %s with a role, but not with static credentials', async (code, provider, statics) => {
    expect(await isRetried(desiredOf(provider, withRole), code)).toBe(true)
    expect(await isRetried(desiredOf(provider, statics), code)).toBe(false)
  })

  describe('in a project with a role in one cloud and static credentials in another', () => {
    const mixed: DesiredProject = {
      ...ENABLE,
      providers: [
        { provider: 'azure', enabled: true, fields: { clientID: 'c', secret: 's' } },
        { provider: 'gcp', enabled: true, fields: withRole },
      ],
    }

    test('is not waited for if only the one with static credentials is changed', async () =>
      expect(await isRetried(mixed, 'NO_PERMISSION_TO_ENCRYPT_DECRYPT', ['gcp'])).toBe(false))

    test('is waited for if the one with the role is changed', async () => {
      expect(await isRetried(mixed, 'NO_PERMISSION_TO_ENCRYPT_DECRYPT', ['azure'])).toBe(true)
      expect(await isRetried(mixed, 'NO_PERMISSION_TO_ENCRYPT_DECRYPT')).toBe(true)
    })

    test('is about the cloud that the code names', async () => {
      expect(await isRetried(mixed, 'INVALID_AZURE_CREDENTIALS')).toBe(false)
      expect(await isRetried(mixed, 'INVALID_GOOGLE_CLOUD_CREDENTIALS')).toBe(true)
    })
  })

  test.each(['INVALID_REGION', 'USER_UNAUTHORIZED', 'ENCRYPTION_AT_REST_SETTINGS_INVALID'])('is not %s', async (code) =>
    expect(await isRetried(desiredOf('aws', withRole), code)).toBe(false),
  )

  test('is logged with the wait, and is the error once propagation-timeout is over', async () => {
    const context = fakeModeContext(
      { patchEncryptionAtRest: inTurn<Reported>(refused('CANNOT_ASSUME_ROLE')) },
      { propagationTimeout: 20 },
    )
    await expect(sendPatch(context, ENABLE, PATCH)).rejects.toMatchObject({ code: 'CANNOT_ASSUME_ROLE' })
    expect(context.run.waits).toEqual([5000, 7500])
    const retries = context.run.events.filter(({ type }) => type === 'retry')
    expect(retries).toMatchObject([
      { waitMs: 5000, reason: expect.stringMatching(/^CANNOT_ASSUME_ROLE/) },
      { waitMs: 7500 },
    ])
  })

  test('is not waited for with propagation-timeout 0', async () => {
    const context = fakeModeContext(
      { patchEncryptionAtRest: inTurn<Reported>(refused('CANNOT_ASSUME_ROLE')) },
      { propagationTimeout: 0 },
    )
    await expect(sendPatch(context, ENABLE, PATCH)).rejects.toMatchObject({ code: 'CANNOT_ASSUME_ROLE' })
    expect(context.run.waits).toEqual([])
  })
})

describe('a change that Atlas accepted but does not show', () => {
  test('is read again after 2 s, with the fields in the log', async () => {
    const context = fakeModeContext({
      patchEncryptionAtRest: inTurn(STALE),
      getEncryptionAtRest: inTurn(STALE, ENABLED),
    })
    expect(await sendPatch(context, ENABLE, PATCH)).toBe(ENABLED)
    expect(context.run.waits).toEqual([2000, 4000])
    expect(textsOf(context.run, 'note')[0]).toMatch(/does not report it yet \(region\)\. Reading again in 2 s/)
  })

  test('is an error that names all its fields, and counts as changed', async () => {
    const wrong: Reported = { awsKms: { ...FIELDS, region: 'X', roleId: 'b'.repeat(24), enabled: true, valid: true } }
    const context = fakeModeContext({ patchEncryptionAtRest: inTurn(wrong), getEncryptionAtRest: inTurn(wrong) })
    await expect(sendPatch(context, ENABLE, PATCH)).rejects.toMatchObject({
      code: 'NOT_APPLIED',
      parts: { what: expect.stringContaining('region, roleId'), advice: expect.stringContaining('mode: plan') },
    })
    expect(context.state).toMatchObject({ changed: true, reported: wrong })
  })

  test.each<[string, Patch, DesiredProject, Reported]>([
    [
      'a provider that is still enabled after it was disabled',
      { awsKms: { enabled: false } },
      { ...ENABLE, providers: [{ provider: 'aws', enabled: false, fields: {} }] },
      ENABLED,
    ],
    ['a setting of the project', { enabledForSearchNodes: true }, { ...ENABLE, enabledForSearchNodes: true }, ENABLED],
  ])('may be %s', async (_, patch, desired, response) => {
    const atlas = { patchEncryptionAtRest: inTurn(response), getEncryptionAtRest: inTurn(response) }
    const sending = sendPatch(fakeModeContext(atlas, { validTimeout: 0 }), desired, patch)
    await expect(sending).rejects.toMatchObject({ code: 'NOT_APPLIED' })
  })

  test.each<[string, Reported]>([
    ['a field that was not sent', { awsKms: { ...FIELDS, region: 'X', enabled: true } }],
    ['the same thing written in another way', { awsKms: { ...FIELDS, roleId: 'A'.repeat(24), enabled: true } }],
    ['a secret', { awsKms: { ...FIELDS, enabled: true } }],
  ])('is not %s', async (_, response) => {
    const desired = desiredOf('aws', { ...FIELDS, secretAccessKey: 's3cret' })
    const patch = { awsKms: { roleId: FIELDS.roleId, secretAccessKey: 's3cret' } }
    const context = fakeModeContext({ patchEncryptionAtRest: inTurn(response) })
    expect(await sendPatch(context, desired, patch)).toBe(response)
  })

  test('is not waited for past the end of the run', async () => {
    const end = new AbortController()
    const reason = new Error('the end')
    const getEncryptionAtRest = (): Promise<Reported> => {
      end.abort(reason)
      return Promise.resolve(STALE)
    }
    const run = fakeRunContext({ signal: end.signal })
    const context = fakeModeContext({ patchEncryptionAtRest: inTurn(STALE), getEncryptionAtRest }, {}, run)
    await expect(sendPatch(context, ENABLE, PATCH)).rejects.toBe(reason)
    expect(run.waits).toEqual([2000])
  })
})
