import './run/cancellation.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { getInput, info, notice, setFailed, setOutput, setSecret, summary, warning } from '@actions/core'
import { monotonicMs } from './domain/checkpoint.ts'
import type { Clock } from './domain/context.ts'
import { cancelled } from './run/cancellation.ts'
import { publishUncaught, run } from './run/run.ts'
import type { Runtime } from './run/runtime.ts'

// The runner reads workflow commands from stderr as well; Node.js prints its own warnings there.
process.removeAllListeners('warning')

const clock: Clock = {
  now: monotonicMs,
  wallNow: Date.now,
  random: Math.random,
  sleep: async (ms, signal) => {
    try {
      await sleep(ms, undefined, { signal })
    } catch {
      throw signal.reason
    }
  },
}

// Imported one by one, so that the bundle leaves out the rest (a client for OIDC tokens with a second HTTP stack).
const core = { getInput, info, notice, setFailed, setOutput, setSecret, summary, warning }

const runtime: Runtime = { core, env: process.env, clock, startedAt: clock.now(), cancelled }

// Only a run that reaches its end without failing changes this.
process.exitCode = 1

/** Sockets that a server keeps open, or a promise that never settles, must not keep the step running. */
function exitSoon(): void {
  setTimeout(() => process.exit(), 500).unref()
}

let hasFailed = false
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (thrown: unknown) => {
    exitSoon()
    // Publishing it may throw as well; once is enough.
    if (!hasFailed) void publishUncaught(thrown, runtime)
    hasFailed = true
  })
}

const succeeded = await run(runtime)
if (succeeded && !hasFailed) process.exitCode = 0
exitSoon()
