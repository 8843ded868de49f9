export const id = 989;
export const ids = [989,458];
export const modules = {

/***/ 6989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readConfigFile: () => (/* binding */ readConfigFile)
});

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./build/encryption/providers.js
var encryption_providers = __webpack_require__(9442);
// EXTERNAL MODULE: ./build/encryption/state.js
var state = __webpack_require__(2197);
// EXTERNAL MODULE: ./build/input/desired.js
var desired = __webpack_require__(5849);
// EXTERNAL MODULE: ./build/input/document.js
var input_document = __webpack_require__(8038);
// EXTERNAL MODULE: ./build/input/formats.js
var formats = __webpack_require__(6307);
// EXTERNAL MODULE: ./build/input/problems.js
var input_problems = __webpack_require__(295);
// EXTERNAL MODULE: ./build/input/raw-inputs.js
var raw_inputs = __webpack_require__(3303);
;// CONCATENATED MODULE: ./build/input/config-project.js







/** A project of the config file with the defaults merged in: what a mode is to hold against Atlas. */
function mergedProject(project, defaults, reading) {
    const { path, mode, secrets, complain } = reading;
    const providers = encryption_providers/* PROVIDER_LIST */.Pj.flatMap((table) => {
        const own = project[table.atlasObject];
        return own === undefined ? [] : [desiredProvider(table, own, defaults[table.atlasObject] ?? {}, reading)];
    });
    if (providers.length === 0 && mode !== 'verify') {
        complain(path, 'the project names no provider (`awsKms`, `azureKeyVault`, `googleCloudKms`), which only `mode: verify` can do without');
    }
    const { enabledForSearchNodes } = project;
    return {
        id: project.id,
        name: project.name === undefined ? null : secrets.plain(project.name, state/* LONGEST_NAME */.B6),
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
    const ways = [given.roleId, roleArn, (0,desired/* givenStatics */.Tt)(table, given)[0]].filter((way) => way !== undefined);
    if (ways.length > 1) {
        const roles = table.name === 'aws' ? `\`roleId\`, \`${encryption_providers/* ROLE_ARN */.xG.name}\`` : '`roleId`';
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
    const roles = ['roleId', encryption_providers/* ROLE_ARN */.xG.name];
    const statics = fields.filter(({ staticCredential }) => staticCredential).map(({ name }) => name);
    const names = (list) => list.some((name) => Object.hasOwn(own, name));
    const replaced = names(roles) ? [...roles, ...statics] : names(statics) ? roles : [];
    return Object.fromEntries(Object.entries(inherited).filter(([name]) => !replaced.includes(name)));
}
/** Only `apply` reads secrets; elsewhere the reference stands for the value, which is never shown. */
function withSecret({ fields }, name, value, path, { mode, env, secrets, complain }) {
    const field = fields.find((candidate) => candidate.name === name);
    const variable = field?.secret && input_document/* REFERENCE */.g.exec(String(value))?.[1];
    if (field === undefined || !variable || mode !== 'apply')
        return value;
    const secret = (Object.hasOwn(env, variable) ? env[variable] : undefined)?.trim() ?? '';
    (0,raw_inputs/* protectField */.Q)(field.format, secret, secrets);
    try {
        if (secret === '') {
            throw new input_problems/* InputProblem */.S(`is not set or empty: set it in the \`env\` of the step, from a secret`);
        }
        return (0,formats/* parseField */.c)(field, '', secret);
    }
    catch (error) {
        if (!(error instanceof input_problems/* InputProblem */.S))
            throw error;
        complain(path, `the environment variable \`${variable}\` ${error.message.trim()}`);
        return value;
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(9396);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./build/input/scalars.js
var scalars = __webpack_require__(1538);
;// CONCATENATED MODULE: ./build/input/config-schema.js








core/* config */.$W({ jitless: true });
/** What `config.schema.json` says of a value beyond what its schema here knows: all values are read as text. */
const forEditors = registries/* registry */.u5();
/** Reads a text that is there; what `read` throws as an {@link InputProblem} is the message. */
function config_schema_text(read) {
    return schemas/* pipe */.FsL(schemas/* string */.YjP(), schemas/* transform */.pdi((raw, context) => {
        try {
            if (raw.trim() === '')
                throw new input_problems/* InputProblem */.S('is empty; give a value, or remove the line');
            return read(raw.trim());
        }
        catch (error) {
            if (!(error instanceof input_problems/* InputProblem */.S))
                throw error;
            context.issues.push({ code: 'custom', message: error.message, input: undefined });
            return core/* NEVER */.tm;
        }
    }));
}
const flag = () => config_schema_text((raw) => (0,scalars/* parseBoolean */.yG)('', raw)).register(forEditors, { type: 'boolean' });
/** Words of Atlas or of ours need no reference to the environment, and Atlas would take one for a value. */
function refuseReference(raw) {
    if (input_document/* REFERENCE */.g.test(raw))
        throw new input_problems/* InputProblem */.S('is no secret: write its value, only secrets come from the environment');
}
function fieldSchema(field) {
    const editors = { field: field.input };
    if (field.secret) {
        const reference = config_schema_text((raw) => {
            if (input_document/* REFERENCE */.g.test(raw))
                return raw;
            throw new input_problems/* InputProblem */.S(`is a secret: write \`\${NAME}\`, and set NAME in the \`env\` of the step; remove the literal`);
        });
        return reference.register(forEditors, { ...editors, pattern: input_document/* REFERENCE */.g.source });
    }
    const value = config_schema_text((raw) => {
        refuseReference(raw);
        return (0,formats/* parseField */.c)(field, '', raw);
    });
    return value.register(forEditors, field.format === 'boolean' ? { ...editors, type: 'boolean' } : editors);
}
/** The object of a provider in the config file. Which fields belong together is looked at once the defaults are merged in. */
function providerSchema({ name, fields }) {
    const roleArn = config_schema_text((raw) => (0,desired/* parseRoleArn */.DM)('', raw));
    return schemas/* strictObject */.rej({
        enabled: schemas/* optional */.lqM(flag()),
        ...Object.fromEntries(fields.map((field) => [field.name, schemas/* optional */.lqM(fieldSchema(field))])),
        ...(name === 'aws' && { [encryption_providers/* ROLE_ARN */.xG.name]: schemas/* optional */.lqM(roleArn.register(forEditors, { field: encryption_providers/* ROLE_ARN */.xG.input })) }),
    });
}
const providerObjects = Object.fromEntries(encryption_providers/* PROVIDER_LIST */.Pj.map((provider) => [provider.atlasObject, schemas/* optional */.lqM(providerSchema(provider))]));
const projectId = config_schema_text((raw) => {
    if (/^[0-9a-f]{24}$/i.test(raw))
        return raw.toLowerCase();
    throw new input_problems/* InputProblem */.S('must be 24 hexadecimal digits (0-9, a-f)');
});
const project = schemas/* strictObject */.rej({
    id: projectId.register(forEditors, { pattern: '^[0-9A-Fa-f]{24}$' }),
    name: schemas/* optional */.lqM(config_schema_text((raw) => raw)),
    ...providerObjects,
    enabledForSearchNodes: schemas/* optional */.lqM(flag()),
    require: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* enum */.k5n(state/* CONDITIONS */.Vr))),
});
const version = config_schema_text((raw) => {
    if (raw === '1')
        return 1;
    throw new input_problems/* InputProblem */.S('must be 1');
});
/** More are never one organization's, and each is a request at least. */
const MOST_PROJECTS = 10_000;
/** The config file (version 1). Every value is a text, as `openDocument` reads it. */
const configFile = schemas/* strictObject */.rej({
    $schema: schemas/* optional */.lqM(schemas/* string */.YjP()),
    version: version.register(forEditors, { type: 'integer', const: 1 }),
    defaults: schemas/* optional */.lqM(schemas/* strictObject */.rej(providerObjects)),
    projects: schemas/* array */.YOg(project).check(api/* _minLength */.m9(1), api/* _maxLength */.Eb(MOST_PROJECTS)),
});
/** Keys whose value is written without quotes. */
const BARE_KEYS = new Set([
    'version',
    'enabled',
    'enabledForSearchNodes',
    ...encryption_providers/* PROVIDER_LIST */.Pj.flatMap(({ fields }) => fields.filter(({ format }) => format === 'boolean').map(({ name }) => name)),
]);
/** The keys that are known where a path of the file leads to. */
function knownKeys(path) {
    const last = path.at(-1);
    if (last === undefined)
        return Object.keys(configFile.shape);
    if (last === 'defaults')
        return Object.keys(providerObjects);
    const provider = encryption_providers/* PROVIDER_LIST */.Pj.find(({ atlasObject }) => atlasObject === last);
    if (provider === undefined)
        return Object.keys(project.shape);
    const arn = provider.name === 'aws' ? [encryption_providers/* ROLE_ARN */.xG.name] : [];
    return ['enabled', ...provider.fields.map(({ name }) => name), ...arn];
}

// EXTERNAL MODULE: ./build/input/fields.js
var fields = __webpack_require__(3458);
// EXTERNAL MODULE: ./build/input/workspace.js
var workspace = __webpack_require__(2642);
;// CONCATENATED MODULE: ./build/input/config-file.js







/** 10,000 projects with all fields of a provider. */
const LARGEST_CONFIG = 5 * 1024 * 1024;
/** One at a time is too few to mend a file by, and a log line holds no more. */
const MOST_TOLD = 20;
/**
 * Reads the config file: what each of its projects should be, in the order of the file.
 *
 * @param file path relative to the workspace
 * @param problems takes what is wrong, each with line and column
 * @throws InputProblem if there is no such file, or not inside the workspace
 */
function readConfigFile(file, mode, env, secrets, problems) {
    const text = (0,workspace/* readWorkspaceFile */.s)('Input `config-file`', file, env, LARGEST_CONFIG);
    const shown = `\`${secrets.plain(file, 200)}\``;
    const document = named(shown, () => (0,input_document/* openDocument */.E)(text, secrets, BARE_KEYS));
    if (document.problem !== undefined)
        throw new input_problems/* InputProblem */.S(`${shown}, ${document.problem}.`);
    const value = named(shown, document.value);
    const complain = (path, what, atKey) => problems.add(`${shown}, ${document.place(path, atKey)}: ${what.replace(/[.?]?$/, (end) => end || '.')}`);
    const { data, error } = configFile.safeParse(value);
    if (data !== undefined)
        return projectsOf(data, mode, env, secrets, complain);
    for (const issue of error.issues.slice(0, MOST_TOLD))
        tellIssue(issue, value, complain);
    return [];
}
/** Says which file it was that could not be read. */
function named(file, read) {
    try {
        return read();
    }
    catch (error) {
        throw error instanceof input_problems/* InputProblem */.S ? new input_problems/* InputProblem */.S(`${file} ${error.message}.`) : error;
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
function tellIssue(issue, value, complain) {
    const { path } = issue;
    const name = path.length === 0 ? 'the file' : nameOf(path);
    switch (issue.code) {
        case 'unrecognized_keys':
            for (const key of issue.keys.slice(0, MOST_TOLD))
                complain([...path, key], `${(0,fields/* shownKey */.d)(key)} is not known; ${nearest(key, path)}`, true);
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

/***/ 8038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ openDocument),
/* harmony export */   g: () => (/* binding */ REFERENCE)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _encryption_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9442);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(295);
/* harmony import */ var _raw_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3303);




/** A reference to a variable of the step's environment, which stands for a secret. */
const REFERENCE = /^\$\{([A-Za-z_]\w*)\}$/;
const SECRET_FIELDS = new Map(_encryption_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_LIST */ .Pj.flatMap(({ fields }) => fields.filter(({ secret }) => secret).map(({ name, format }) => [name, format])));
/**
 * Opens one YAML or JSON document and masks every secret in it that is written out, also where the text is broken. All values
 * stay text, so that an unquoted id of digits is not read as a number; nothing, `null` and `~` are the empty text.
 *
 * @param bare keys whose value is no text (`true`, `1`): in quotes it stays in quotes, to be told apart
 * @throws InputProblem if the text is nested too deeply to be read
 */
function openDocument(text, secrets, bare = new Set()) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const documents = parse(text, lines);
    for (const document of documents)
        prepare(document, secrets, bare);
    const [document, second] = documents;
    return {
        problem: problemOf(document, second, lines),
        // One alias for each field of the most projects; a few lines more could unfold into gigabytes.
        value: () => unfolded(() => document?.toJS({ maxAliasCount: 50_000 })),
        place: (path, atKey = false) => {
            const { line, col } = lines.linePos(document === undefined ? 0 : offsetOf(document, path, atKey));
            return `line ${line}, column ${col}`;
        },
    };
}
function parse(text, lineCounter) {
    try {
        // failsafe knows no type but text. The message of an error quotes the text, so only its code and place are used.
        // It would look for duplicate keys in a time that grows with their square, so that is done here.
        const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' };
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, { ...options, lineCounter });
    }
    catch {
        // Nested so deeply that the parser's stack overflows.
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S('is nested too deeply');
    }
}
function problemOf(document, second, lines) {
    const [error] = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
    if (error !== undefined) {
        const { line, col } = lines.linePos(error.pos[0]);
        // The library's own word for what is nested deeper than it reads.
        const kind = error.code === 'RESOURCE_EXHAUSTION' ? 'nested too deeply' : error.code.toLowerCase().replaceAll('_', ' ');
        return `line ${line}, column ${col}: not valid YAML or JSON (${kind})`;
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
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Map: (_, { items }) => {
            const seen = new Set();
            for (const { key } of items) {
                if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
                    continue;
                if (seen.has(String(key.value))) {
                    found = key.range?.[0] ?? 0;
                    return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
                }
                seen.add(String(key.value));
            }
            return undefined;
        },
    });
    return found;
}
function unfolded(unfold) {
    try {
        return unfold();
    }
    catch {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S('unfolds into more than is read (too many aliases, or one of an anchor that is not there)');
    }
}
function prepare(document, secrets, bare) {
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Pair: (_, { key, value }) => {
            const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) ? String(key.value) : '';
            const format = SECRET_FIELDS.get(name);
            if (format !== undefined)
                protectValue((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value) ? value.resolve(document) : value, format, secrets);
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value))
                return;
            const content = String(value.value);
            if (value.type === 'PLAIN' && /^(null|~)$/i.test(content))
                value.value = '';
            else if (value.type !== 'PLAIN' && bare.has(name))
                value.value = JSON.stringify(content);
        },
    });
}
function protectValue(value, format, secrets) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(value))
        return;
    const protect = (secret) => {
        if (!REFERENCE.test(secret))
            (0,_raw_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .protectField */ .Q)(format, secret, secrets);
    };
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value))
        protect(String(value.value).trim());
    else
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(value, { Scalar: (_, scalar) => secrets.protect(String(scalar.value)) });
}
/** Offset in the text of what the path leads to, or of its last part that is there. */
function offsetOf(document, path, atKey) {
    let node = document.contents;
    let offset = 0;
    const stepTo = (next) => {
        node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(next) ? next.resolve(document) : next;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(next) && next.range)
            offset = next.range[0];
    };
    stepTo(node);
    for (const [i, step] of path.entries()) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            const item = node.items[Number(step)];
            if (item === undefined)
                break;
            stepTo(item);
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && String(key.value) === String(step));
            if (pair === undefined)
                break;
            const wantsKey = atKey && i === path.length - 1;
            if (wantsKey || !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.value))
                stepTo(pair.key);
            else
                stepTo(pair.value);
        }
    }
    return offset;
}


