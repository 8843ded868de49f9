export const id = "fields";
export const ids = ["fields"];
export const modules = {

/***/ 84:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ REFERENCE),
  E: () => (/* binding */ openDocument)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/domain/providers.js
var providers = __webpack_require__(7947);
// EXTERNAL MODULE: ./build/input/mask-inputs.js
var mask_inputs = __webpack_require__(7889);
// EXTERNAL MODULE: ./build/input/errors.js
var errors = __webpack_require__(4448);
;// CONCATENATED MODULE: ./build/input/parse/yaml.js


/** Deeper than any config file has a reason to be, and far from where a stack would end. */
const MAX_DEPTH = 100;
/** 10,000 projects of 50 words and signs (a space between words is one, too); each costs about a kilobyte of memory. */
const MAX_LEXEMES = 500_000;
/** 10,000 projects with all fields of two providers. A few lines of anchors could otherwise unfold into gigabytes. */
const MAX_UNFOLDED = 500_000;
/**
 * Parses the first document of a YAML or JSON text, and the second, if there is one. All values are texts.
 *
 * @throws InputError if the text is nested too deeply, or has too many words to be read in a time that nobody notices
 */
function parseDocuments(text, lines) {
    // failsafe knows no type but text. The message of an error quotes the text, so only its code and place are used.
    // It would look for duplicate keys in a time that grows with their square, so that is done in `document.ts`.
    const composer = new dist/* Composer */.Dk({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    const parser = new dist/* Parser */.iX(lines.addNewLine);
    lines.addNewLine(0);
    const documents = [];
    const { stackTraceLimit } = Error;
    // Each mistake is an error to the library; what they are worth is their place in the text.
    Error.stackTraceLimit = 0;
    try {
        let lexemes = 0;
        for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
            lexemes += 1;
            if (lexemes > MAX_LEXEMES)
                throw new errors/* InputError */.d(`holds more than ${MAX_LEXEMES} words and signs, which are read at most`);
            for (const token of parser.next(lexeme))
                documents.push(...composer.next(token));
            if (parser.stack.length > MAX_DEPTH)
                throw new errors/* InputError */.d('is nested too deeply');
            if (documents.length > 1)
                return documents;
        }
        for (const token of parser.end())
            documents.push(...composer.next(token));
        documents.push(...composer.end(false, text.length));
        return documents.slice(0, 2);
    }
    finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
}
/**
 * Finds what every alias stands for: the last anchor of its name before it (YAML 1.2.2, 7.1). Own code, since the library
 * looks through the whole document for each of them.
 */
function aliasesOf(document) {
    const anchored = new Map();
    const targets = new Map();
    (0,dist/* visit */.YR)(document, {
        Node: (_, node) => {
            if ((0,dist/* isAlias */.Vj)(node))
                targets.set(node, anchored.get(node.source));
            else if (node.anchor !== undefined)
                anchored.set(node.anchor, node);
        },
    });
    return (node) => ((0,dist/* isAlias */.Vj)(node) ? targets.get(node) : node);
}
/**
 * The data of a document: objects, arrays and texts.
 *
 * @throws InputError if an alias stands for nothing or for itself, or all of them for too much
 */
function unfold(document, resolve) {
    /** Undefined while a node is being unfolded. */
    const unfolded = new Map();
    const refuse = () => {
        throw new errors/* InputError */.d('unfolds into more than is read (too many aliases, or one of an anchor that is not there)');
    };
    function unfoldNode(given) {
        const node = resolve(given);
        if (!(0,dist/* isNode */.Ll)(node))
            return (0,dist/* isAlias */.Vj)(given) ? refuse() : { value: '', size: 1 };
        if ((0,dist/* isScalar */.jn)(node))
            return { value: String(node.value), size: 1 };
        const known = unfolded.get(node);
        if (known !== undefined)
            return known;
        if (unfolded.has(node))
            return refuse();
        unfolded.set(node, undefined);
        let size = 1;
        const inner = (part) => {
            const made = unfoldNode(part);
            size += made.size;
            return size > MAX_UNFOLDED ? refuse() : made.value;
        };
        const value = (0,dist/* isSeq */.oP)(node)
            ? node.items.map(inner)
            : Object.fromEntries((0,dist/* isMap */.jh)(node) ? node.items.map((pair) => [keyOf(pair.key), inner(pair.value)]) : []);
        const made = { value, size };
        unfolded.set(node, made);
        return made;
    }
    return unfoldNode(document.contents).value;
}
/** A key as a text; what is no text can be no key that anybody knows. */
function keyOf(key) {
    return (0,dist/* isScalar */.jn)(key) ? String(key.value) : '?';
}

;// CONCATENATED MODULE: ./build/input/parse/document.js




/** A reference to a variable of the step's environment, which stands for a secret. */
const REFERENCE = /^\$\{([A-Za-z_]\w*)\}$/;
const SECRET_FIELDS = new Map(providers/* PROVIDER_LIST */.Pj.flatMap(({ fields }) => fields.filter(({ secret }) => secret).map(({ name, format }) => [name, format])));
/** Of secrets that are written out, which is an error: so many are masked, and none is ever quoted. */
const MAX_LITERALS = 1000;
/**
 * Opens one YAML or JSON document and masks every secret in it that is written out, also where the text is broken. All values
 * stay text, so that an unquoted id of digits is not read as a number; nothing, `null` and `~` are the empty text.
 *
 * @param bare keys whose value is no text (`true`, `1`): in quotes it stays in quotes, to be told apart
 * @throws InputError if the text is nested too deeply, or too much to be read
 */
function openDocument(text, secrets, bare = new Set()) {
    const lines = new dist/* LineCounter */.HN();
    const documents = parseDocuments(text, lines).map((document) => ({ document, resolve: aliasesOf(document) }));
    const references = new Map();
    for (const one of documents)
        prepare(one, secrets, bare, references);
    const [first, second] = documents;
    return {
        problem: problemOf(first?.document, second?.document, lines),
        value: () => first && unfold(first.document, first.resolve),
        references,
        place: (path, atKey = false) => {
            const { line, col } = lines.linePos(first === undefined ? 0 : offsetOf(first, path, atKey));
            return `line ${line}, column ${col}`;
        },
    };
}
function problemOf(document, second, lines) {
    const [error] = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
    if (error !== undefined) {
        const { line, col } = lines.linePos(error.pos[0]);
        return `line ${line}, column ${col}: not valid YAML or JSON (${error.code.toLowerCase().replaceAll('_', ' ')})`;
    }
    const twice = document && duplicateKey(document);
    if (twice !== undefined) {
        const { line, col } = lines.linePos(twice);
        return `line ${line}, column ${col}: not valid YAML or JSON (duplicate key)`;
    }
    if (second === undefined)
        return undefined;
    const { line, col } = lines.linePos(second.range?.[0] ?? 0);
    return `line ${line}, column ${col}: a second document begins, but it must be one YAML or JSON document`;
}
/** @returns the offset of the first key that its mapping has already */
function duplicateKey(document) {
    let found;
    (0,dist/* visit */.YR)(document, {
        Map: (_, { items }) => {
            const seen = new Set();
            for (const { key } of items) {
                if (!(0,dist/* isScalar */.jn)(key))
                    continue;
                if (seen.has(String(key.value))) {
                    found = key.range?.[0] ?? 0;
                    return dist/* visit */.YR.BREAK;
                }
                seen.add(String(key.value));
            }
            return undefined;
        },
    });
    return found;
}
function prepare({ document, resolve }, secrets, bare, references) {
    const seen = new Set();
    const room = { left: MAX_LITERALS };
    (0,dist/* visit */.YR)(document, {
        Pair: (_, { key, value }) => {
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : '';
            const format = SECRET_FIELDS.get(name);
            const meant = resolve(value);
            if (format !== undefined && !seen.has(meant))
                protectValue(meant, format, secrets, references, room);
            if (format !== undefined)
                seen.add(meant);
            if (!(0,dist/* isScalar */.jn)(value))
                return;
            const content = String(value.value);
            if (value.type === 'PLAIN' && /^(null|~)$/i.test(content))
                value.value = '';
            else if (value.type !== 'PLAIN' && bare.has(name))
                value.value = JSON.stringify(content);
        },
    });
}
function protectValue(value, format, secrets, references, room) {
    if (!(0,dist/* isNode */.Ll)(value))
        return;
    const protect = (secret) => {
        const variable = REFERENCE.exec(secret)?.[1];
        if (variable !== undefined)
            references.set(variable, format);
        else if (room.left > 0)
            (0,mask_inputs/* protectField */.Q)(format, secret, secrets);
        room.left -= 1;
    };
    if ((0,dist/* isScalar */.jn)(value))
        protect(String(value.value).trim());
    else {
        (0,dist/* visit */.YR)(value, {
            Scalar: (_, scalar) => {
                room.left -= 1;
                if (room.left < 0)
                    return dist/* visit */.YR.BREAK;
                secrets.protect(String(scalar.value));
                return undefined;
            },
        });
    }
}
/** Offset in the text of what the path leads to, or of its last part that is there. */
function offsetOf({ document, resolve }, path, atKey) {
    let node = document.contents;
    let offset = 0;
    const stepTo = (next) => {
        node = resolve(next);
        if ((0,dist/* isNode */.Ll)(next) && next.range)
            offset = next.range[0];
    };
    stepTo(node);
    for (const [i, step] of path.entries()) {
        if ((0,dist/* isSeq */.oP)(node)) {
            const item = node.items[Number(step)];
            if (item === undefined)
                break;
            stepTo(item);
        }
        else if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find(({ key }) => keyOf(key) === String(step));
            if (pair === undefined)
                break;
            const wantsKey = atKey && i === path.length - 1;
            if (wantsKey || !(0,dist/* isNode */.Ll)(pair.value))
                stepTo(pair.key);
            else
                stepTo(pair.value);
        }
    }
    return offset;
}


