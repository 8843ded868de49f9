/** The forms in which a secret may show in a text. Written apart from the action's own list, so that one checks the other. */
const FORMS: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  JSON: (secret) => JSON.stringify(secret).slice(1, -1),
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  'percent-encoded': encodeURIComponent,
  'form-encoded': (secret) => new URLSearchParams([['', secret]]).toString().slice(1),
  'as command data': (secret) => secret.replaceAll('%', '%25').replaceAll('\n', '%0A'),
  HTML: (secret) =>
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  base64: (secret) => Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1),
  'base64, one byte later': (secret) => Buffer.from(`x${secret}`).toString('base64').replace(/=+$/, '').slice(2, -1),
  'base64, two bytes later': (secret) => Buffer.from(`xx${secret}`).toString('base64').replace(/=+$/, '').slice(3, -1),
  hexadecimal: (secret) => Buffer.from(secret).toString('hex'),
  'in one line': (secret) => secret.replace(/\s+/g, ' '),
}

/** @returns the forms in which one of the secrets, or a telling line of it, is in the text */
export function findLeaks(text: string, secrets: readonly string[]): string[] {
  const pieces = secrets.flatMap((secret) => [secret, ...secret.split('\n').filter((line) => line.length >= 16)])
  return Object.entries(FORMS).flatMap(([form, encode]) =>
    pieces.some((piece) => encode(piece).length >= 4 && text.includes(encode(piece))) ? [form] : [],
  )
}
