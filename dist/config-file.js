export const id = "config-file";
export const ids = ["config-file","fields"];
export const modules = {

/***/ 545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ MAX_NAME_LENGTH),
/* harmony export */   U: () => (/* binding */ MAX_PROJECTS)
/* harmony export */ });
/** Characters of a project's label that are kept. */
const MAX_NAME_LENGTH = 200;
/** More are never one organization's, and each is a request at least. */
const MAX_PROJECTS = 10_000;


/***/ }),

/***/ 8463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfigFile: () => (/* binding */ readConfigFile)
});

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./build/input/errors.js
var errors = __webpack_require__(4448);
// EXTERNAL MODULE: ./build/input/mask-inputs.js
var mask_inputs = __webpack_require__(7889);
// EXTERNAL MODULE: ./build/input/parse/document.js + 1 modules
var parse_document = __webpack_require__(84);
// EXTERNAL MODULE: ./build/input/parse/fields.js
var fields = __webpack_require__(2354);
// EXTERNAL MODULE: ./build/input/workspace.js
var workspace = __webpack_require__(2642);
// EXTERNAL MODULE: ./build/domain/limits.js
var limits = __webpack_require__(545);
// EXTERNAL MODULE: ./build/domain/providers.js
var domain_providers = __webpack_require__(7947);
// EXTERNAL MODULE: ./build/input/parse/formats.js
var formats = __webpack_require__(659);
// EXTERNAL MODULE: ./build/input/provider-fields.js
var provider_fields = __webpack_require__(4450);
;// CONCATENATED MODULE: ./build/input/config-file/project.js