/***/ }),

/***/ 2354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ describeKey),
/* harmony export */   openFields: () => (/* binding */ openFields)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7947);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4448);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84);




/** The largest field, a Google key, has 2.4 kB; the parser is slow on long nonsense. */
const MAX_FIELDS_LENGTH = 32_768;
/** Names that somebody may well try, and where they belong. */
const ELSEWHERE = {
    enabled: 'use the input `enabled`',
    enabledForSearchNodes: 'use the input `enabled-for-search-nodes`',
    valid: 'Atlas sets it',
};
/**
 * Opens `fields`: one YAML or JSON mapping of Atlas's field names to values, and masks every secret in it, for all
 * providers, also where the text is broken. Null and the empty text mean "not given".
 *
 * @throws InputError if the text is too long or nested too deeply to be one
 */
function openFields(text, secrets) {
    if (text.length > MAX_FIELDS_LENGTH)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`\`fields\` must be at most ${MAX_FIELDS_LENGTH} characters.`);
    const document = named(() => (0,_document_js__WEBPACK_IMPORTED_MODULE_3__/* .openDocument */ .E)(text, secrets));
    return (provider) => readDocument(document, provider);
}
/** Says that it was `fields` that could not be read. */
function named(read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`\`fields\` ${error.message}; it must be one YAML or JSON mapping without nesting.`);
    }
}
function readDocument({ problem, value, place }, provider) {
    if (problem !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`\`fields\`, ${problem}.`);
    const mapping = named(value);
    if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d('`fields` must be one YAML or JSON mapping, such as `roleId: 64b0…`.');
    }
    const fields = new Map();
    for (const [name, content] of Object.entries(mapping)) {
        requireFieldName(name, provider, place([name], true));
        if (typeof content !== 'string') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`\`fields.${name}\` (${place([name])}) must be one text; put JSON in quotes or under a \`|\`.`);
        }
        if (content.trim() !== '')
            fields.set(name, content.trim());
    }
    return fields;
}
function requireFieldName(name, provider, place) {
    const known = [...provider.fields.map((field) => field.name), ...(provider.name === 'aws' ? [_domain_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_ARN */ .xG.name] : [])];
    if (known.includes(name))
        return;
    const other = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : `did you mean \`${(0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(name, known)}\`?`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .d(`\`fields\`, ${place}: ${describeKey(name)} is no field of \`${provider.name}\`; ${other}`.replace(/([^?.])$/, '$1.'));
}
/** A key that nobody knows, for a message: a long or odd one is not quoted, since it may be a value in the wrong place. */
function describeKey(name) {
    return /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(name) ? `\`${name}\`` : 'a key here';
}


/***/ })

};
