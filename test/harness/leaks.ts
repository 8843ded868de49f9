// The forms in which a secret may show in a text. Written apart from the action's own decoders, so that one checks the other: here the
// secret is encoded in every way, there the text is decoded.

/** Encodes a secret; what depends on the text around it is left out. */
type Encode = (secret: string) => string[]

const bytesOf = (secret: string): Buffer[] => {
  const utf16 = Buffer.from(secret, 'utf16le')
  return [Buffer.from(secret), utf16, Buffer.from(utf16).swap16(), Buffer.from(secret, 'latin1')]
}

/** The characters of base64 that are the same wherever the bytes stand in it. */
const base64Of = (bytes: Buffer): string[] =>
  [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const isShared = (shift + bytes.length) % 3 !== 0
    const core = text.slice([0, 2, 3][shift], isShared ? -1 : undefined)
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')]
  })

const base64: Encode = (secret) => bytesOf(secret).flatMap(base64Of)
const hexadecimal: Encode = (secret) => bytesOf(secret).map((bytes) => bytes.toString('hex'))
const upperHexadecimal: Encode = (secret) => hexadecimal(secret).map((text) => text.toUpperCase())
const then =
  (first: Encode, second: Encode): Encode =>
  (secret) =>
    first(secret).flatMap(second)

const json = (secret: string): string => JSON.stringify(secret).slice(1, -1)

const HTML: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }
const html = (secret: string): string => secret.replace(/[&<>"']/g, (character) => `&${HTML[character]};`)

/** As it stands in a text. */
const AS_IT_IS: Readonly<Record<string, Encode>> = {
  'as it is': (secret) => [secret],
  'in one line': (secret) => [secret.replace(/\s+/g, ' ')],
  composed: (secret) => [secret.normalize('NFC'), secret.normalize('NFD')],
  JSON: (secret) => [json(secret), json(json(secret))],
  URI: (secret) => [encodeURIComponent(secret), encodeURIComponent(encodeURIComponent(secret))],
  'form data': (secret) => [new URLSearchParams([['', secret]]).toString().slice(1)],
  'data of a command': (secret) => [secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')],
  HTML: (secret) => [html(secret), html(html(secret))],
  'misread as Latin-1': (secret) => bytesOf(secret).map((bytes) => bytes.toString('latin1').replaceAll('\0', '')),
}

/** In a text without blanks, invisible characters and line breaks. */
const WITHOUT_BLANKS: Readonly<Record<string, Encode>> = {
  'with something between its letters': (secret) => [secret.replace(/\s+/g, '')],
  base64,
  'base64 of base64': then((secret) => base64Of(Buffer.from(secret)), base64),
  'base64 of hexadecimal': then(hexadecimal, base64),
  'base64 of JSON': (secret) => base64(json(secret)),
  'base64 of a URI': (secret) => base64(encodeURIComponent(secret)),
}

/** In a text of which only letters and digits are left. */
const LETTERS_AND_DIGITS: Readonly<Record<string, Encode>> = {
  hexadecimal: (secret) => [...hexadecimal(secret), ...upperHexadecimal(secret)],
  'hexadecimal of hexadecimal': then(hexadecimal, hexadecimal),
  'hexadecimal of base64': then((secret) => base64Of(Buffer.from(secret)), hexadecimal),
}

/** In a text of which only numbers are left, separated by commas. */
const NUMBERS: Readonly<Record<string, Encode>> = {
  'decimal numbers': (secret) => bytesOf(secret).map((bytes) => `,${bytes.join(',')},`),
  'octal numbers': (secret) =>
    bytesOf(secret).map((bytes) => `,${Array.from(bytes, (byte) => byte.toString(8)).join(',')},`),
}

const INVISIBLE = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu

const PLACES: readonly {
  readonly forms: Readonly<Record<string, Encode>>
  readonly reduce: (text: string) => string
}[] = [
  { forms: AS_IT_IS, reduce: (text) => text },
  { forms: WITHOUT_BLANKS, reduce: (text) => text.replace(INVISIBLE, '') },
  { forms: LETTERS_AND_DIGITS, reduce: (text) => text.replace(/0x/g, '').replace(/[^A-Za-z0-9]+/g, '') },
  { forms: NUMBERS, reduce: (text) => `,${text.replace(/[^0-9]+/g, ',').replace(/(?<=,)0+(?=\d)/g, '')},` },
]

/** Escape sequences, and what they stand for: one level of them. */
function decodeEscapes(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/&#(\d+);?/g, (_, code: string) => pointOf(Number(code)))
    .replace(/&#x([0-9a-f]+);?/gi, (_, code: string) => pointOf(Number.parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot|apos|nbsp|shy);/g, (_, name: string) => NAMED[name] as string)
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => pointOf(Number.parseInt(code, 16)))
    .replace(/\\([0-7]{3})/g, (_, code: string) => pointOf(Number.parseInt(code, 8)))
    .replace(/\\(["'\\/])/g, '$1')
    .replace(/\\[nrt]/g, ' ')
  return bytes.replace(/(?:(?:%|\\x|=)[0-9a-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replace(/%|\\x|=/gi, ''), 'hex').toString('utf8'),
  )
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' }

const pointOf = (point: number): string => (point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd')

/** Shorter forms turn up by chance. */
const MIN_LENGTH = 4
const MIN_LINE_LENGTH = 16

/** By secret, for each of {@link PLACES}: the name of a form → how it looks. A run is searched in many places for the same secrets. */
const formsBySecret = new Map<string, readonly (readonly [string, readonly string[]])[][]>()

function formsOf(secret: string): readonly (readonly [string, readonly string[]])[][] {
  const known = formsBySecret.get(secret)
  if (known !== undefined) return known
  const forms = PLACES.map((place) =>
    Object.entries(place.forms).map(
      ([name, encode]) => [name, encode(secret).filter((form) => form.length >= MIN_LENGTH)] as const,
    ),
  )
  formsBySecret.set(secret, forms)
  return forms
}

/** @returns the forms in which one of the secrets, or a line of it that gives it away, is in the text */
export function findLeaks(text: string, secrets: readonly string[]): string[] {
  const pieces = secrets.flatMap((secret) => [
    secret,
    ...secret.split(/[\r\n]+/).filter((line) => line !== secret && line.length >= MIN_LINE_LENGTH),
  ])
  const shown = pieces.filter((piece) => piece.length >= MIN_LENGTH).map(formsOf)
  if (shown.length === 0 || text === '') return []
  const once = decodeEscapes(text)
  const readings = [...new Set([text, once, decodeEscapes(once)])]
  const found = PLACES.flatMap(({ reduce }, i) => {
    const places = [...new Set(readings.map(reduce))]
    const isIn = (form: string): boolean => places.some((place) => place.includes(form))
    return shown.flatMap((forms) => (forms[i] ?? []).flatMap(([name, looks]) => (looks.some(isIn) ? [name] : [])))
  })
  return [...new Set(found)]
}
