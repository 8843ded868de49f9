// What a run needs once its inputs are known to be right; one chunk of the bundle, so that a wrong input is told without it.
import type { Authentication } from './atlas/authentication.ts'
import { digestByConnection } from './atlas/authentication.ts'
import { AtlasClient } from './atlas/client.ts'
import type { Environment } from './atlas/connect.ts'
import { connect } from './atlas/connect.ts'
import { digestAuthentication } from './atlas/digest-interceptor.ts'
import type { Atlas } from './atlas/endpoints.ts'
import { createAtlas } from './atlas/endpoints.ts'
import { createExchange } from './atlas/http.ts'
import { ServiceAccount } from './atlas/service-account.ts'
import type { Settings } from './input/settings.ts'
import type { World } from './world.ts'

export { runMode } from './modes/run-mode.ts'

/** Atlas, ready to be asked. `close` gives back what the run was lent, within `ms` milliseconds; it never throws. */
export async function openAtlas(
  { credentials, baseUrl, apiVersion, envelope, pretty, retries }: Settings,
  env: Environment,
  world: World,
): Promise<{ atlas: Atlas; close: (ms: number) => Promise<void> }> {
  const protect = (secret: string): void => world.secrets.protect(secret)
  const connection = await connect(baseUrl.origin, env, world.secrets)
  const authentication: Authentication =
    credentials.kind === 'api-key'
      ? digestByConnection(
          createExchange(connection.compose(digestAuthentication(credentials, protect)), baseUrl.origin),
        )
      : new ServiceAccount(credentials, createExchange(connection, baseUrl.origin), retries, world)
  const client = new AtlasClient(authentication, apiVersion, retries, world)
  return {
    atlas: createAtlas(client, { apiVersion, envelope, pretty }),
    close: async (ms) => {
      await authentication.close(ms)
      await connection.destroy()
    },
  }
}
