// Runs the fake Atlas and the fake GitHub in a process of their own, so that they do not slow down the process that measures.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { FakeAtlas, type RecordedRequest } from '../../test/fake-atlas/server.ts'
import { FakeGitHub } from '../../test/fake-github/server.ts'
import { ORGANIZATION, ROLE_ID } from '../../test/harness/fixtures.ts'

/** How Atlas and GitHub are from now on. */
interface State {
  /** Ids of the projects, all of which belong to the organization. */
  readonly projects: readonly string[]
  /** The fields of `awsKms` that every project has, besides its region and its role. */
  readonly awsKms: Readonly<Record<string, string>>
  /** How long every response takes. */
  readonly delayMs?: number
  /** Length of a list `links` of zeros in every document. */
  readonly links?: number
  /** Length of the list of issues, all of which are empty objects. */
  readonly issues?: number
  /** Whether no request is answered. The time of the first one is reported. */
  readonly hangs?: true
}

/** A request with a successful response. */
export interface Processed {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Report {
  readonly url: string
  readonly gitHubUrl: string
  readonly processed: readonly Processed[]
}

export interface AtlasProcess {
  readonly url: string
  readonly gitHubUrl: string
  /** @returns the requests that were processed since the last call */
  set(state: State): Promise<readonly Processed[]>
  /** @returns when the first request came, in ms since 1970, if the state is that it hangs */
  firstRequestAt(signal: AbortSignal): Promise<number>
  stop(): void
}

export async function startAtlas(): Promise<AtlasProcess> {
  const child = fork(import.meta.filename)
  const receive = async (signal?: AbortSignal): Promise<unknown> => {
    const [message] = await once(child, 'message', signal && { signal })
    return message
  }
  const send = async (state: State): Promise<Report> => {
    child.send(state)
    return (await receive()) as Report
  }
  const { url, gitHubUrl } = await send({ projects: [], awsKms: {} })
  return {
    url,
    gitHubUrl,
    set: async (state) => (await send(state)).processed,
    firstRequestAt: async (signal) => (await receive(signal)) as number,
    stop: () => child.disconnect(),
  }
}

async function serve(): Promise<void> {
  const [atlas, github] = await Promise.all([FakeAtlas.start(), FakeGitHub.start()])
  process.on('message', (state: State) => {
    const processed = atlas.requests.splice(0).filter(({ status }) => status === 200)
    atlas.delayMs = state.delayMs ?? 0
    setProjects(atlas, state)
    setFaults(atlas, state)
    const issues = Array(state.issues ?? 0).fill({})
    github.respond = ({ method, path }) =>
      method === 'GET' && /\/issues\?/.test(path) && issues.length > 0 ? [200, issues] : undefined
    process.send?.({ url: atlas.url, gitHubUrl: github.url, processed: processed.map(asProcessed) } satisfies Report)
  })
  process.on('disconnect', () => void Promise.all([atlas.stop(), github.stop()]))
}

function setProjects(atlas: FakeAtlas, { projects, awsKms }: State): void {
  atlas.projects.clear()
  for (const id of projects) {
    const project = atlas.addProject(id)
    project.roles.push({ roleId: ROLE_ID, authorized: true })
    project.blocks.awsKms = { enabled: true, region: 'US_EAST_1', roleId: ROLE_ID, ...awsKms }
  }
  atlas.organizations.set(
    ORGANIZATION,
    projects.map((id) => ({ id, name: `project-${id}` })),
  )
}

function setFaults(atlas: FakeAtlas, { links, hangs }: State): void {
  atlas.faults.length = 0
  if (hangs) {
    let isFirst = true
    const handler = (): void => {
      if (isFirst) process.send?.(performance.timeOrigin + performance.now())
      isFirst = false
    }
    atlas.faults.push({ authenticatedOnly: false, times: Number.POSITIVE_INFINITY, handler })
  }
  if (links !== undefined) {
    const list = `"links":[${Array(links).fill(0).join(',')}]`
    const withLinks = (body: string): string => body.replace(/^\{/, () => `{${list},`)
    atlas.faults.push({
      path: /encryptionAtRest/,
      times: Number.POSITIVE_INFINITY,
      afterwards: true,
      handler: (_request, response, body) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(withLinks(body)),
    })
  }
}

function asProcessed({ method, path, headers, rawBody }: RecordedRequest): Processed {
  const { accept = '', 'content-type': type } = headers
  return { method, path, headers: { accept, ...(type !== undefined && { 'content-type': type }) }, body: rawBody }
}

if (import.meta.main) await serve()
