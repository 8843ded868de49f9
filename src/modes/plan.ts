import type { ClusterTarget } from '../domain/clusters.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { isEmpty } from '../domain/patch.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import { FieldRedactor } from '../domain/redact.ts'
import { type SafeText, safe } from '../sanitize/safe-text.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { type PreparedChange, prepareChange } from './prepare-change.ts'
import { addNote } from './read-project.ts'

/** Says what `apply` would do, step by step. */
export async function plan(context: ModeContext, given: DesiredProject): Promise<ModeOutcome> {
  const { run, state } = context
  const prepared = await prepareChange(context, given)
  if (!isEmpty(prepared.patch)) {
    state.patch = new FieldRedactor(run.secrets).patch(prepared.patch)
    run.emit({ type: 'patch', patch: state.patch, sent: false })
  }
  const steps = addSteps(context, prepared)
  state.changed = state.patch !== null || steps > 0
  return { result: 'planned', findings: [] }
}

/**
 * Says what apply does besides the first PATCH of encryptionAtRest, in the order in which apply does it.
 *
 * @returns how many steps there are, without that which disables a provider
 */
function addSteps(context: ModeContext, prepared: PreparedChange): number {
  const { targets, last } = prepared
  const changing = targets.filter(({ cluster, expected }) => cluster?.provider !== expected)
  const steps = [
    ...endpointSteps(prepared, true),
    ...changing.filter(({ expected }) => expected !== 'NONE').map(switchStep),
    ...changing.filter(({ expected }) => expected === 'NONE').map(switchStep),
    ...endpointSteps(prepared, false),
  ]
  for (const step of steps) addNote(context, step)
  for (const { atlasObject, title } of PROVIDER_LIST) {
    if (last[atlasObject] !== undefined)
      addNote(context, safe`Apply would disable ${title} last, once nothing uses it.`)
  }
  if (changing.length > 0) {
    addNote(context, safe`Atlas switches each cluster in a rolling change without downtime, which can take hours.`)
  }
  return steps.length
}

function switchStep({ name, cluster, expected }: ClusterTarget): SafeText {
  return safe`Apply would switch cluster ${name}: ${cluster?.provider ?? 'NONE'} → ${expected}.`
}

/** The private endpoints that apply creates, or those of disabled providers that it deletes. */
function endpointSteps({ desired, endpoints }: PreparedChange, isCreation: boolean): SafeText[] {
  return desired.providers
    .filter(({ enabled }) => enabled === isCreation)
    .flatMap(({ provider, privateEndpointRegions = [] }) => {
      const existing = new Set<string>((endpoints.get(provider) ?? []).map(({ region }) => region))
      return privateEndpointRegions
        .filter((region) => existing.has(region) !== isCreation)
        .map((region) =>
          isCreation
            ? safe`Apply would create a private endpoint in ${region}.`
            : safe`Apply would delete the private endpoint in ${region}.`,
        )
    })
}
