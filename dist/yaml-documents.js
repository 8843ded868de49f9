export const id = "yaml-documents";
export const ids = ["yaml-documents"];
export const modules = {

/***/ 4694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ SecretFinder),
/* harmony export */   gu: () => (/* binding */ REFERENCE),
/* harmony export */   rx: () => (/* binding */ readSecretVariable)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7947);
/* harmony import */ var _mask_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7889);


/** A reference to a variable of the step's environment, which stands for a secret. */
const REFERENCE = /^\$\{([A-Za-z_]\w*)\}$/;
const SECRET_FIELDS = new Map(_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.flatMap(({ fields }) => fields.filter(({ secret }) => secret).map(({ name, format }) => [name, format])));
/**
 * A secret that is written out is an error, and no message quotes it. It is masked only for what later steps may print. Each mask
 * costs time and memory for its many encodings, so their number is limited to what a user may have written by mistake.
 */
const MAX_LITERALS = 100;
const MAX_LITERAL_LENGTH = 16_384;
/** Finds the secrets of a document: references to the environment, and those that are written out, which are masked at once. */
class SecretFinder {
    references = new Map();
    #secrets;
    #seen = new Set();
    #literalsLeft = MAX_LITERALS;
    #charactersLeft = MAX_LITERAL_LENGTH;
    constructor(secrets) {
        this.#secrets = secrets;
    }
    /** Inspects the values of one mapping. @returns whether there were secrets, which take time */
    inspect({ entries }, resolve) {
        let found = false;
        for (const { key, value } of entries) {
            const format = key === undefined ? undefined : SECRET_FIELDS.get(key);
            if (format === undefined)
                continue;
            this.#take(resolve(value), format);
            found = true;
        }
        return found;
    }
    #take(node, format) {
        if (node === undefined || this.#seen.has(node))
            return;
        this.#seen.add(node);
        if (node.kind === 'text')
            this.#takeText(node.text.trim(), format);
        // A mapping or a list where a secret should be may hold one.
        else if (node.kind === 'list')
            for (const item of node.items)
                this.#takeInner(item, format);
        else if (node.kind === 'map')
            for (const { value } of node.entries)
                this.#takeInner(value, format);
    }
    #takeInner(node, format) {
        if (this.#literalsLeft > 0)
            this.#take(node, format);
    }
    #takeText(secret, format) {
        const variable = REFERENCE.exec(secret)?.[1];
        if (variable !== undefined) {
            this.references.set(variable, format);
            return;
        }
        if (secret === '' || this.#literalsLeft <= 0 || secret.length > this.#charactersLeft)
            return;
        this.#literalsLeft -= 1;
        this.#charactersLeft -= secret.length;
        (0,_mask_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .protectField */ .Q)(format, secret, this.#secrets);
    }
}
/** The value of a variable of the step's environment, trimmed; '' if it is not set. */
function readSecretVariable(variable, env) {
    return (Object.hasOwn(env, variable) ? env[variable] : undefined)?.trim() ?? '';
}


/***/ }),

/***/ 4147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ openDocument)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __webpack_require__(4033);
// EXTERNAL MODULE: ./build/input/parse/document-secrets.js
var document_secrets = __webpack_require__(4694);
// EXTERNAL MODULE: ./build/input/parse/unfold.js
var unfold = __webpack_require__(1891);
;// CONCATENATED MODULE: ./build/input/parse/without-stacks.js
/** Runs a parser without stack traces: the YAML library makes an error of each mistake in a text, and a trace costs time. */
function withoutStacks(parse) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        return parse();
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}

;// CONCATENATED MODULE: ./build/input/parse/yaml-errors.js

