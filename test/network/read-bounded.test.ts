import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { MAX_RESPONSE_BYTES, readBounded } from '../../src/network/read-bounded.ts'

const tooLarge = (): Error => new Error('too large')
const MEGABYTE = Buffer.alloc(1024 * 1024, 'x')

function* repeated(piece: Uint8Array, times: number): Generator<Uint8Array> {
  for (let n = 0; n < times; n += 1) yield piece
}

const read = (pieces: Iterable<Uint8Array>): Promise<Buffer> => readBounded(Readable.from(pieces), tooLarge)

describe('a body', () => {
  test('is returned whole, in order', async () => {
    expect((await read([Buffer.from('ab'), Buffer.from(''), Buffer.from('cd')])).toString()).toBe('abcd')
    expect((await read([])).length).toBe(0)
  })

  test('may have as many bytes as the limit says, and no more', async () => {
    expect((await read(repeated(MEGABYTE, 10))).length).toBe(MAX_RESPONSE_BYTES)
    await expect(read([...repeated(MEGABYTE, 10), Buffer.from('x')])).rejects.toThrow('too large')
  })

  test('that never ends is left', async () => {
    let read = 0
    let isClosed = false
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          read += 1
          yield MEGABYTE
        }
      } finally {
        isClosed = true
      }
    }
    await expect(readBounded(endless(), tooLarge)).rejects.toThrow('too large')
    expect(read).toBe(11)
    expect(isClosed).toBe(true)
  })

  test('that comes byte by byte is left, long before it is large', async () => {
    await expect(read(repeated(Buffer.from('x'), 100_001))).rejects.toThrow('too large')
    expect((await read(repeated(Buffer.from('x'), 100_000))).length).toBe(100_000)
  })
})
