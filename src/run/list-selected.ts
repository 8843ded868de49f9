import type { Atlas } from '../atlas/atlas.ts'
import type { RunContext } from '../domain/context.ts'
import type { DesiredProject } from '../domain/desired.ts'
import { ActionError } from '../domain/errors.ts'
import { selectProjects } from '../domain/selection.ts'
import type { OrganizationTarget } from '../domain/settings.ts'
import { safe } from '../sanitize/safe-text.ts'

/**
 * The projects of an organization that the workflow selects.
 *
 * @throws ActionError if they cannot be listed, or `INPUT` if the selection leaves none of them
 */
export async function listSelected(
  { id: organizationId, selection, desired }: OrganizationTarget,
  atlas: Atlas,
  run: RunContext,
): Promise<DesiredProject[]> {
  const listed = await atlas.listProjects(organizationId)
  const { selected, unmatched } = selectProjects(listed, selection)
  if (selection.include.length + selection.exclude.length > 0) {
    run.emit({ type: 'note', text: safe`Selected ${selected.length} of ${listed.length} projects` })
  }
  for (const { text } of unmatched) {
    run.emit({ type: 'warning', text: safe`\`${text}\` matches no project of the organization.` })
  }
  if (listed.length > 0 && selected.length === 0) {
    throw new ActionError('INPUT', {
      what: safe`\`include-projects\` and \`exclude-projects\` select none of the ${listed.length} projects of the organization.`,
      advice: safe`Correct the patterns.`,
    })
  }
  return selected.map(({ id, name }) => ({ ...desired, id, name: name || null }))
}
