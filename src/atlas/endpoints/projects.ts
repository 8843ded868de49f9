import * as z from 'zod/mini'
import { type SafeText, safe } from '../../sanitize/safe-text.ts'
import type { ListedProject } from '../atlas.ts'
import type { AtlasClient } from '../client.ts'
import { readList } from '../pagination.ts'
import { UnreadableResponseError } from '../response.ts'
import { list, parse, parseItems, text } from '../schemas.ts'
import { nameOf } from './texts.ts'

/** Atlas permits 50 tags. */
const MAX_TAGS = 200

const tag = z.object({ key: text, value: text })
const project = z.object({ id: text, name: text, tags: list })

/** All projects of the organization, each once: one that is added meanwhile moves others to the next page. */
export async function listProjects(client: AtlasClient, organizationId: string): Promise<ListedProject[]> {
  const resource = safe`projects of the organization`
  const listed = await readList(client, {
    resource,
    path: `/orgs/${organizationId}/groups`,
    resourceVersion: '2023-01-01',
    facts: { isAboutOrganization: true },
    item: project,
    convert: ({ id, name, tags }) => {
      // The id becomes part of a path.
      if (id == null || !/^[0-9a-f]{24}$/i.test(id)) {
        throw new UnreadableResponseError(safe`GET ${resource}: Atlas's response has a project without a proper id.`)
      }
      return {
        id: client.sanitize(id.toLowerCase(), 24),
        name: nameOf(client, name),
        tags: parseItems({ client, resource, at: safe`tags` }, tag, tags, MAX_TAGS).map(({ key, value }) => ({
          key: nameOf(client, key),
          value: nameOf(client, value),
        })),
      }
    },
  })
  return [...new Map(listed.map((entry) => [entry.id, entry])).values()]
}

/** The name of one project; '' if it has none. */
export async function getProjectName(client: AtlasClient, projectId: string): Promise<SafeText> {
  const resource = safe`project`
  const request = { method: 'GET', resource, path: `/groups/${projectId}`, resourceVersion: '2023-01-01' } as const
  const { id, name } = parse({ client, resource }, project, await client.call(request))
  if (id?.toLowerCase() === projectId) return nameOf(client, name)
  throw new UnreadableResponseError(safe`GET ${resource}: Atlas's response is not about this project.`)
}
