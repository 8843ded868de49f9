import { AtlasApiError } from '../atlas/errors.ts'
import { NoDocumentError, UnreadableResponseError } from '../atlas/response.ts'
import { compare } from '../domain/compare.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import type { Patch } from '../domain/patch.ts'
import { notApplied } from '../domain/patch.ts'
import { PROVIDERS, type ProviderName } from '../domain/providers.ts'
import { FieldRedactor } from '../domain/redact.ts'
import type { Reported } from '../domain/reported.ts'
import { joinSafe, safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { recordReported } from './read-project.ts'

/**
 * A role, key or permission that was created just now; Atlas sees it within minutes. MongoDB's Terraform provider waits three
 * minutes for the first three.
 */
const PROPAGATION_CODES = new Set([
  'CANNOT_ASSUME_ROLE',
  'CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED',
  'INVALID_AWS_CREDENTIALS',
])
/**
 * The same for a role in these providers. With static credentials the codes mean that the credentials are wrong.
 */
const ROLE_PROPAGATION_CODES: ReadonlyMap<string, readonly ProviderName[]> = new Map([
  ['INVALID_AZURE_CREDENTIALS', ['azure']],
  ['INVALID_GOOGLE_CLOUD_CREDENTIALS', ['gcp']],
  ['NO_PERMISSION_TO_ENCRYPT_DECRYPT', ['aws', 'azure', 'gcp']],
])
const PROPAGATION_FIRST_WAIT_MS = 5000
const PROPAGATION_MAX_WAIT_MS = 30_000
const CONFIRM_FIRST_WAIT_MS = 2000
const CONFIRM_MAX_WAIT_MS = 10_000

/**
 * Sends the change and makes sure that Atlas shows it.
 *
 * @returns what Atlas reports afterwards
 * @throws ActionError if Atlas refuses the change, `NOT_APPLIED` if Atlas accepts it but still reports other values
 */
export async function sendPatch(context: ModeContext, desired: DesiredProject, patch: Patch): Promise<Reported> {
  const { run, state } = context
  const shown = new FieldRedactor(run.secrets).patch(patch)
  state.patch = { ...state.patch, ...shown }
  run.emit({ type: 'patch', patch: shown, sent: true })
  const reported = await sendUntilPropagated(context, desired, patch)
  state.changed = true
  state.patchRefused = false
  return await confirm(context, desired, patch, recordReported(context, reported))
}

async function sendUntilPropagated(context: ModeContext, desired: DesiredProject, patch: Patch): Promise<Reported> {
  const { run, atlas, limits, state } = context
  const { clock, signal } = run
  const end = clock.now() + limits.propagationTimeout * 1000
  for (let waitMs = PROPAGATION_FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 1.5, PROPAGATION_MAX_WAIT_MS)) {
    try {
      return await atlas.patchEncryptionAtRest(desired.id, patch, state.pendingChange)
    } catch (error) {
      if (error instanceof UnreadableResponseError) return await readAfterwards(context, desired, error)
      state.patchRefused = error instanceof AtlasApiError
      const next = clock.now() + waitMs
      if (!mayPropagate(error, desired, patch) || next > end || next >= run.deadline) throw error
      const reason = safe`${error.code}, which may still take effect`
      run.emit({ type: 'retry', request: safe`PATCH encryptionAtRest`, reason, waitMs })
    }
    await clock.sleep(waitMs, signal)
  }
}

function mayPropagate(error: unknown, { providers }: DesiredProject, patch: Patch): error is AtlasApiError {
  if (!(error instanceof AtlasApiError)) return false
  if (PROPAGATION_CODES.has(error.code)) return true
  const concerned = ROLE_PROPAGATION_CODES.get(error.code) ?? []
  // A provider that the patch leaves alone cannot be the reason.
  return providers.some(
    ({ provider, enabled, fields }) =>
      concerned.includes(provider) &&
      enabled &&
      patch[PROVIDERS[provider].atlasObject] !== undefined &&
      fields.roleId !== undefined,
  )
}

/**
 * Atlas accepted the change, but its response cannot be read: ask Atlas for its current state.
 *
 * @throws the error if the response was another document, even if what Atlas has now is as desired: something that is not Atlas may
 *   have taken the change
 */
async function readAfterwards(context: ModeContext, { id }: DesiredProject, error: ActionError): Promise<Reported> {
  const { run, atlas, state } = context
  state.changed = true
  const text = safe`Atlas accepted the change, but its response cannot be read. Reading the configuration again`
  run.emit({ type: 'note', text })
  // Until then, what was reported before is no longer true.
  state.pendingChange.connectionLost(true)
  const reported = await atlas.getEncryptionAtRest(id)
  state.pendingChange.settle(true)
  if (!(error instanceof NoDocumentError)) return reported
  recordReported(context, reported)
  throw error
}

/** Reads again, within `valid-timeout` and at least once, while Atlas does not show what it accepted. */
async function confirm(
  context: ModeContext,
  desired: DesiredProject,
  patch: Patch,
  response: Reported,
): Promise<Reported> {
  const { run, atlas, limits } = context
  const end = run.clock.now() + limits.validTimeout * 1000
  let current = response
  for (let waitMs = CONFIRM_FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, CONFIRM_MAX_WAIT_MS)) {
    const missing = notApplied(patch, compare(desired, current)).map(({ field }) => field)
    if (missing.length === 0) return current
    const isFirst = waitMs === CONFIRM_FIRST_WAIT_MS
    if (!isFirst && run.clock.now() + waitMs > end) {
      throw new ActionError('NOT_APPLIED', {
        what: safe`Atlas accepted the change, but still reports a different value of ${joinSafe(missing, safe`, `)}.`,
        advice: safe`Run \`mode: plan\` to see whether the change has taken effect since. If not, run again, or ask MongoDB Support.`,
      })
    }
    const text = safe`Atlas accepted the change, but does not report it yet (${joinSafe(missing, safe`, `)}). Reading again in ${waitMs / 1000} s`
    run.emit({ type: 'note', text })
    await run.clock.sleep(waitMs, run.signal)
    current = recordReported(context, await atlas.getEncryptionAtRest(desired.id))
  }
}
