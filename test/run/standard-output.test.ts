import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { StandardOutput } from '../../src/run/standard-output.ts'

const failure = (code: string): Error => Object.assign(new Error(code), { code })

/** A pipe that takes so many bytes each time, or fails so. */
function pipe(...takes: (number | Error)[]): { output: StandardOutput; stream: PassThrough; taken: () => string } {
  let taken = ''
  const stream = new PassThrough()
  const write = (bytes: Uint8Array): number => {
    const take = takes.shift() ?? bytes.length
    if (take instanceof Error) throw take
    taken += Buffer.from(bytes.subarray(0, take)).toString('latin1')
    return Math.min(take, bytes.length)
  }
  return {
    output: new StandardOutput(write, () => stream),
    stream,
    taken: () => Buffer.from(taken, 'latin1').toString(),
  }
}

test('a text is written until all of it is taken', () => {
  const { output, taken } = pipe(1, 2, 1)
  output.write('größer\n')
  output.write('more\n')
  expect(taken()).toBe('größer\nmore\n')
})

test('a full pipe is waited for by a stream, which has the rest in its order', async () => {
  const { output, stream, taken } = pipe(3, failure('EAGAIN'))
  output.write('one two\n')
  output.write('three\n')
  stream.end()
  expect(taken() + (await text(stream))).toBe('one two\nthree\n')
  expect(taken()).toBe('one')
})

test.each(['EPIPE', 'EIO'])('a log that nothing reads any more is not written (%s)', (code) => {
  const { output, taken } = pipe(2, failure(code))
  output.write('gone\n')
  expect(taken()).toBe('go')
})

test('a stream that fails stops nothing', async () => {
  const { output, stream } = pipe(failure('EAGAIN'))
  output.write('one\n')
  stream.destroy(failure('EPIPE'))
  await new Promise((resolve) => void stream.on('close', resolve))
  output.write('two\n')
})
