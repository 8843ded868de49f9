// What a run needs once its inputs are known to be right; one chunk of the bundle, so that a wrong input is told without it.
import type { Authentication } from './atlas/authentication.ts'
import { digestByConnection } from './atlas/authentication.ts'
import { AtlasClient } from './atlas/client.ts'
import { Connection, connector } from './atlas/connect.ts'
import { digestAuthentication } from './atlas/digest-interceptor.ts'
import type { Atlas } from './atlas/endpoints.ts'
import { createAtlas } from './atlas/endpoints.ts'
import { createExchange } from './atlas/http.ts'
import { ServiceAccount } from './atlas/service-account.ts'
import type { Settings } from './input/settings.ts'
import type { Environment, World } from './world.ts'

export { runMode } from './modes/run-mode.ts'

/**
 * Atlas, ready to be asked. `close` gives back what the run was lent, as long as its signal lets it; it never throws.
 *
 * @throws Failure `INPUT` if a proxy variable of the environment makes no sense
 */
export async function openAtlas(
  { credentials, baseUrl, apiVersion, envelope, pretty, retries }: Settings,
  env: Environment,
  world: World,
): Promise<{ atlas: Atlas; close: (patience: AbortSignal) => Promise<void> }> {
  const { origin } = baseUrl
  const open = await connector(origin, env, world.secrets)
  const protect = (secret: string): void => world.secrets.protect(secret)
  const interceptors = credentials.kind === 'api-key' ? [digestAuthentication(credentials, protect)] : []
  const connection = new Connection(open, interceptors)
  const exchange = createExchange(connection, origin)
  const authentication: Authentication =
    credentials.kind === 'api-key'
      ? digestByConnection(exchange)
      : new ServiceAccount(credentials, exchange, retries, world)
  const client = new AtlasClient(authentication, apiVersion, retries, world)
  return {
    atlas: createAtlas(client, { apiVersion, envelope, pretty }),
    close: async (patience) => {
      await authentication.close(patience)
      await connection.drop()
    },
  }
}
