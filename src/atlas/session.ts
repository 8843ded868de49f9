import type { Environment, RunContext } from '../domain/context.ts'
import type { RunSettings } from '../domain/settings.ts'
import { Connection, connector } from '../network/connect.ts'
import { leaveParserUnoptimized } from '../network/undici.ts'
import type { Authentication } from './authentication.ts'
import { connectionAuthentication, tokenAuthentication } from './authentication.ts'
import { AtlasClient, type SharedState } from './client.ts'
import { digestInterceptor } from './digest-interceptor.ts'
import type { Atlas } from './endpoints.ts'
import { createAtlas } from './endpoints.ts'
import { RateLimiter } from './rate-limiter.ts'
import { ServiceAccount } from './service-account.ts'
import { createTransport } from './transport.ts'

/** A way to ask Atlas over a connection of its own, which tells what happens to the world it is given. */
type AtlasFactory = (run: RunContext) => Atlas

/** Atlas, ready to be asked over as many lanes as are opened. */
export interface AtlasSession {
  openConnection(): AtlasFactory
  /** Gives back what the run was lent, as long as the signal lets it; never throws. */
  close(cleanupSignal: AbortSignal): Promise<void>
}

/** @throws ActionError `INPUT` if a proxy variable of the environment makes no sense */
export async function openAtlasSession(
  { credentials, baseUrl, apiVersion, envelope, pretty, retries }: RunSettings,
  env: Environment,
  run: RunContext,
): Promise<AtlasSession> {
  const { origin } = baseUrl
  const open = await connector(origin, env, run.secrets)
  leaveParserUnoptimized()
  const protect = (secret: string): void => run.secrets.protect(secret)
  const shared: SharedState = { apiVersion, retries, rateLimiter: new RateLimiter(), sunset: undefined }
  const authentication = authenticationFor({ credentials, retries }, run)
  const connections: Connection[] = []
  return {
    openConnection: () => {
      // A nonce of its own for each lane, since its count must not overtake another's.
      const interceptors = credentials.kind === 'api-key' ? [digestInterceptor(credentials, protect)] : []
      const connection = new Connection(open, interceptors)
      connections.push(connection)
      const send = authentication.over(createTransport(connection, origin))
      return (laneWorld) => createAtlas(new AtlasClient(send, shared, laneWorld), { apiVersion, envelope, pretty })
    },
    close: async (cleanupSignal) => {
      await authentication.close(cleanupSignal)
      await Promise.all(connections.map((connection) => connection.drop()))
    },
  }
}

function authenticationFor(
  { credentials, retries }: Pick<RunSettings, 'credentials' | 'retries'>,
  run: RunContext,
): Authentication {
  switch (credentials.kind) {
    case 'access-token':
      return tokenAuthentication(credentials.token)
    case 'service-account':
      return new ServiceAccount(credentials, retries, run)
    case 'api-key':
      return connectionAuthentication
  }
}