/** A project of the config file with the defaults merged in: what a mode is to hold against Atlas. */
function mergedProject(project, defaults, reading) {
    const { path, mode, secrets, complain } = reading;
    const providers = domain_providers/* PROVIDER_LIST */.Pj.flatMap((table) => {
        const own = project[table.atlasObject];
        return own === undefined ? [] : [desiredProvider(table, own, defaults[table.atlasObject] ?? {}, reading)];
    });
    if (providers.length === 0 && mode !== 'verify') {
        complain(path, 'the project names no provider (`awsKms`, `azureKeyVault`, `googleCloudKms`), which only `mode: verify` can do without');
    }
    const { enabledForSearchNodes } = project;
    return {
        id: project.id,
        name: project.name === undefined ? null : secrets.sanitize(project.name, limits/* MAX_NAME_LENGTH */.E),
        fromFile: true,
        require: [...new Set(project.require ?? [])],
        providers: mode === 'verify' ? toVerify(providers) : providers,
        ...(enabledForSearchNodes === undefined ? {} : { enabledForSearchNodes }),
    };
}
/** Verify looks at what is: at the providers that are to be enabled, or else that those named are off. */
function toVerify(providers) {
    const wanted = providers.filter(({ enabled }) => enabled);
    return (wanted.length > 0 ? wanted : providers).map(({ provider, enabled }) => ({ provider, enabled, fields: {} }));
}
function desiredProvider(table, own, inherited, reading) {
    const path = [...reading.path, table.atlasObject];
    const { enabled = true, roleArn, ...given } = { ...withoutReplaced(table, own, inherited), ...own };
    if (enabled === false)
        return { provider: table.name, enabled: false, fields: {} };
    const ways = [given.roleId, roleArn, (0,provider_fields/* givenStatics */.Tt)(table, given)[0]].filter((way) => way !== undefined);
    if (ways.length > 1) {
        const roles = table.name === 'aws' ? `\`roleId\`, \`${domain_providers/* ROLE_ARN */.xG.name}\`` : '`roleId`';
        reading.complain(path, `give \`${table.atlasObject}\` one way to authenticate: ${roles} or static credentials`);
    }
    const fields = Object.fromEntries(Object.entries(given).map(([name, value]) => {
        const from = Object.hasOwn(own, name) ? path : ['defaults', table.atlasObject];
        return [name, withSecret(table, name, value, [...from, name], reading)];
    }));
    const accessKeyId = table.fields.find(({ format }) => format === 'access-key-id');
    const id = accessKeyId && fields[accessKeyId.name];
    if (typeof id === 'string')
        reading.secrets.abbreviate(id);
    return { provider: table.name, enabled: true, fields, ...(typeof roleArn === 'string' && { roleArn }) };
}
/** A project's own way to authenticate replaces that of the defaults. */
function withoutReplaced({ fields }, own, inherited) {
    const roles = ['roleId', domain_providers/* ROLE_ARN */.xG.name];
    const statics = fields.filter(({ staticCredential }) => staticCredential).map(({ name }) => name);
    const names = (list) => list.some((name) => Object.hasOwn(own, name));
    const replaced = names(roles) ? [...roles, ...statics] : names(statics) ? roles : [];
    return Object.fromEntries(Object.entries(inherited).filter(([name]) => !replaced.includes(name)));
}
/** Only `apply` reads secrets; elsewhere the reference stands for the value, which is never shown. */
function withSecret({ fields }, name, value, path, { mode, env, complain }) {
    const field = fields.find((candidate) => candidate.name === name);
    const variable = field?.secret && parse_document/* REFERENCE */.g.exec(String(value))?.[1];
    if (field === undefined || !variable || mode !== 'apply')
        return value;
    const secret = readVariable(variable, env);
    try {
        if (secret === '') {
            throw new errors/* InputError */.d(`is not set or empty: set it in the \`env\` of the step, from a secret`);
        }
        return (0,formats/* parseField */.c)(field, '', secret);
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.d))
            throw error;
        complain(path, `the environment variable \`${variable}\` ${error.message.trim()}`);
        return value;
    }
}
/** The value of a variable of the step's environment, trimmed; '' if it is not set. */
function readVariable(variable, env) {
    return (Object.hasOwn(env, variable) ? env[variable] : undefined)?.trim() ?? '';
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./build/domain/conditions.js
var conditions = __webpack_require__(475);
// EXTERNAL MODULE: ./build/input/parse/scalars.js
var scalars = __webpack_require__(1170);
;// CONCATENATED MODULE: ./build/input/config-file/schema.js









core/* config */.$W({ jitless: true });
/** What `config.schema.json` says of a value beyond what its schema here knows: all values are read as text. */
const forEditors = registries/* registry */.u5();
/** Reads a text that is there; what `read` throws as an {@link InputError} is the message. */
function schema_text(read) {
    return schemas/* pipe */.FsL(schemas/* string */.YjP(), schemas/* transform */.pdi((raw, context) => {
        try {
            if (raw.trim() === '')
                throw new errors/* InputError */.d('is empty; give a value, or remove the line');
            return read(raw.trim());
        }
        catch (error) {
            if (!(error instanceof errors/* InputError */.d))
                throw error;
            context.issues.push({ code: 'custom', message: error.message, input: undefined });
            return core/* NEVER */.tm;
        }
    }));
}
const flag = () => schema_text((raw) => (0,scalars/* parseBoolean */.yG)('', raw)).register(forEditors, { type: 'boolean' });
/** Words of Atlas or of ours need no reference to the environment, and Atlas would take one for a value. */
function refuseReference(raw) {
    if (parse_document/* REFERENCE */.g.test(raw))
        throw new errors/* InputError */.d('is no secret: write its value, only secrets come from the environment');
}
function fieldSchema(field) {
    const editors = { field: field.input };
    if (field.secret) {
        const reference = schema_text((raw) => {
            if (parse_document/* REFERENCE */.g.test(raw))
                return raw;
            throw new errors/* InputError */.d(`is a secret: write \`\${NAME}\`, and set NAME in the \`env\` of the step; remove the literal`);
        });
        return reference.register(forEditors, { ...editors, pattern: parse_document/* REFERENCE */.g.source });
    }
    const value = schema_text((raw) => {
        refuseReference(raw);
        return (0,formats/* parseField */.c)(field, '', raw);
    });
    return value.register(forEditors, field.format === 'boolean' ? { ...editors, type: 'boolean' } : editors);
}
/** The object of a provider in the config file. Which fields belong together is looked at once the defaults are merged in. */
function providerSchema({ name, fields }) {
    const roleArn = schema_text((raw) => (0,provider_fields/* parseRoleArn */.DM)('', raw));
    return schemas/* strictObject */.rej({
        enabled: schemas/* optional */.lqM(flag()),
        ...Object.fromEntries(fields.map((field) => [field.name, schemas/* optional */.lqM(fieldSchema(field))])),
        ...(name === 'aws' && { [domain_providers/* ROLE_ARN */.xG.name]: schemas/* optional */.lqM(roleArn.register(forEditors, { field: domain_providers/* ROLE_ARN */.xG.input })) }),
    });
}
const providerObjects = Object.fromEntries(domain_providers/* PROVIDER_LIST */.Pj.map((provider) => [provider.atlasObject, schemas/* optional */.lqM(providerSchema(provider))]));
const projectId = schema_text((raw) => {
    if (/^[0-9a-f]{24}$/i.test(raw))
        return raw.toLowerCase();
    throw new errors/* InputError */.d('must be 24 hexadecimal digits (0-9, a-f)');
});
const project = schemas/* strictObject */.rej({
    id: projectId.register(forEditors, { pattern: '^[0-9A-Fa-f]{24}$' }),
    name: schemas/* optional */.lqM(schema_text((raw) => raw)),
    ...providerObjects,
    enabledForSearchNodes: schemas/* optional */.lqM(flag()),
    require: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* enum */.k5n(conditions/* CONDITIONS */.V))),
});
const version = schema_text((raw) => {
    if (raw === '1')
        return 1;
    throw new errors/* InputError */.d('must be 1');
});
/** The config file (version 1). Every value is a text, as `openDocument` reads it. */
const configFile = schemas/* strictObject */.rej({
    $schema: schemas/* optional */.lqM(schemas/* string */.YjP()),
    version: version.register(forEditors, { type: 'integer', const: 1 }),
    defaults: schemas/* optional */.lqM(schemas/* strictObject */.rej(providerObjects)),
    projects: schemas/* array */.YOg(project).check(api/* _minLength */.m9(1), api/* _maxLength */.Eb(limits/* MAX_PROJECTS */.U)),
});
/** Keys whose value is written without quotes. */
const BARE_KEYS = new Set([
    'version',
    'enabled',
    'enabledForSearchNodes',
    ...domain_providers/* PROVIDER_LIST */.Pj.flatMap(({ fields }) => fields.filter(({ format }) => format === 'boolean').map(({ name }) => name)),
]);
/** The keys that are known where a path of the file leads to. */
function knownKeys(path) {
    const last = path.at(-1);
    if (last === undefined)
        return Object.keys(configFile.shape);
    if (last === 'defaults')
        return Object.keys(providerObjects);
    const provider = domain_providers/* PROVIDER_LIST */.Pj.find(({ atlasObject }) => atlasObject === last);
    if (provider === undefined)
        return Object.keys(project.shape);
    const arn = provider.name === 'aws' ? [domain_providers/* ROLE_ARN */.xG.name] : [];
    return ['enabled', ...provider.fields.map(({ name }) => name), ...arn];
}

