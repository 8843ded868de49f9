// Runs the fake Atlas in a process of its own, so that it does not slow down the process that measures.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { FakeAtlas } from '../../test/fake-atlas/server.ts'

/** The state of the fake Atlas from now on. */
interface State {
  readonly projects: readonly string[]
  /** The key that every project has. */
  readonly keyId: string
  readonly delayMs: number
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
  readonly processed: readonly Processed[]
}

export const REGION = 'us-east-1'
export const ROLE_ID = '64b0c0ffee0000000000f00d'

export interface AtlasProcess {
  readonly url: string
  /** @returns the requests that were processed since the last call */
  set(state: State): Promise<readonly Processed[]>
  stop(): void
}

export async function startAtlas(): Promise<AtlasProcess> {
  const child = fork(import.meta.filename)
  const send = async (state: State): Promise<Report> => {
    child.send(state)
    const [report] = (await once(child, 'message')) as [Report]
    return report
  }
  const { url } = await send({ projects: [], keyId: '', delayMs: 0 })
  return { url, set: async (state) => (await send(state)).processed, stop: () => child.disconnect() }
}

async function serve(): Promise<void> {
  const atlas = await FakeAtlas.start()
  process.on('message', ({ projects, keyId, delayMs }: State) => {
    const processed = atlas.requests.splice(0).filter(({ status }) => status === 200)
    atlas.delayMs = delayMs
    atlas.projects.clear()
    for (const id of projects) {
      const project = atlas.addProject(id)
      project.roles.push({ roleId: ROLE_ID, authorized: true })
      project.blocks.awsKms = { enabled: true, customerMasterKeyID: keyId, region: 'US_EAST_1', roleId: ROLE_ID }
    }
    const report: Report = {
      url: atlas.url,
      processed: processed.map(({ method, path, headers: { accept = '', 'content-type': type }, rawBody }) => ({
        method,
        path,
        headers: { accept, ...(type !== undefined && { 'content-type': type }) },
        body: rawBody,
      })),
    }
    process.send?.(report)
  })
  process.on('disconnect', () => void atlas.stop())
}

if (import.meta.main) await serve()
