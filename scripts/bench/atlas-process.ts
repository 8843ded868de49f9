// The fake Atlas in a process of its own, so that it does not take its time from the process that measures.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { FakeAtlas } from '../../test/fake-atlas/server.ts'

/** What the fake Atlas is to be like from now on. */
interface Scene {
  readonly projects: readonly string[]
  /** The key that every project has. */
  readonly keyId: string
  readonly delayMs: number
}

/** A request that was carried out. */
export interface Carried {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Report {
  readonly url: string
  readonly carried: readonly Carried[]
}

export const REGION = 'us-east-1'
export const ROLE_ID = '64b0c0ffee0000000000f00d'

export interface AtlasProcess {
  readonly url: string
  /** @returns the requests carried out since the last scene */
  set(scene: Scene): Promise<readonly Carried[]>
  stop(): void
}

export async function startAtlas(): Promise<AtlasProcess> {
  const child = fork(import.meta.filename)
  const ask = async (scene: Scene): Promise<Report> => {
    child.send(scene)
    const [report] = (await once(child, 'message')) as [Report]
    return report
  }
  const { url } = await ask({ projects: [], keyId: '', delayMs: 0 })
  return { url, set: async (scene) => (await ask(scene)).carried, stop: () => child.disconnect() }
}

async function serve(): Promise<void> {
  const atlas = await FakeAtlas.start()
  process.on('message', ({ projects, keyId, delayMs }: Scene) => {
    const carried = atlas.requests.splice(0).filter(({ status }) => status === 200)
    atlas.delayMs = delayMs
    atlas.projects.clear()
    for (const id of projects) {
      const project = atlas.addProject(id)
      project.roles.push({ roleId: ROLE_ID, authorized: true })
      project.blocks.awsKms = { enabled: true, customerMasterKeyID: keyId, region: 'US_EAST_1', roleId: ROLE_ID }
    }
    const report: Report = {
      url: atlas.url,
      carried: carried.map(({ method, path, headers: { accept = '', 'content-type': type }, rawBody }) => ({
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