/***/ }),

/***/ 3458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ shownKey),
/* harmony export */   openFields: () => (/* binding */ openFields)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var _encryption_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9442);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8038);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(295);




/** The largest field, a Google key, has 2.4 kB; the parser is slow on long nonsense. */
const LONGEST_FIELDS = 32_768;
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
 * @throws InputProblem if the text is too long or nested too deeply to be one
 */
function openFields(text, secrets) {
    if (text.length > LONGEST_FIELDS)
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\` must be at most ${LONGEST_FIELDS} characters.`);
    try {
        const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_2__/* .openDocument */ .E)(text, secrets);
        return (provider) => readDocument(document, provider);
    }
    catch (error) {
        if (!(error instanceof _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S))
            throw error;
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\` ${error.message}; it must be one YAML or JSON mapping without nesting.`);
    }
}
function readDocument({ problem, value, place }, provider) {
    if (problem !== undefined)
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\`, ${problem}.`);
    const mapping = value();
    if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S('`fields` must be one YAML or JSON mapping, such as `roleId: 64b0…`.');
    }
    const fields = new Map();
    for (const [name, content] of Object.entries(mapping)) {
        requireFieldName(name, provider, place([name], true));
        if (typeof content !== 'string') {
            throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields.${name}\` (${place([name])}) must be one text; put JSON in quotes or under a \`|\`.`);
        }
        if (content.trim() !== '')
            fields.set(name, content.trim());
    }
    return fields;
}
function requireFieldName(name, provider, place) {
    const known = [...provider.fields.map((field) => field.name), ...(provider.name === 'aws' ? [_encryption_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .ROLE_ARN */ .xG.name] : [])];
    if (known.includes(name))
        return;
    const other = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : `did you mean \`${(0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(name, known)}\`?`;
    throw new _problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S(`\`fields\`, ${place}: ${shownKey(name)} is no field of \`${provider.name}\`; ${other}`.replace(/([^?.])$/, '$1.'));
}
/** A key that nobody knows, for a message: a long or odd one is not quoted, since it may be a value in the wrong place. */
function shownKey(name) {
    return /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(name) ? `\`${name}\`` : 'a key here';
}


