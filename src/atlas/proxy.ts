// A room of its own so that the proxy code is loaded only where there is a proxy.
import type { EnvHttpProxyAgent as UndiciAgent } from 'undici'
// @ts-expect-error: undici's types describe only its main module (see undici.ts)
import AgentClass from 'undici/lib/dispatcher/env-http-proxy-agent.js'

export const EnvHttpProxyAgent = AgentClass as typeof UndiciAgent
