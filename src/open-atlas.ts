import type { Authentication } from './atlas/authentication.ts'
import { digestByConnection } from './atlas/authentication.ts'
import { AtlasClient, type Common } from './atlas/client.ts'
import { digestAuthentication } from './atlas/digest-interceptor.ts'
import type { Atlas } from './atlas/endpoints.ts'
import { createAtlas } from './atlas/endpoints.ts'
import { createExchange } from './atlas/http.ts'
import { Pace } from './atlas/pace.ts'
import { ServiceAccount } from './atlas/service-account.ts'
import type { RunSettings } from './input/settings.ts'
import { Connection, connector } from './network/connect.ts'
import { leaveParserUnoptimized } from './network/undici.ts'
import type { Environment, World } from './world.ts'

/** A way to ask Atlas over a connection of its own, which tells what happens to the world it is given. */
type Lane = (world: World) => Atlas

/** Atlas, ready to be asked over as many lanes as are opened. */
export interface AtlasAccess {
  openLane(): Lane
  /** Gives back what the run was lent, as long as the signal lets it; never throws. */
  close(patience: AbortSignal): Promise<void>
}

/** @throws Failure `INPUT` if a proxy variable of the environment makes no sense */
export async function openAtlas(
  { credentials, baseUrl, apiVersion, envelope, pretty, retries }: RunSettings,
  env: Environment,
  world: World,
): Promise<AtlasAccess> {
  const { origin } = baseUrl
  const open = await connector(origin, env, world.secrets)
  leaveParserUnoptimized()
  const protect = (secret: string): void => world.secrets.protect(secret)
  const common: Common = { apiVersion, retries, pace: new Pace(), sunset: undefined }
  const authentication: Authentication =
    credentials.kind === 'api-key' ? digestByConnection : new ServiceAccount(credentials, retries, world)
  const connections: Connection[] = []
  return {
    openLane: () => {
      // A nonce of its own for each lane, since its count must not overtake another's.
      const interceptors = credentials.kind === 'api-key' ? [digestAuthentication(credentials, protect)] : []
      const connection = new Connection(open, interceptors)
      connections.push(connection)
      const send = authentication.over(createExchange(connection, origin))
      return (laneWorld) => createAtlas(new AtlasClient(send, common, laneWorld), { apiVersion, envelope, pretty })
    },
    close: async (patience) => {
      await authentication.close(patience)
      await Promise.all(connections.map((connection) => connection.drop()))
    },
  }
}
