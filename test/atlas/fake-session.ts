import type { Atlas } from '../../src/atlas/atlas.ts'
import { type AtlasSession, openAtlasSession } from '../../src/atlas/session.ts'
import type { Credentials } from '../../src/domain/credentials.ts'
import type { RunSettings } from '../../src/domain/settings.ts'
import { FakeAtlas } from '../fake-atlas/server.ts'
import { type FakeRunContext, fakeRunContext } from '../harness/context.ts'
import { API_KEY, SERVICE_ACCOUNT } from '../harness/fixtures.ts'

export const WITH_API_KEY: Credentials = {
  kind: 'api-key',
  username: API_KEY.publicKey,
  password: API_KEY.privateKey,
}
export const WITH_SERVICE_ACCOUNT: Credentials = { kind: 'service-account', ...SERVICE_ACCOUNT }

type Options = Partial<Pick<RunSettings, 'credentials' | 'apiVersion' | 'envelope' | 'pretty' | 'retries'>>

export interface FakeSession {
  readonly server: FakeAtlas
  readonly session: AtlasSession
  readonly run: FakeRunContext
  /** The endpoints over a connection of its own. */
  readonly connect: () => Atlas
}

/** Runs a test with access to a fake Atlas over real HTTP. */
export async function withFakeAtlas(
  test: (fake: FakeSession) => Promise<void>,
  options: Options = {},
  run: FakeRunContext = fakeRunContext(),
): Promise<void> {
  const server = await FakeAtlas.start()
  const settings = {
    credentials: WITH_API_KEY,
    baseUrl: { origin: server.url, isMongoDb: false },
    apiVersion: 'v2',
    envelope: false,
    pretty: false,
    retries: 0,
    ...options,
  } as RunSettings
  const session = await openAtlasSession(settings, {}, run)
  try {
    await test({ server, session, run, connect: () => session.openConnection()(run) })
  } finally {
    await session.close(new AbortController().signal)
    await server.stop()
  }
}