;// CONCATENATED MODULE: ./build/input/config-file/read-config-file.js








/** 10,000 projects of five lines each. */
const MAX_CONFIG_BYTES = 2 * 1024 * 1024;
/** One at a time is too few to mend a file by, and a log line holds no more. */
const MAX_REPORTED = 20;
/**
 * Reads the config file: what each of its projects should be, in the order of the file.
 *
 * @param file path relative to the workspace
 * @param inputErrors takes what is wrong, each with line and column
 * @throws InputError if there is no such file, or not inside the workspace
 */
function readConfigFile(file, mode, env, secrets, inputErrors) {
    const text = (0,workspace/* readWorkspaceFile */.s)('Input `config-file`', file, env, MAX_CONFIG_BYTES);
    const shown = `\`${secrets.sanitize(file, 200)}\``;
    const document = named(shown, () => (0,parse_document/* openDocument */.E)(text, secrets, BARE_KEYS));
    // Before any text of the file is made plain, in which a secret may stand in the wrong place.
    for (const [variable, format] of document.references)
        (0,mask_inputs/* protectField */.Q)(format, readVariable(variable, env), secrets);
    if (document.problem !== undefined)
        throw new errors/* InputError */.d(`${shown}, ${document.problem}.`);
    const value = named(shown, document.value);
    const complain = (path, what, atKey) => inputErrors.add(`${shown}, ${document.place(path, atKey)}: ${what.replace(/[.?]?$/, (end) => end || '.')}`);
    const { data, error } = configFile.safeParse(value);
    if (data !== undefined)
        return projectsOf(data, mode, env, secrets, complain);
    for (const issue of error.issues.slice(0, MAX_REPORTED))
        addIssue(issue, value, complain);
    return [];
}
/** Says which file it was that could not be read. */
function named(file, read) {
    try {
        return read();
    }
    catch (error) {
        throw error instanceof errors/* InputError */.d ? new errors/* InputError */.d(`${file} ${error.message}.`) : error;
    }
}
function projectsOf(config, mode, env, secrets, complain) {
    const seen = new Map();
    return config.projects.map((project, i) => {
        const first = seen.get(project.id);
        if (first === undefined)
            seen.set(project.id, i);
        else
            complain(['projects', i, 'id'], `\`id\`: project ${project.id} is in the file already, as number ${first + 1}`);
        return mergedProject(project, config.defaults ?? {}, { path: ['projects', i], mode, env, secrets, complain });
    });
}
function addIssue(issue, value, complain) {
    const { path } = issue;
    const name = path.length === 0 ? 'the file' : nameOf(path);
    switch (issue.code) {
        case 'unrecognized_keys':
            for (const key of issue.keys.slice(0, MAX_REPORTED))
                complain([...path, key], `${(0,fields/* describeKey */.R)(key)} is not known; ${nearest(key, path)}`, true);
            return;
        case 'invalid_type': {
            const isThere = valueAt(value, path) !== undefined;
            const absent = path.length === 0 ? 'is empty' : 'is missing';
            complain(path, `${name} ${isThere ? `must be ${TYPES[issue.expected] ?? issue.expected}` : absent}`);
            return;
        }
        case 'invalid_value':
            complain(path, `${name} must be one of ${issue.values.map((known) => `\`${String(known)}\``).join(', ')}`);
            return;
        case 'too_small':
            complain(path, `${name} is empty; list at least one project`);
            return;
        case 'too_big':
            complain(path, `${name} lists more than ${String(issue.maximum)} projects; split the file`);
            return;
        default:
            complain(path, `${name} ${issue.message.trim()}`);
    }
}
const TYPES = {
    object: 'a mapping (`key: value` lines)',
    array: 'a list',
    string: 'one text',
};
/** The last key of a path, with its index if it is an item of a list. */
function nameOf(path) {
    const key = path.findLast((step) => typeof step === 'string');
    const last = path.at(-1);
    return typeof last === 'number' ? `number ${last + 1} of \`${String(key)}\`` : `\`${String(key)}\``;
}
function nearest(key, path) {
    const known = knownKeys(path);
    return /^[A-Za-z$]/.test(key) ? `did you mean \`${(0,mod/* closest */.kp)(key, known)}\`?` : `known are ${known.join(', ')}`;
}
function valueAt(value, path) {
    return path.reduce((inner, step) => inner?.[step], value);
}


/***/ }),

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
