import type { DesiredProject } from '../domain/desired.ts'
import { isEmpty } from '../domain/patch.ts'
import { PROVIDER_LIST } from '../domain/providers.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { ModeContext, ModeOutcome } from './context.ts'
import { type PreparedChange, prepareChange } from './prepare-change.ts'
import { addNote } from './read-project.ts'

/** Says what `apply` would do, step by step. */
export async function plan(context: ModeContext, given: DesiredProject): Promise<ModeOutcome> {
  const { run, state } = context
  const prepared = await prepareChange(context, given)
  if (state.patch !== null) run.emit({ type: 'patch', patch: state.patch, sent: false })
  const steps = addSteps(context, prepared)
  state.changed = state.patch !== null || steps > 0
  return { result: 'planned', findings: [] }
}

/** @returns how many steps there are besides the PATCH of encryptionAtRest */
function addSteps(context: ModeContext, { desired, endpoints, targets, last }: PreparedChange): number {
  let steps = 0
  const add = (text: ReturnType<typeof safe>): void => {
    steps += 1
    addNote(context, text)
  }
  for (const { provider, enabled, privateEndpointRegions = [] } of desired.providers) {
    const existing = endpoints.get(provider) ?? []
    for (const region of privateEndpointRegions) {
      const isThere = existing.some((endpoint) => endpoint.region === region)
      if (enabled && !isThere) add(safe`Apply would create a private endpoint in ${region}.`)
      if (!enabled && isThere) add(safe`Apply would delete the private endpoint in ${region}.`)
    }
  }
  const changing = targets.filter(({ cluster, expected }) => cluster?.provider !== expected)
  for (const { name, cluster, expected } of changing) {
    add(safe`Apply would switch cluster ${name}: ${cluster?.provider ?? 'NONE'} → ${expected}.`)
  }
  if (changing.length > 0) {
    addNote(context, safe`Each cluster is switched by a rolling change without downtime that Atlas may take hours for.`)
  }
  if (isEmpty(last)) return steps
  for (const { atlasObject, title } of PROVIDER_LIST) {
    if (last[atlasObject] !== undefined)
      addNote(context, safe`Apply would disable ${title} last, once nothing uses it.`)
  }
  return steps
}
