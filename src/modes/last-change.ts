import type { LastChange } from '../domain/result.ts'
import { safe } from '../sanitize/safe-text.ts'
import type { ModeContext } from './context.ts'
import { optionalLookup } from './optional-lookup.ts'

/** Who last changed the configuration, by Atlas's events; null if that cannot be read in time. */
export async function lookUpLastChange({ atlas, run }: ModeContext, projectId: string): Promise<LastChange | null> {
  const event = await optionalLookup(run, (signal) =>
    atlas.getLatestEvent(projectId, ['ENCRYPTION_AT_REST_CONFIGURATION_UPDATED'], signal),
  )
  if (event == null) return null
  const when = event.created ?? safe`an unknown time`
  const who = event.who ?? safe`an unknown caller`
  run.emit({ type: 'note', text: safe`Last change of the configuration: ${when} by ${who}` })
  return { when, who }
}