/** What the library's codes mean, for messages: its own messages quote the text. */
const REASONS = {
    ALIAS_PROPS: (0,safe_text/* safe */.gB) `alias with properties`,
    BAD_ALIAS: (0,safe_text/* safe */.gB) `bad alias`,
    BAD_COLLECTION_TYPE: (0,safe_text/* safe */.gB) `bad collection type`,
    BAD_DIRECTIVE: (0,safe_text/* safe */.gB) `bad directive`,
    BAD_DQ_ESCAPE: (0,safe_text/* safe */.gB) `bad escape in double quotes`,
    BAD_INDENT: (0,safe_text/* safe */.gB) `bad indent`,
    BAD_PROP_ORDER: (0,safe_text/* safe */.gB) `bad order of properties`,
    BAD_SCALAR_START: (0,safe_text/* safe */.gB) `bad first character of a text`,
    BLOCK_AS_IMPLICIT_KEY: (0,safe_text/* safe */.gB) `block as a key`,
    BLOCK_IN_FLOW: (0,safe_text/* safe */.gB) `block within brackets`,
    DUPLICATE_KEY: (0,safe_text/* safe */.gB) `duplicate key`,
    IMPOSSIBLE: (0,safe_text/* safe */.gB) `impossible`,
    KEY_OVER_1024_CHARS: (0,safe_text/* safe */.gB) `key over 1024 characters`,
    MISSING_CHAR: (0,safe_text/* safe */.gB) `missing character`,
    MULTILINE_IMPLICIT_KEY: (0,safe_text/* safe */.gB) `key over several lines`,
    MULTIPLE_ANCHORS: (0,safe_text/* safe */.gB) `several anchors`,
    MULTIPLE_DOCS: (0,safe_text/* safe */.gB) `several documents`,
    MULTIPLE_TAGS: (0,safe_text/* safe */.gB) `several tags`,
    NON_STRING_KEY: (0,safe_text/* safe */.gB) `key that is not text`,
    RESOURCE_EXHAUSTION: (0,safe_text/* safe */.gB) `too much to read`,
    TAB_AS_INDENT: (0,safe_text/* safe */.gB) `tab as indent`,
    TAG_RESOLVE_FAILED: (0,safe_text/* safe */.gB) `unknown tag`,
    UNEXPECTED_TOKEN: (0,safe_text/* safe */.gB) `unexpected character`,
};

;// CONCATENATED MODULE: ./build/input/parse/yaml-nodes.js

