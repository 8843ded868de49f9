import { expect, test } from '@jest/globals'
import { isLoopback } from '../../src/network/loopback.ts'

test.each([
  ['http://localhost:8080', true],
  ['http://LOCALHOST', true],
  ['http://127.0.0.1', true],
  ['http://127.1', true], // the URL parser writes it out
  ['http://127.255.255.254:1', true],
  ['http://[::1]:80', true],
  ['http://localhost.example', false],
  ['http://127.0.0.1.example', false],
  ['http://example.localhost', false],
  ['http://128.0.0.1', false],
  ['http://0.0.0.0', false],
  ['http://[::2]', false],
  ['https://cloud.mongodb.com', false],
])('%s: %s', (url, expected) => expect(isLoopback(new URL(url).hostname)).toBe(expected))
