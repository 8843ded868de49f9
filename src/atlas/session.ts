import type { Environment, RunContext } from '../domain/context.ts'
import type { RunSettings } from '../domain/settings.ts'
import { Connection, connector } from '../network/connect.ts'
import { isLoopback } from '../network/loopback.ts'
import { proxyVariable } from '../network/proxy-settings.ts'
import { setV8Flags } from '../network/v8-flags.ts'
import type { Atlas } from './atlas.ts'
import { type Authentication, accessTokenAuthentication, digestAuthentication } from './authentication.ts'
import { AtlasClient, type SharedState } from './client.ts'
import { createAtlas } from './create-atlas.ts'
import { digestInterceptor } from './digest-interceptor.ts'
import type { Peer } from './network-error.ts'
import { RateLimiter } from './rate-limiter.ts'
import { ServiceAccount } from './service-account.ts'
import { createTransport } from './transport.ts'

/** Sends requests over a connection of its own. What happens meanwhile is emitted to the context that it is given. */
type AtlasFactory = (run: RunContext) => Atlas

/** Access to Atlas for all workers of a run. */
export interface AtlasSession {
  openConnection(): AtlasFactory
  /** Gives back what Atlas issued for the run, as long as the signal permits; never throws. */
  close(cleanupSignal: AbortSignal): Promise<void>
}

/** @throws ActionError `INPUT` if the proxy variable of the environment is not the URL of a proxy */
export async function openAtlasSession(
  settings: RunSettings,
  env: Environment,
  run: RunContext,
): Promise<AtlasSession> {
  const { credentials, baseUrl, apiVersion, envelope, pretty, retries } = settings
  const { origin } = baseUrl
  const open = await connector(origin, env, run.secrets)
  setV8Flags()
  const peer = describePeer(origin, env, run)
  const digestSecrets = { protect: protectOnce(run), redactOnly: (hash: string) => run.secrets.redactOnly(hash) }
  const authentication = authenticationFor(settings, run)
  const shared: SharedState = {
    apiVersion,
    credentials: credentials.kind,
    retries,
    rateLimiter: new RateLimiter(),
    sunset: undefined,
  }
  const connections: Connection[] = []
  return {
    openConnection: () => {
      // Each worker has a nonce of its own, so that its counts do not overtake those of another.
      const interceptors = credentials.kind === 'api-key' ? [digestInterceptor(credentials, digestSecrets)] : []
      const connection = new Connection(open, interceptors)
      connections.push(connection)
      const send = authentication.over(createTransport(connection, origin, peer))
      return (workerRun) => createAtlas(new AtlasClient(send, shared, workerRun), { envelope, pretty })
    },
    close: async (cleanupSignal) => {
      await authentication.close(cleanupSignal)
      await Promise.all(connections.map((connection) => connection.drop()))
    },
  }
}

function authenticationFor({ credentials, retries }: RunSettings, run: RunContext): Authentication {
  switch (credentials.kind) {
    case 'api-key':
      return digestAuthentication
    case 'access-token':
      return accessTokenAuthentication(credentials)
    case 'service-account':
      return new ServiceAccount(credentials, retries, run)
  }
}

function describePeer(origin: string, env: Environment, { secrets }: RunContext): Peer {
  const { host, hostname } = new URL(origin)
  const variable = isLoopback(hostname) ? undefined : proxyVariable(origin, env)
  return { host: secrets.sanitize(host), proxyVariable: variable, secrets }
}

/** Registers each secret once: all workers derive the same keys, and each registration prints a line. */
function protectOnce({ secrets }: RunContext): (secret: string) => void {
  const known = new Set<string>()
  return (secret) => {
    if (known.has(secret)) return
    known.add(secret)
    secrets.protect(secret)
  }
}