/** Makes nodes of those of the library, and notes which of them have anchors. */
class NodeReader {
    #bareKeys;
    #onCollection;
    #anchors = new Map();
    /** @param onCollection called with each list and mapping */
    constructor(bareKeys, onCollection) {
        this.#bareKeys = bareKeys;
        this.#onCollection = onCollection;
    }
    read(source) {
        if ((0,dist/* isAlias */.Vj)(source))
            return { kind: 'alias', offset: source.range?.[0] ?? 0, name: source.source };
        if ((0,dist/* isScalar */.jn)(source))
            return this.#anchored(source, textNode(source, String(source.value)));
        if ((0,dist/* isSeq */.oP)(source)) {
            const node = { kind: 'list', offset: source.range?.[0] ?? 0, items: [] };
            this.#anchored(source, node);
            for (const item of source.items)
                node.items.push(this.read(item));
            this.#onCollection(source, node);
            return node;
        }
        if ((0,dist/* isMap */.jh)(source)) {
            const node = { kind: 'map', offset: source.range?.[0] ?? 0, entries: [] };
            this.#anchored(source, node);
            for (const pair of source.items)
                node.entries.push(this.readEntry(pair));
            this.#onCollection(source, node);
            return node;
        }
        return { kind: 'text', offset: 0, text: '' };
    }
    readEntry({ key, value }) {
        const keyOffset = ((0,dist/* isNode */.Ll)(key) ? key.range?.[0] : undefined) ?? 0;
        const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : undefined;
        if ((0,dist/* isScalar */.jn)(key))
            this.#anchored(key, textNode(key, String(key.value)));
        if (!(0,dist/* isNode */.Ll)(value))
            return { key: name, keyOffset, value: { kind: 'text', offset: keyOffset, text: '' } };
        if (!(0,dist/* isScalar */.jn)(value))
            return { key: name, keyOffset, value: this.read(value) };
        const isBare = name !== undefined && this.#bareKeys.has(name);
        return { key: name, keyOffset, value: this.#anchored(value, textNode(value, contentOf(value, isBare))) };
    }
    /** Finds what an alias stands for: the last node before it with that anchor (YAML 1.2.2, 7.1). */
    find({ name, offset }) {
        const nodes = this.#anchors.get(name) ?? [];
        let [from, to] = [0, nodes.length];
        while (from < to) {
            const middle = (from + to) >> 1;
            if (nodes[middle].offset < offset)
                from = middle + 1;
            else
                to = middle;
        }
        return nodes[from - 1];
    }
    /** Call this once everything is read: the parts of a large document are not read in their order. */
    sortAnchors() {
        for (const nodes of this.#anchors.values())
            nodes.sort((a, b) => a.offset - b.offset);
    }
    #anchored({ anchor }, node) {
        if (anchor === undefined)
            return node;
        const nodes = this.#anchors.get(anchor);
        if (nodes === undefined)
            this.#anchors.set(anchor, [node]);
        else
            nodes.push(node);
        return node;
    }
}
function textNode({ range }, text) {
    return { kind: 'text', offset: range?.[0] ?? 0, text };
}
function contentOf(scalar, isBare) {
    const content = String(scalar.value);
    if (scalar.type === 'PLAIN')
        return /^(null|~)$/i.test(content) ? '' : content;
    return isBare ? JSON.stringify(content) : content;
}

;// CONCATENATED MODULE: ./build/input/parse/yaml-pieces.js


/** Items that the parser may still change: the last one, and the end of the one before. */
const UNFINISHED = 2;
/**
 * Takes the first items out of a collection that is still being parsed, and composes them. A filler takes their place, since the
 * library checks what stands between two items at the second one.
 *
 * @param hasFiller whether items were taken from the collection before
 * @param minLength of the items in the source
 * @returns undefined if the items are not worth it yet
 */
function takePiece(collection, hasFiller, minLength, options) {
    const items = collection.items;
    const from = hasFiller ? 1 : 0;
    const to = items.length - UNFINISHED;
    const [first, next] = [items[from], items[to]];
    if (to <= from || first === undefined || next === undefined)
        return undefined;
    const end = offsetOf(next, collection.offset);
    if (end - offsetOf(first, collection.offset) < minLength)
        return undefined;
    const piece = items.slice(0, to);
    items.splice(0, to, filler(collection, end));
    return compose(collection, isInBrackets(collection) ? piece.map(asValue) : piece, hasFiller, options);
}
function compose(collection, items, hasFiller, options) {
    const first = items[0] === undefined ? collection.offset : offsetOf(items[0], collection.offset);
    const value = { ...collection, items, offset: hasFiller ? first : collection.offset };
    if (value.type === 'flow-collection') {
        const { indent } = value;
        // Whether there is a comma too many shows only at the next item.
        value.items.push({ ...filler(collection, first), start: [token('comma', ',', first, indent)] });
        value.end = [
            isInBrackets(value) ? token('flow-seq-end', ']', first, indent) : token('flow-map-end', '}', first, indent),
        ];
    }
    const composer = new dist/* Composer */.Dk(options);
    const documents = withoutStacks(() => [
        ...composer.next({ type: 'document', offset: value.offset, start: [], value }),
        ...composer.end(),
    ]);
    const document = documents[0];
    const { contents } = document;
    const composed = (0,dist/* isMap */.jh)(contents) || (0,dist/* isSeq */.oP)(contents) ? contents.items : [];
    return { document, items: composed.slice(hasFiller ? 1 : 0, value.type === 'flow-collection' ? -1 : undefined) };
}
/** An item that stands for those that were taken out. */
function filler(collection, offset) {
    const { indent } = collection;
    const text = { type: 'scalar', offset, indent, source: 'x' };
    switch (collection.type) {
        case 'block-seq':
            return { start: [token('seq-item-ind', '-', offset, indent)], value: text };
        case 'block-map':
            // Explicit, since a key without `?` may not begin more than 1024 characters before its value.
            return {
                start: [token('explicit-key-ind', '?', offset, indent), token('space', ' ', offset, indent)],
                explicitKey: true,
                key: text,
                sep: [token('newline', '\n', offset, indent), token('map-value-ind', ':', offset, indent)],
            };
        case 'flow-collection':
            return isInBrackets(collection) ? { start: [], value: text } : { start: [], key: text, sep: [] };
    }
}
function token(type, source, offset, indent) {
    return { type, source, offset, indent };
}
function isInBrackets(collection) {
    return collection.type === 'flow-collection' && collection.start.type === 'flow-seq-start';
}
/** Until a list in brackets ends, the parser takes each of its texts for a key. */
function asValue(item) {
    const { start, key, sep, value } = item;
    const isPair = sep === undefined ||
        value !== undefined ||
        start.some(({ type }) => type === 'explicit-key-ind') ||
        sep.some(({ type }) => type === 'map-value-ind');
    if (isPair)
        return item;
    if (!isFlow(key))
        return { start: [...start, ...sep], ...(key && { value: key }) };
    // The token itself, since what was taken out of it is known by it.
    key.end = [...(key.end ?? []), ...sep];
    return { start, value: key };
}
function isFlow(key) {
    return key?.type === 'alias' || key?.type === 'flow-collection' || (dist/* CST */.DB.isScalar(key) && key.type !== 'block-scalar');
}
/** Where an item begins; `otherwise` if nothing is written for it. */
function offsetOf({ start, key, sep, value }, otherwise) {
    return (start[0] ?? key ?? sep?.[0] ?? value)?.offset ?? otherwise;
}

// EXTERNAL MODULE: ./build/input/parse/yaml-tokens.js
var yaml_tokens = __webpack_require__(3059);
;// CONCATENATED MODULE: ./build/input/parse/yaml-documents.js






/** Characters of the source that are composed at once: a few milliseconds of work. */
const PIECE_LENGTH = 16_384;
// `failsafe` knows only texts, lists and mappings. The message of an error quotes the text, so only its code and place are used.
// The library's search for duplicate keys takes a time that grows with the square of their number, so `document.ts` does that.
const OPTIONS = {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    keepSourceTokens: true,
};
/** Only the first error is reported. The text after so many of them is not read: what is wrong everywhere is no config file. */
const MAX_ERRORS = 100;
/**
 * Parses the first document of a YAML or JSON text, and the second, if there is one. All values are texts.
 *
 * @throws InvalidValueError if the text is nested too deeply, or is more than can be read in little time and memory
 */
async function parseDocuments(text, options) {
    const { checkpoint, lines, bareKeys, atOnce = { lexemes: yaml_tokens/* LEXEMES_AT_ONCE */.e0, characters: PIECE_LENGTH } } = options;
    const composer = new dist/* Composer */.Dk(OPTIONS);
    const builders = [new DocumentBuilder(bareKeys)];
    const documents = [];
    let errors = 0;
    let hasDirective = false;
    const tokens = (0,yaml_tokens/* readTokens */.He)(text, {
        lines,
        checkpoint,
        lexemesAtOnce: atOnce.lexemes,
        onProgress: (stack) => builders.at(-1)?.takePieces(stack, atOnce.characters),
    });
    for await (const some of tokens) {
        for (const token of some) {
            if (token.type === 'error')
                errors += 1;
            if (token.type === 'directive')
                hasDirective = true;
            if (token.type === 'document')
                builders.push(new DocumentBuilder(bareKeys));
            documents.push(...withoutStacks(() => [...composer.next(token)]));
            await checkpoint.pass();
        }
        if (documents.length > 1 || errors > MAX_ERRORS)
            break;
    }
    // Without a document, the library reports errors only in an empty one that it is asked for.
    const needsDocument = documents.length === 0 && (errors > 0 || hasDirective);
    documents.push(...composer.end(needsDocument, text.length));
    return documents.slice(0, 2).map((document, i) => builders[i].finish(document));
}
/**
 * Makes a document of small nodes. The library composes a document as a whole, which would take a second for a large one, and
 * hundreds of megabytes: so the items of large collections are taken out and composed while the rest is still being parsed.
 */
class DocumentBuilder {
    #reader;
    /** What was taken out of a collection, by the parser's token for it. */
    #taken = new Map();
    #sources = new Map();
    #error;
    constructor(bareKeys) {
        this.#reader = new NodeReader(bareKeys, ({ srcToken }, node) => {
            if (srcToken !== undefined && this.#taken.has(srcToken))
                this.#sources.set(srcToken, node);
        });
    }
    /** @param stack what the parser is working on, the outermost first */
    takePieces(stack, minLength) {
        for (const token of stack) {
            if (!dist/* CST */.DB.isCollection(token))
                continue;
            const taken = this.#taken.get(token);
            const piece = takePiece(token, taken !== undefined, minLength, OPTIONS);
            if (piece === undefined)
                continue;
            const { items, entries } = taken ?? { items: [], entries: [] };
            for (const item of piece.items) {
                if ((0,dist/* isPair */.tO)(item))
                    entries.push(this.#reader.readEntry(item));
                else
                    items.push(this.#reader.read(item));
            }
            this.#taken.set(token, { items, entries });
            this.#note(piece.document);
        }
    }
    finish(document) {
        this.#note(document);
        const root = document.contents === null ? undefined : this.#reader.read(document.contents);
        for (const [token, { items, entries }] of this.#taken) {
            const node = this.#sources.get(token);
            // The first one is the filler.
            if (node?.kind === 'list')
                node.items.splice(0, 1, ...items);
            if (node?.kind === 'map')
                node.entries.splice(0, 1, ...entries);
        }
        this.#reader.sortAnchors();
        const resolve = (node) => (node.kind === 'alias' ? this.#reader.find(node) : node);
        return { root, offset: document.range?.[0] ?? 0, error: this.#error, resolve };
    }
    /** Notes the first error. */
    #note({ errors, warnings }) {
        const error = errors[0] ?? warnings[0];
        if (error === undefined || (this.#error !== undefined && this.#error.offset <= error.pos[0]))
            return;
        this.#error = { offset: error.pos[0], reason: REASONS[error.code] };
    }
}

;// CONCATENATED MODULE: ./build/input/parse/document.js





/** Nodes that are inspected between two checkpoints. */
const NODES_AT_ONCE = 1000;
/**
 * Opens one YAML or JSON document and masks the secrets in it that are written out, also where the text is broken. All values
 * stay text, so that an unquoted id of digits is not read as a number; nothing, `null` and `~` are the empty text.
 *
 * @throws InvalidValueError if the text is nested too deeply, or too much to be read
 */
async function openDocument(text, { secrets, checkpoint, bareKeys = new Set() }) {
    const lines = new dist/* LineCounter */.HN();
    const [first, second] = await parseDocuments(text, { checkpoint, bareKeys, lines });
    const finder = new document_secrets/* SecretFinder */.R4(secrets);
    const duplicate = first && (await inspectMappings(first, finder, checkpoint));
    if (second !== undefined)
        await inspectMappings(second, finder, checkpoint);
    const unfolder = new unfold/* Unfolder */.u(first?.resolve ?? ((node) => node));
    const lineAndColumn = (offset) => {
        const { line, col } = lines.linePos(offset);
        return (0,safe_text/* safe */.gB) `line ${line}, column ${col}`;
    };
    const problem = problemOf(first, second, duplicate);
    return {
        problem: problem && (0,safe_text/* safe */.gB) `${lineAndColumn(problem.offset)}: ${problem.text}`,
        root: first?.root,
        resolve: (node) => first?.resolve(node),
        dataOf: (node) => unfolder.dataOf(node),
        sizeOf: (node) => unfolder.sizeOf(node),
        references: finder.references,
        place: (path, atKey = false) => {
            const offset = first === undefined ? 0 : document_offsetOf(first, path, atKey);
            return { offset, text: lineAndColumn(offset) };
        },
    };
}
/**
 * Inspects every mapping of a document for secrets and for duplicate keys.
 *
 * @returns the offset of the first duplicate key
 */
async function inspectMappings({ root, resolve }, finder, checkpoint) {
    let duplicate;
    let count = 0;
    for (const map of root === undefined ? [] : mapsIn(root)) {
        duplicate = earlier(duplicate, duplicateKey(map));
        count += finder.inspect(map, resolve) ? NODES_AT_ONCE : 1 + map.entries.length;
        if (count < NODES_AT_ONCE)
            continue;
        count = 0;
        await checkpoint.pass();
    }
    return duplicate;
}
/** All mappings in a document, parents first. */
function* mapsIn(root) {
    const nodes = [root];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
        const inner = node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map(({ value }) => value) : [];
        if (node.kind === 'map')
            yield node;
        for (let i = inner.length - 1; i >= 0; i -= 1)
            nodes.push(inner[i]);
    }
}
function duplicateKey({ entries }) {
    const keys = new Set();
    for (const { key, keyOffset } of entries) {
        if (key === undefined)
            continue;
        if (keys.has(key))
            return keyOffset;
        keys.add(key);
    }
    return undefined;
}
function earlier(a, b) {
    return a === undefined || (b !== undefined && b < a) ? b : a;
}
function problemOf(first, second, duplicate) {
    const error = first?.error;
    if (error !== undefined)
        return { offset: error.offset, text: (0,safe_text/* safe */.gB) `not valid YAML or JSON (${error.reason})` };
    if (duplicate !== undefined)
        return { offset: duplicate, text: (0,safe_text/* safe */.gB) `not valid YAML or JSON (duplicate key)` };
    if (second === undefined)
        return undefined;
    return { offset: second.offset, text: (0,safe_text/* safe */.gB) `a second document begins, but only one YAML or JSON document is allowed` };
}
/** Offset in the text of what the path leads to, or of its last part that is there. */
function document_offsetOf({ root, resolve }, path, atKey) {
    if (root === undefined)
        return 0;
    let { offset } = root;
    let node = resolve(root);
    for (const [i, step] of path.entries()) {
        if (node?.kind === 'list') {
            const item = node.items[Number(step)];
            if (item === undefined)
                break;
            offset = item.offset;
            node = resolve(item);
        }
        else if (node?.kind === 'map') {
            const entry = node.entries.find(({ key = '?' }) => key === String(step));
            if (entry === undefined)
                break;
            offset = atKey && i === path.length - 1 ? entry.keyOffset : entry.value.offset;
            node = resolve(entry.value);
        }
        else
            break;
    }
    return offset;
}


/***/ }),

/***/ 6927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ describeKey)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4033);