/***/ }),

/***/ 2642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf),
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(295);



/** The folder that paths of inputs are relative to. */
function workspaceOf(env) {
    return env.GITHUB_WORKSPACE || process.cwd();
}
/**
 * Reads a file of the workspace.
 *
 * @param name how the input is called that names it, for messages
 * @param largest in bytes
 * @throws InputProblem if it is not there, no file, too large, or outside of the workspace once links are resolved
 */
function readWorkspaceFile(name, path, env, largest) {
    const workspace = workspaceOf(env);
    const found = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path)));
    const root = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace));
    if (found === undefined || root === undefined) {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`${name}: there is no such file in the workspace; is \`actions/checkout\` missing before this step?`);
    }
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, found);
    if (inside === '..' || inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, inside) !== found) {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`${name} must lie inside the workspace, also once links are resolved.`);
    }
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(found);
    if (!stat.isFile())
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`${name} is not a file.`);
    if (stat.size > largest)
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`${name} is larger than ${largest / 1024 / 1024} MiB, which is read at most.`);
    const text = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(found, 'utf8'));
    if (text === undefined)
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`${name} cannot be read; check its permissions.`);
    return text;
}
function attempt(act) {
    try {
        return act();
    }
    catch {
        return undefined;
    }
}


/***/ })

};
