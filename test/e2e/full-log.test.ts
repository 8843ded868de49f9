import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { constants, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { refuseWith } from '../fake-atlas/faults.ts'
import { CONFIGURATIONS, PROJECT_ID, WITH_API_KEY } from '../harness/fixtures.ts'
import { createStepFiles, type Manifest, stepEnvironment } from '../harness/run-action.ts'
import { withScenario } from '../harness/scenario.ts'

/** Writes into a pipe until nothing more fits. */
function fill(pipe: number): void {
  for (let size = 4096; size > 0; ) {
    try {
      writeSync(pipe, Buffer.alloc(size, '#'))
    } catch {
      size >>= 1
    }
  }
}

test('a log is complete although its pipe was full and lets nothing wait', () =>
  withScenario(async ({ atlas }) => {
    const root = mkdtempSync(join(tmpdir(), 'log-'))
    const path = join(root, 'pipe')
    expect(spawnSync('mkfifo', [path]).status).toBe(0)
    const open = (flags: number): number => openSync(path, flags | constants.O_NONBLOCK)
    const pipe = open(constants.O_RDWR)
    const sockets: Socket[] = []
    try {
      fill(pipe)
      const reader = Promise.withResolvers<Socket>()
      const handler: ReturnType<typeof refuseWith> = (...call) => {
        const socket = new Socket({ fd: open(constants.O_RDONLY), writable: false })
        sockets.push(socket)
        reader.resolve(socket)
        return refuseWith(403, 'USER_UNAUTHORIZED', 'No access.')(...call)
      }
      atlas.faults.push({ method: 'GET', handler })
      const options = {
        with: { 'atlas-base-url': atlas.url, 'project-id': PROJECT_ID, ...WITH_API_KEY, ...CONFIGURATIONS.aws.inputs },
      }
      const files = createStepFiles(root, options)
      const folder = process.env.ACTION_FOLDER as string
      const manifest = parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Manifest
      const child = spawn(process.execPath, [resolve(folder, 'dist/index.js')], {
        env: stepEnvironment(manifest, options, files),
        cwd: files.workspace,
        stdio: ['ignore', pipe, 'inherit'],
      })
      // Node.js lets the standard output of a new process wait. A socket on the same pipe undoes that.
      const writer = new Socket({ fd: pipe, readable: false })
      sockets.push(writer)
      const ended = once(child, 'exit').then(([exitCode]) => {
        writer.end('the end\n')
        return exitCode as number
      })
      const log = await text(await reader.promise)
      const exitCode = await ended
      const lines = log.replace(/^#+/, '').trimEnd().split('\n')
      expect(exitCode).toBe(1)
      expect(lines[0]).toMatch(/^::add-mask::/)
      expect(lines.at(-2)).toMatch(/^::error::.*No access\./)
      expect(lines.filter((line) => line.startsWith('::add-mask::'))).toHaveLength(3)
    } finally {
      for (const socket of sockets) socket.destroy()
      rmSync(root, { recursive: true, force: true })
    }
  }))