/** A key that is not known, for a message: a long or odd one is not quoted, since it may be a value in the wrong place. */
function describeKey(name, secrets) {
    return /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(name) ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `\`${secrets.sanitize(name)}\`` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `a key here`;
}


/***/ }),

/***/ 6864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ similarName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** Longer than any name that is known; the time to compare two names grows with the product of their lengths. */
const MAX_NAME_LENGTH = 64;
/**
 * The known name that a name was probably meant to be: the one that is most like it, if at most a third of its letters differ. Case,
 * hyphens and underscores do not count, since they are what is mistaken most.
 *
 * @returns undefined if no known name is like it
 */
function similarName(name, known) {
    if (name.length > MAX_NAME_LENGTH)
        return undefined;
    const letters = lettersOf(name);
    let similar;
    let fewest = Number.POSITIVE_INFINITY;
    for (const candidate of known) {
        const different = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(letters, lettersOf(candidate));
        if (different > Math.max(letters.length, candidate.length) / 3 || different >= fewest)
            continue;
        similar = candidate;
        fewest = different;
    }
    return similar;
}
function lettersOf(name) {
    return name.toLowerCase().replace(/[-_]/g, '');
}


/***/ }),

/***/ 1891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ Unfolder)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4448);


/** Of all that is asked for. A few lines of anchors could otherwise unfold into gigabytes. */
const MAX_UNFOLDED = 500_000;
/** Makes data of nodes: objects, arrays and texts, with every alias replaced by what it stands for. */
class Unfolder {
    #resolve;
    /** What is unfolded already; undefined while it is being unfolded. */
    #known = new Map();
    #total = 0;
    constructor(resolve) {
        this.#resolve = resolve;
    }
    /** @throws InvalidValueError if an alias stands for nothing or for itself, or if all of them stand for too much */
    dataOf(node) {
        const { value, size } = this.#unfold(node);
        this.#total += size;
        if (this.#total > MAX_UNFOLDED)
            refuse();
        return value;
    }
    /** @returns how many nodes there are in what a node stands for */
    sizeOf(node) {
        return this.#unfold(node).size;
    }
    #unfold(given) {
        const node = this.#resolve(given) ?? refuse();
        if (node.kind === 'text')
            return { value: node.text, size: 1 };
        const known = this.#known.get(node);
        if (known !== undefined)
            return known;
        if (this.#known.has(node))
            refuse();
        this.#known.set(node, undefined);
        const unfolded = this.#unfoldCollection(node);
        this.#known.set(node, unfolded);
        return unfolded;
    }
    #unfoldCollection(node) {
        let size = 1;
        const inner = (part) => {
            const unfolded = this.#unfold(part);
            size += unfolded.size;
            return size > MAX_UNFOLDED ? refuse() : unfolded.value;
        };
        if (node.kind === 'list')
            return { value: node.items.map(inner), size };
        if (node.kind !== 'map')
            return refuse();
        // A key that is not text can be no key that is known.
        const entries = node.entries.map(({ key = '?', value }) => [key, inner(value)]);
        return { value: Object.fromEntries(entries), size };
    }
}
function refuse() {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `expands to more than the action reads (too many aliases, or an alias without an anchor)`);
}


