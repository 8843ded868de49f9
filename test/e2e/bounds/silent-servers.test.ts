import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from '@jest/globals'
import { measured } from '../../harness/bounds.ts'
import { PROJECT_ID, WITH_API_KEY } from '../../harness/fixtures.ts'
import { runAction } from '../../harness/run-action.ts'
import { timeOutAt } from '../../harness/time-out.ts'

/** The contract's bound from the end of `timeout` to the end of the process. */
const BOUND_MS = 2000

test.each([
  ['a proxy', { https_proxy: 'http://HOST' }, 'https://atlas.test'],
  ['a server', {}, 'https://HOST'],
])('%s that accepts the connection and stays silent does not hold the run past `timeout`', async (_, env, url) => {
  const { result, allowed } = await measured(() =>
    timeOutAt(async (seconds, reached) => {
      const server = createServer(reached).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
      const withHost = (text: string): string => text.replace('HOST', host)
      const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, withHost(value)]))
      const inputs = { mode: 'verify', 'project-id': PROJECT_ID, 'atlas-base-url': withHost(url) }
      try {
        const ended = await runAction({
          with: { ...WITH_API_KEY, ...inputs, timeout: String(seconds) },
          env: variables,
        })
        return { ...ended, lateMs: ended.durationMs - seconds * 1000 }
      } finally {
        server.close()
      }
    }),
  )
  expect(JSON.parse(result.outputs.report as string).error.code).toBe('TIMEOUT')
  expect(result.lateMs).toBeLessThan(allowed.wallMs(BOUND_MS))
})