/***/ }),

/***/ 3059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ MAX_TEXT_LENGTH),
/* harmony export */   He: () => (/* binding */ readTokens),
/* harmony export */   e0: () => (/* binding */ LEXEMES_AT_ONCE)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4448);



/** Deeper than any config file has a reason to be, and far from where a stack would end. */
const MAX_DEPTH = 100;
/** 10,000 projects of 50 words and signs (a space between words is one, too). */
const MAX_LEXEMES = 500_000;
/** The longest text that belongs into a file or `fields`, a Google key, has 2.4 kB. */
const MAX_TEXT_LENGTH = 65_536;
/** Lexemes that are parsed between two checkpoints. */
const LEXEMES_AT_ONCE = 500;
/**
 * The syntax of a YAML or JSON text: one token for each document, and some for what stands between documents.
 *
 * @throws InvalidValueError if the text is nested too deeply, or is more than can be read in little time and memory
 */
async function* readTokens(text, options) {
    const { lines, checkpoint, lexemesAtOnce, onProgress } = options;
    const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX(lines.addNewLine);
    lines.addNewLine(0);
    const lexemes = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(text);
    for (let count = 0, isDone = false; !isDone; count += lexemesAtOnce) {
        if (count > MAX_LEXEMES)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `contains more than ${MAX_LEXEMES} tokens, the maximum`);
        const tokens = [];
        for (let i = 0; i < lexemesAtOnce && !isDone; i += 1) {
            const next = lexemes.next();
            isDone = next.done === true;
            tokens.push(...(next.done ? parser.end() : parser.next(requireShort(next.value, parser.offset, lines))));
            if (parser.stack.length > MAX_DEPTH)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `is nested too deeply`);
        }
        onProgress(parser.stack);
        await checkpoint.pass();
        if (tokens.length > 0)
            yield tokens;
    }
}
/** @returns the lexeme, if it is not a text that is longer than any that belongs into a file */
function requireShort(lexeme, offset, lines) {
    // Comments and blanks are only passed over.
    if (lexeme.length <= MAX_TEXT_LENGTH || /^(#|\s+$)/.test(lexeme))
        return lexeme;
    const { line, col } = lines.linePos(offset);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `contains a text of more than ${MAX_TEXT_LENGTH} characters (line ${line}, column ${col}), which is longer than any valid value; for a secret, write \`\${NAME}\`, and set NAME in the \`env\` of the step`);
}


/***/ })

};
