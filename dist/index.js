/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = process.getBuiltinModule("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = process.getBuiltinModule("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = process.getBuiltinModule("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = process.getBuiltinModule("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = process.getBuiltinModule("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = process.getBuiltinModule("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = process.getBuiltinModule("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:http");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:stream/web");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:timers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:util/types");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:v8");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = process.getBuiltinModule("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = process.getBuiltinModule("process");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = process.getBuiltinModule("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = process.getBuiltinModule("util");

/***/ }),

/***/ 7368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ RequestNotSentError),
/* harmony export */   y: () => (/* binding */ PendingChange)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);

/** The request was held back: nothing of it left this machine. */
class RequestNotSentError extends _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ {
}
/** Whether Atlas may have carried out a change without having said so. One object for all attempts at the change. */
class PendingChange {
    #inFlight = false;
    #lost = false;
    /** A request was sent whose response never came, or is still awaited. */
    get isUnresolved() {
        return this.#inFlight || this.#lost;
    }
    started() {
        this.#inFlight = true;
    }
    /** A refusal after a lost request says nothing about that one; a success does, because the same change was carried out. */
    settle(succeeded) {
        this.#inFlight = false;
        if (succeeded)
            this.#lost = false;
    }
    /** @param mayHaveSent false if the connection was never made */
    connectionLost(mayHaveSent) {
        this.#inFlight = false;
        this.#lost ||= mayHaveSent;
    }
}


/***/ }),

/***/ 7779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ Checkpoint),
/* harmony export */   d: () => (/* binding */ monotonicMs)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);

/** Signals and timers must be handled at least every 200 ms. This leaves a margin for slow machines and for indivisible steps. */
const MAX_TURN_MS = 20;
/** @returns the time of `performance.now()`, which takes Node.js a millisecond to load */
function monotonicMs() {
    return Number(process.hrtime.bigint()) / 1e6;
}
/**
 * Divides long work, so that signals and timers are handled while it is done. The work calls {@link Checkpoint.pass} after every
 * few milliseconds.
 */
class Checkpoint {
    #signal;
    #turnBegan = monotonicMs();
    /** @param signal aborts the work */
    constructor(signal) {
        this.#signal = signal;
    }
    /** @throws the signal's reason once it is aborted */
    async pass() {
        if (monotonicMs() - this.#turnBegan >= MAX_TURN_MS) {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
            this.#turnBegan = monotonicMs();
        }
        this.#signal.throwIfAborted();
    }
}


/***/ }),

/***/ 170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   bz: () => (/* binding */ comparedNothing),
/* harmony export */   kY: () => (/* binding */ notComparable),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4033);
/* harmony import */ var _equivalence_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9661);
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7947);
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7298);




/** Every desired field compared with what Atlas reports: providers in the order given, fields in the order of the table. */
function compare(desired, reported) {
    const comparisons = desired.providers.flatMap((provider) => compareProvider(provider, reported));
    if (desired.enabledForSearchNodes !== undefined) {
        const actual = reported.enabledForSearchNodes === true;
        comparisons.push(compared(null, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `enabledForSearchNodes`, desired.enabledForSearchNodes, actual));
    }
    return comparisons;
}
/** The comparisons that make `drifted` true, as the output `differences` has them. */
function differences(comparisons) {
    return comparisons
        .filter(({ verdict }) => verdict === 'differs')
        .map(({ provider, field, expected, actual }) => ({ provider, field, expected, actual }));
}
/** Names of the given fields that Atlas's response did not hold, each once. */
function notComparable(comparisons) {
    return [...new Set(comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field))];
}
/** Whether fields were given, but Atlas's response held none of them: then the absence of differences proves nothing. */
function comparedNothing(comparisons) {
    const given = comparisons.filter(({ field }) => field !== 'enabled');
    return given.length > 0 && given.every(({ verdict }) => verdict === 'not-comparable');
}
function compareProvider(desired, reported) {
    const { provider } = desired;
    const { enabled } = (0,_reported_js__WEBPACK_IMPORTED_MODULE_2__/* .providerState */ .J)(reported, provider);
    const block = (0,_reported_js__WEBPACK_IMPORTED_MODULE_2__/* .reportedProvider */ .a)(reported, provider);
    const given = _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[provider].fields.filter(({ name }) => desired.enabled && desired.fields[name] !== undefined);
    return [
        compared(provider, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `enabled`, desired.enabled, enabled),
        ...given.map((field) => {
            const expected = (0,_equivalence_js__WEBPACK_IMPORTED_MODULE_0__/* .normalize */ .S8)(field.format, desired.fields[field.name]);
            const actual = actualValue(provider, field, block, enabled);
            if (actual === undefined) {
                return { provider, field: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${field.name}`, expected, actual: null, verdict: 'not-comparable' };
            }
            const isSame = actual !== null && (0,_equivalence_js__WEBPACK_IMPORTED_MODULE_0__/* .isEquivalent */ .l2)(field, expected, actual, block);
            return compared(provider, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${field.name}`, expected, actual, isSame);
        }),
    ];
}
/**
 * What Atlas reports of a field, normalized; null if it has no value there, undefined if nothing is known. A provider that is
 * not enabled has no settings (Atlas removes them when it is disabled), so there a missing field is known to be missing.
 */
function actualValue(provider, { name, format, secret }, block, enabled) {
    if (secret)
        return undefined;
    const value = block[name];
    if (value === null || value === undefined) {
        if (value === null || !enabled)
            return null;
        if (format === 'boolean')
            return false;
        // Atlas leaves `roleId` out of some responses (`writeOnly` in its specification), which proves nothing, unless static
        // credentials are in its place.
        return name === 'roleId' && reportsStaticCredentials(provider, block) ? null : undefined;
    }
    return (0,_equivalence_js__WEBPACK_IMPORTED_MODULE_0__/* .normalize */ .S8)(format, value);
}
/** Whether the response shows any part of static credentials. Google's key is never shown, so for Google it is not known. */
function reportsStaticCredentials(provider, block) {
    return _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[provider].fields.some(({ name, staticCredential }) => staticCredential && Boolean(block[name]));
}
function compared(provider, field, expected, actual, isSame = expected === actual) {
    return { provider, field, expected, actual, verdict: isSame ? 'same' : 'differs' };
}


/***/ }),

/***/ 475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ CONDITIONS),
/* harmony export */   d: () => (/* binding */ CONDITION_TABLE)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

/**
 * The one table of conditions: the input `require`, the config file's schema, issues and documentation derive from it, and
 * `modes/check-requirements.ts` must have a check for each. Roles: MongoDB's OpenAPI specification v2.
 */
const CONDITION_TABLE = {
    clusters: {
        meaning: "every cluster of the project, including paused ones, uses a customer-managed key whose provider is enabled and valid. Shared clusters (M0, M2, M5) can't use such a key, so the condition isn't met if there is one. Flex and serverless clusters aren't in the list that Atlas returns and don't count. Without clusters: met",
        role: 'Project Read Only',
        fix: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Give each cluster in the table a valid key: run \`mode: apply\` with \`clusters\`, or edit the cluster in Atlas.`,
    },
    'rotation-alert': {
        meaning: 'a key-rotation alert for the provider is enabled',
        role: 'Project Read Only',
        isAboutNamedProviders: true,
        fix: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Enable the alert in the project's alert settings.`,
    },
    'no-open-alerts': {
        meaning: 'no alert about a key or encryption at rest is open',
        role: 'Project Read Only',
        fix: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Resolve the cause of each alert. Atlas closes the alert by itself.`,
    },
    'role-based-auth': {
        meaning: 'no enabled provider uses static credentials',
        role: 'Project Read Only',
        fix: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Authorize a role in Atlas, and set it instead of the static credentials in \`mode: apply\`. This cannot be undone.`,
    },
    'private-networking': {
        meaning: 'every enabled AWS or Azure provider requires private networking. This checks the setting only',
        role: 'Project Read Only',
        fix: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Set \`aws-require-private-networking\` or \`azure-require-private-networking\` to \`true\` and run \`mode: apply\`.`,
    },
    'private-endpoints': {
        meaning: 'every enabled AWS or Azure provider has a private endpoint, and all of its private endpoints are active',
        role: 'Project Owner',
        fix: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Run \`mode: apply\` with \`private-endpoint-regions\`, and approve each endpoint in the cloud if its status is PENDING_ACCEPTANCE.`,
    },
    'search-nodes': {
        meaning: 'dedicated search nodes are encrypted with the key too',
        role: 'Project Read Only',
        fix: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Run \`mode: apply\` with \`enabled-for-search-nodes: true\`. Atlas then rebuilds the search indexes.`,
    },
    'no-other-provider': {
        meaning: "no provider is enabled that the workflow doesn't name. If it names none: at most one is enabled",
        role: 'Project Read Only',
        isAboutNamedProviders: true,
        fix: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Disable the other provider with \`enabled: false\`, or name it in the workflow.`,
    },
    'service-account-secret': {
        meaning: "the secret of the service account that the run uses doesn't expire within 14 days. With an API key: met. With an access token: unknown",
        role: 'Project Read Only',
        fix: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Create a new secret for the service account in Atlas, store it where the workflow reads it, and delete the old one.`,
    },
};
const CONDITIONS = Object.keys(CONDITION_TABLE);


/***/ }),

/***/ 9661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S8: () => (/* binding */ normalize),
/* harmony export */   l2: () => (/* binding */ isEquivalent)
/* harmony export */ });
/* unused harmony exports parseKeyArn, parseKeyIdentifier */
/* harmony import */ var _regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);

/**
 * The form in which values are shown and, mostly, compared: two values of a format that mean the same to Atlas by their text
 * alone have the same form.
 */
function normalize(format, value) {
    if (typeof value === 'boolean')
        return value;
    switch (format) {
        case 'region':
            return (0,_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(value);
        case 'role-id':
        case 'uuid':
            return value.toLowerCase();
        case 'azure-environment':
            return value.toUpperCase();
        default:
            return value;
    }
}
/**
 * Whether a given value and a reported one mean the same to Atlas.
 *
 * @param expected normalized
 * @param actual normalized
 * @param block the provider's object that the reported value stands in, since a key's region is a field of its own
 */
function isEquivalent({ format, ignoresCase }, expected, actual, block) {
    if (expected === actual || typeof expected === 'boolean' || typeof actual === 'boolean')
        return expected === actual;
    if (format === 'key-id')
        return isSameAwsKey(expected, actual, block.region);
    if (format === 'https-url')
        return isSameAzureKey(expected, actual);
    return ignoresCase === true && expected.toLowerCase() === actual.toLowerCase();
}
/** An AWS key's ARN and its id are one key if the ARN's region is the one that Atlas reports. */
function isSameAwsKey(expected, actual, reportedRegion) {
    const [one, other] = [parseKeyArn(expected), parseKeyArn(actual)];
    // Two ids, or two ARNs, are the same only to the letter.
    if ((one === undefined) === (other === undefined))
        return false;
    const arn = one ?? other;
    const id = one === undefined ? expected : actual;
    return arn?.id === id && typeof reportedRegion === 'string' && (0,_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(reportedRegion) === (0,_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(arn.region);
}
/** The region and the key's id of the ARN of a KMS key; undefined for anything else, an alias's ARN included. */
function parseKeyArn(text) {
    const [, region, id] = /^arn:[\w-]+:kms:([a-z0-9-]+):\d+:key\/([\w-]+)$/.exec(text) ?? [];
    return region === undefined || id === undefined ? undefined : { region, id };
}
/**
 * Two Azure key identifiers are one key if only the case of the host or a slash at the end differs. An expected identifier
 * without a version stands for any version of that key, since Azure rotates such a key by itself; the reverse does not hold.
 */
function isSameAzureKey(expected, actual) {
    const [one, other] = [parseKeyIdentifier(expected), parseKeyIdentifier(actual)];
    if (one === undefined || other === undefined)
        return false;
    const isSameKey = one.host === other.host && one.key === other.key;
    return isSameKey && (one.version === '' || one.version === other.version);
}
/** The parts of an Azure key identifier, `https://HOST/keys/NAME[/VERSION]`; undefined for anything else. */
function parseKeyIdentifier(text) {
    const [, host, path] = /^https:\/\/([^/?#]+)(\/[^?#]*)$/i.exec(text) ?? [];
    const [, key, version = ''] = /^\/keys\/([^/]+)(?:\/([^/]+))?\/?$/.exec(path ?? '') ?? [];
    if (host === undefined || key === undefined)
        return undefined;
    return { host: host.toLowerCase().replace(/:443$/, ''), key, version };
}


/***/ }),

/***/ 6046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fi: () => (/* binding */ RunEndError),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   zc: () => (/* binding */ toReportedError)
/* harmony export */ });
/* harmony import */ var _sanitize_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3781);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5444);



/** An expected error that ends a run or a project. Anything else that is thrown is a defect: see {@link toReportedError}. */
class ActionError extends Error {
    name = 'ActionError';
    code;
    parts;
    /** @param parts sentences that say what failed and what to do next, or the same in pieces */
    constructor(code, parts) {
        const pieces = typeof parts === 'string' ? { what: parts } : parts;
        super(messageOf(pieces));
        this.code = code;
        this.parts = pieces;
    }
    /** The same error with a sentence added to its advice. */
    withAdvice(sentence) {
        return new ActionError(this.code, withSentence(this.parts, sentence));
    }
}
/**
 * The end of the whole run wherever it stands: by its `timeout`, or by a cancellation. A class of its own, since Atlas's
 * `errorCode` may be the same word.
 */
class RunEndError extends ActionError {
    constructor(code, parts) {
        super(code, parts);
    }
    withAdvice(sentence) {
        return new RunEndError(this.code, withSentence(this.parts, sentence));
    }
}
/** Whatever was thrown, for a result. The text of a defect may hold anything, so only its name and place are shown. */
function toReportedError(thrown) {
    if (thrown instanceof ActionError) {
        const { code, message, parts } = thrown;
        return { code, message, parts, ...(thrown instanceof RunEndError && { endsRun: true }) };
    }
    const place = thrown instanceof Error ? /\bat .*?([\w.-]+:\d+:\d+)\)?$/m.exec(thrown.stack ?? '')?.[1] : undefined;
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    // The class of an error and a file of the bundle are names from source code, so no secret can be in them.
    const defect = (0,_sanitize_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(`${name}${place ? ` at ${place}` : ''}`, 200);
    const message = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `A defect in this action stopped the run (${defect}). Please report it.`;
    return { code: 'PROTOCOL', message };
}
function withSentence({ advice, ...parts }, sentence) {
    return { ...parts, advice: advice === undefined ? sentence : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${(0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .asSentence */ .KG)(advice)} ${sentence}` };
}
/** `what: detail. (1) item (2) item advice` */
function messageOf({ what, detail, items = [], advice }) {
    const head = detail === undefined ? what : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${(0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutFullStop */ .Qu)(what)}: ${(0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .asSentence */ .KG)(detail)}`;
    const listed = items.map((item, i) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `(${i + 1}) ${item}`);
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinSafe */ .e)([head, ...listed, ...(advice === undefined ? [] : [advice])], (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) ` `);
}


/***/ }),

/***/ 545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ MAX_NAME_LENGTH),
/* harmony export */   U: () => (/* binding */ MAX_PROJECTS)
/* harmony export */ });
/** Characters of a project's name that are kept. */
const MAX_NAME_LENGTH = 200;
/** No organization has more, and each takes one request at least. */
const MAX_PROJECTS = 10_000;


/***/ }),

/***/ 7385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ MODES),
/* harmony export */   T: () => (/* binding */ MODE_TABLE)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

/** The one table of modes: what inputs are read, what a report may say and its headings derive from it. `merge` is not here: it joins reports. */
const MODE_TABLE = {
    apply: {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Apply`,
        results: ['created', 'updated', 'disabled', 'unchanged'],
        changesAtlas: true,
        comparesFields: true,
        checksConditions: false,
        comments: false,
        needsProvider: true,
    },
    plan: {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Plan`,
        results: ['planned'],
        changesAtlas: false,
        comparesFields: true,
        checksConditions: false,
        comments: true,
        needsProvider: true,
    },
    verify: {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Verify`,
        results: ['passed'],
        changesAtlas: false,
        comparesFields: false,
        checksConditions: true,
        comments: false,
        needsProvider: false,
    },
    drift: {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Drift check`,
        results: ['passed'],
        changesAtlas: false,
        comparesFields: true,
        checksConditions: true,
        comments: false,
        needsProvider: true,
    },
    export: {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Export`,
        results: ['exported'],
        changesAtlas: false,
        comparesFields: false,
        checksConditions: false,
        comments: false,
        needsProvider: false,
    },
};
const MODES = Object.keys(MODE_TABLE);


/***/ }),

/***/ 5012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ named)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

/** More names than this make a row harder to read, not easier. */
const MAX_NAMED = 10;
/** Names for a sentence, the first of them if there are many. */
function named(names, separator = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `, `) {
    const list = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joinSafe */ .e)(names.slice(0, MAX_NAMED), separator);
    return names.length > MAX_NAMED ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `${list} and ${names.length - MAX_NAMED} more` : list;
}


/***/ }),

/***/ 7947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pj: () => (/* binding */ PROVIDER_LIST),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   xq: () => (/* binding */ PROVIDERS)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

const aws = {
    name: 'aws',
    title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `AWS KMS`,
    atlasObject: 'awsKms',
    clusterProvider: 'AWS',
    hasPrivateEndpoints: true,
    roleName: { name: 'roleArn', input: 'aws-role-arn', title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `AWS role` },
    fields: [
        { name: 'customerMasterKeyID', input: 'aws-customer-master-key-id', format: 'key-id', neededToEnable: true },
        { name: 'region', input: 'aws-region', format: 'region', neededToEnable: true },
        { name: 'roleId', input: 'aws-role-id', format: 'role-id' },
        { name: 'accessKeyID', input: 'aws-access-key-id', format: 'access-key-id', staticCredential: true },
        {
            name: 'secretAccessKey',
            input: 'aws-secret-access-key',
            format: 'secret',
            staticCredential: true,
            secret: true,
        },
        { name: 'requirePrivateNetworking', input: 'aws-require-private-networking', format: 'boolean' },
    ],
};
const azure = {
    name: 'azure',
    title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Azure Key Vault`,
    atlasObject: 'azureKeyVault',
    clusterProvider: 'AZURE',
    hasPrivateEndpoints: true,
    roleName: {
        name: 'servicePrincipalId',
        input: 'azure-service-principal-id',
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Azure service principal`,
    },
    fields: [
        { name: 'azureEnvironment', input: 'azure-environment', format: 'azure-environment', neededToEnable: true },
        { name: 'subscriptionID', input: 'azure-subscription-id', format: 'uuid', neededToEnable: true },
        {
            name: 'resourceGroupName',
            input: 'azure-resource-group-name',
            format: 'text',
            neededToEnable: true,
            ignoresCase: true,
        },
        { name: 'keyVaultName', input: 'azure-key-vault-name', format: 'text', neededToEnable: true, ignoresCase: true },
        { name: 'keyIdentifier', input: 'azure-key-identifier', format: 'https-url', neededToEnable: true },
        { name: 'roleId', input: 'azure-role-id', format: 'role-id' },
        { name: 'clientID', input: 'azure-client-id', format: 'uuid', staticCredential: true },
        { name: 'tenantID', input: 'azure-tenant-id', format: 'uuid', staticCredential: true },
        { name: 'secret', input: 'azure-secret', format: 'secret', staticCredential: true, secret: true },
        { name: 'requirePrivateNetworking', input: 'azure-require-private-networking', format: 'boolean' },
    ],
};
const gcp = {
    name: 'gcp',
    title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Google Cloud KMS`,
    atlasObject: 'googleCloudKms',
    clusterProvider: 'GCP',
    hasPrivateEndpoints: false,
    roleName: { name: 'serviceAccount', input: 'gcp-service-account', title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Google service account` },
    fields: [
        {
            name: 'keyVersionResourceID',
            input: 'gcp-key-version-resource-id',
            format: 'gcp-key-version',
            neededToEnable: true,
        },
        { name: 'roleId', input: 'gcp-role-id', format: 'role-id' },
        {
            name: 'serviceAccountKey',
            input: 'gcp-service-account-key',
            format: 'service-account-key',
            staticCredential: true,
            secret: true,
        },
    ],
};
const PROVIDERS = { aws, azure, gcp };
const PROVIDER_LIST = [aws, azure, gcp];
/** The provider's field of that Atlas name. */
function fieldOf(provider, name) {
    return PROVIDERS[provider].fields.find((field) => field.name === name);
}


/***/ }),

/***/ 4820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ FieldRedactor)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9599);
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7947);



/** Values of fields as they may be shown: no secret, and of an access key id its last four characters. */
class FieldRedactor {
    #secrets;
    constructor(secrets) {
        this.#secrets = secrets;
    }
    comparison(comparison) {
        const { provider, field, expected, actual } = comparison;
        return {
            ...comparison,
            expected: this.#value(provider, field, expected),
            actual: actual === null ? null : this.#value(provider, field, actual),
        };
    }
    /** The body of a PATCH. */
    patch(patch) {
        const { enabledForSearchNodes } = patch;
        const shown = enabledForSearchNodes === undefined ? {} : { enabledForSearchNodes };
        for (const { name, atlasObject } of _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_LIST */ .Pj) {
            const fields = patch[atlasObject];
            if (fields === undefined)
                continue;
            const values = Object.entries(fields).map(([field, value]) => [field, this.#value(name, field, value)]);
            shown[atlasObject] = Object.fromEntries(values);
        }
        return shown;
    }
    /** Atlas's document. */
    configuration(reported) {
        const blocks = _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_LIST */ .Pj.flatMap(({ name, atlasObject }) => {
            const block = reported[atlasObject];
            return block === undefined ? [] : [[atlasObject, block && this.#block(name, block)]];
        });
        return { ...Object.fromEntries(blocks), enabledForSearchNodes: reported.enabledForSearchNodes };
    }
    #block(provider, block) {
        return Object.fromEntries(Object.entries(block).map(([field, value]) => [
            field,
            value == null ? value : this.#value(provider, field, value),
        ]));
    }
    #value(provider, name, value) {
        if (typeof value !== 'string')
            return value;
        const field = provider === null ? undefined : (0,_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(provider, name);
        if (field?.secret)
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `***`;
        return this.#secrets.redact(field?.format === 'access-key-id' ? (0,_sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .lastFour */ .xc)(value) : value);
    }
}


/***/ }),

/***/ 2564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isKnownRegion),
/* harmony export */   i: () => (/* binding */ atlasRegion)
/* harmony export */ });
/** The regions of AWSKMSConfiguration in MongoDB's OpenAPI specification v2 of August 2026. Atlas adds to them without notice. */
const KNOWN = new Set(`US_GOV_WEST_1 US_GOV_EAST_1 US_EAST_1 US_EAST_2 US_WEST_1 US_WEST_2 CA_CENTRAL_1 CA_WEST_1 MX_CENTRAL_1 SA_EAST_1
  EU_NORTH_1 EU_WEST_1 EU_WEST_2 EU_WEST_3 EU_CENTRAL_1 EU_CENTRAL_2 EU_SOUTH_1 EU_SOUTH_2
  AP_EAST_1 AP_EAST_2 AP_NORTHEAST_1 AP_NORTHEAST_2 AP_NORTHEAST_3 AP_SOUTH_1 AP_SOUTH_2
  AP_SOUTHEAST_1 AP_SOUTHEAST_2 AP_SOUTHEAST_3 AP_SOUTHEAST_4 AP_SOUTHEAST_5 AP_SOUTHEAST_6 AP_SOUTHEAST_7
  ME_SOUTH_1 ME_CENTRAL_1 AF_SOUTH_1 IL_CENTRAL_1 CN_NORTH_1 CN_NORTHWEST_1 GLOBAL`.split(/\s+/));
/** AWS's `us-east-1` as Atlas writes it: `US_EAST_1`. Atlas's own form comes out as it is. */
function atlasRegion(region) {
    return region.toUpperCase().replaceAll('-', '_');
}
/** @param region in Atlas's form */
function isKnownRegion(region) {
    return KNOWN.has(region);
}


/***/ }),

/***/ 7298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ providerState),
/* harmony export */   a: () => (/* binding */ reportedProvider)
/* harmony export */ });
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);

/** Atlas's object of that provider; empty if it is absent or null, which mean the same. */
function reportedProvider(reported, provider) {
    return reported[_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].atlasObject] ?? {};
}
/** A missing `enabled` or `valid` counts as false; a provider that is not enabled is not valid, whatever Atlas says. */
function providerState(reported, provider) {
    const block = reportedProvider(reported, provider);
    const enabled = block.enabled === true;
    return { provider, enabled, valid: enabled && block.valid === true };
}


/***/ }),

/***/ 4424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ FAILURE_REASONS),
/* harmony export */   a7: () => (/* binding */ allValid),
/* harmony export */   zV: () => (/* binding */ targets)
/* harmony export */ });
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _reported_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7298);


/** Why a project fails, in the order in which they decide over the step. */
const FAILURE_REASONS = ['error', 'invalid', 'requirement', 'drift'];
/** The providers that the verdict is about: those to be enabled, or with none named the enabled ones. */
function targets(desired, reported) {
    if (desired.providers.length > 0) {
        return desired.providers.filter(({ enabled }) => enabled).map(({ provider }) => (0,_reported_js__WEBPACK_IMPORTED_MODULE_1__/* .providerState */ .J)(reported, provider));
    }
    return _providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.map(({ name }) => (0,_reported_js__WEBPACK_IMPORTED_MODULE_1__/* .providerState */ .J)(reported, name)).filter(({ enabled }) => enabled);
}
/** Whether every target is enabled and its key valid. No target proves nothing. */
function allValid(states) {
    return states.length > 0 && states.every(({ valid }) => valid);
}


/***/ }),

/***/ 7563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hX: () => (/* binding */ selectProjects),
/* harmony export */   qF: () => (/* binding */ parseGlob)
/* harmony export */ });
/* unused harmony exports fits, matchesGlob */
/**
 * Applies a selection to the projects of an organization.
 *
 * @returns the projects that are selected, in the given order, and the patterns of both lists that fit no project at all
 */
function selectProjects(projects, { include, exclude }) {
    const unmatched = [];
    const included = include.length === 0 ? new Set(projects) : union(include);
    const excluded = union(exclude);
    return { selected: projects.filter((project) => included.has(project) && !excluded.has(project)), unmatched };
    function union(patterns) {
        const found = new Set();
        for (const pattern of patterns) {
            const fitting = projects.filter((project) => fits(pattern, project));
            if (fitting.length === 0)
                unmatched.push(pattern);
            for (const project of fitting)
                found.add(project);
        }
        return found;
    }
}
/** @returns whether the pattern names this project */
function fits(pattern, { id, name, tags }) {
    switch (pattern.kind) {
        case 'id':
            return id === pattern.id;
        case 'name':
            return matchesGlob(pattern.name, name);
        case 'tag':
            return tags.some(({ key, value }) => matchesGlob(pattern.key, key) && (pattern.value === null || matchesGlob(pattern.value, value)));
    }
}
/** @returns the pattern's literal texts, for {@link matchesGlob} */
function parseGlob(pattern) {
    return pattern.split('*');
}
/**
 * Whether a pattern fits a whole text; case counts. Each literal text is looked for once, from left to right, and the first place
 * is taken, which can never be worse than a later one: the time grows with the text, never with the ways to divide it.
 */
function matchesGlob([first = '', ...others], text) {
    const last = others.pop();
    if (last === undefined)
        return text === first;
    if (!text.startsWith(first))
        return false;
    let from = first.length;
    for (const part of others) {
        const found = text.indexOf(part, from);
        if (found === -1)
            return false;
        from = found + part.length;
    }
    return text.length - last.length >= from && text.endsWith(last);
}


/***/ }),

/***/ 1296:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _run_cancellation_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1963);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8500);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6552);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3327);
/* harmony import */ var _domain_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7779);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7538);






// The runner reads workflow commands from stderr as well; Node.js prints its own warnings there.
process.removeAllListeners('warning');
const clock = {
    now: _domain_checkpoint_js__WEBPACK_IMPORTED_MODULE_2__/* .monotonicMs */ .d,
    wallNow: Date.now,
    random: Math.random,
    sleep: async (ms, signal) => {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms, undefined, { signal });
        }
        catch {
            throw signal.reason;
        }
    },
};
// Imported one by one, so that the bundle leaves out the rest (a client for OIDC tokens with a second HTTP stack).
const core = { getInput: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .getInput */ .V4, info: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .info */ .pq, notice: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .notice */ .lm, setFailed: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .setFailed */ .C1, setOutput: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .setOutput */ .uH, setSecret: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .setSecret */ .Pq, summary: _actions_core__WEBPACK_IMPORTED_MODULE_5__/* .summary */ .z, warning: _actions_core__WEBPACK_IMPORTED_MODULE_4__/* .warning */ .$e };
const runtime = { core, env: process.env, clock, startedAt: clock.now(), cancelled: _run_cancellation_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .K };
// Only a run that reaches its end without failing changes this.
process.exitCode = 1;
/** Sockets that a server keeps open, or a promise that never settles, must not keep the step running. */
function exitSoon() {
    setTimeout(() => process.exit(), 500).unref();
}
let hasFailed = false;
for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (thrown) => {
        exitSoon();
        // Publishing it may throw as well; once is enough.
        if (!hasFailed)
            void (0,_run_run_js__WEBPACK_IMPORTED_MODULE_3__/* .publishUncaught */ .P)(thrown, runtime);
        hasFailed = true;
    });
}
const succeeded = await (0,_run_run_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .e)(runtime);
if (succeeded && !hasFailed)
    process.exitCode = 0;
exitSoon();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 893:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ findContradictions)
/* harmony export */ });
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/** The domains of key vaults and managed HSMs in each cloud of Azure (learn.microsoft.com, "Azure Key Vault security worlds"). */
const VAULT_DOMAINS = {
    AZURE: [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `vault.azure.net`, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `managedhsm.azure.net`],
    AZURE_CHINA: [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `vault.azure.cn`, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `managedhsm.azure.cn`],
    AZURE_US_GOVERNMENT: [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `vault.usgovcloudapi.net`, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `managedhsm.usgovcloudapi.net`],
};
/**
 * What cannot be right in the fields of a provider, whatever Atlas says: found without a request, so that a plan fails where apply
 * would. Fields that are not given contradict nothing.
 */
function findContradictions({ provider, fields }, wording) {
    const text = (field) => {
        const value = fields[field];
        return typeof value === 'string' ? value : undefined;
    };
    switch (provider) {
        case 'aws':
            return awsContradictions(text, wording);
        case 'azure':
            return azureContradictions(text, wording);
        case 'gcp':
            return [];
    }
}
function awsContradictions(text, { label, quote }) {
    const keyRegion = /^arn:[^:]*:kms:([^:]+):/.exec(text('customerMasterKeyID') ?? '')?.[1];
    const region = text('region');
    // `GLOBAL` is a value of Atlas's that names no region of AWS.
    if (keyRegion === undefined || region === undefined || region === 'GLOBAL')
        return [];
    if ((0,_domain_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(keyRegion) === region)
        return [];
    const problem = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${label('customerMasterKeyID')} is the ARN of a key in \`${quote(keyRegion)}\`, but ${label('region')} is \`${quote(region)}\`; correct the one that is wrong`;
    return [{ field: 'customerMasterKeyID', problem }];
}
function azureContradictions(text, wording) {
    const { label } = wording;
    const found = [];
    const group = text('resourceGroupName');
    if (group?.includes('/')) {
        const problem = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${label('resourceGroupName')} must be the name of the resource group only, not its resource ID`;
        found.push({ field: 'resourceGroupName', problem });
    }
    const vault = text('keyVaultName');
    // The name of a vault has letters, digits and hyphens.
    const isUrl = vault !== undefined && /[/:.]/.test(vault);
    if (isUrl) {
        const problem = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${label('keyVaultName')} must be the name of the vault only, not its URL`;
        found.push({ field: 'keyVaultName', problem });
    }
    const identifier = text('keyIdentifier');
    if (identifier === undefined)
        return found;
    const problems = identifierProblems(new URL(identifier), isUrl ? undefined : vault, text('azureEnvironment'), wording);
    return [...found, ...problems.map((problem) => ({ field: 'keyIdentifier', problem }))];
}
function identifierProblems({ host, pathname, search, hash }, vault, environment, { label, quote }) {
    const identifier = label('keyIdentifier');
    const problems = [];
    if (!/^\/keys\/[^/]+(\/[^/]+)?\/?$/.test(pathname) || search !== '' || hash !== '')
        problems.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${identifier} must have the path \`/keys/NAME\` or \`/keys/NAME/VERSION\` of a key`);
    const domains = domainsOf(environment);
    const [, name, domain] = /^([^.]+)\.(.+)$/.exec(host) ?? [];
    if (domain === undefined || !domains.some((known) => known === domain)) {
        const endings = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinSafe */ .e)(domains.map((known) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `\`.${known}\``), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) ` or `);
        const cloud = isEnvironment(environment) ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) ` of \`${environment}\` (${label('azureEnvironment')})` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) ``;
        problems.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${identifier} must have the host of a vault${cloud}, which ends in ${endings}`);
    }
    else if (vault !== undefined && name !== vault.toLowerCase()) {
        problems.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${identifier} is in the vault \`${quote(name ?? '')}\`, but ${label('keyVaultName')} is \`${quote(vault)}\`; correct the one that is wrong`);
    }
    return problems;
}
/** @returns the domains of vaults in that cloud, or in all of them if it is not known */
function domainsOf(environment) {
    return isEnvironment(environment) ? [...VAULT_DOMAINS[environment]] : Object.values(VAULT_DOMAINS).flat();
}
function isEnvironment(environment) {
    return environment !== undefined && Object.hasOwn(VAULT_DOMAINS, environment);
}


/***/ }),

/***/ 4448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ InvalidValueError),
/* harmony export */   Bl: () => (/* binding */ MAX_LISTED),
/* harmony export */   G: () => (/* binding */ InputErrors),
/* harmony export */   Nw: () => (/* binding */ parseNamed),
/* harmony export */   dz: () => (/* binding */ InputError)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/**
 * An input or a file that cannot be used. The message is a sentence that names it and says what is accepted; it never quotes a
 * secret.
 */
class InputError extends Error {
    message;
    constructor(message) {
        super(message);
        this.message = message;
    }
}
/**
 * A value that cannot be used. The message is a predicate without a full stop, such as `must be 1`: what the value is called is
 * known where it was read, and {@link parseNamed} puts it before.
 */
class InvalidValueError extends Error {
    message;
    constructor(message) {
        super(message);
        this.message = message;
    }
}
/**
 * Parses a value that messages call `label`.
 *
 * @throws InputError in place of the {@link InvalidValueError} that `parse` throws
 */
function parseNamed(label, parse) {
    try {
        return parse();
    }
    catch (error) {
        throw error instanceof InvalidValueError ? new InputError((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${label} ${error.message}.`) : error;
    }
}
/** So many are listed: one is too few to correct a file by, and a line of the log holds no more. */
const MAX_LISTED = 20;
/** Collects what is wrong with the inputs, so that a workflow author learns of all of it in one run. */
class InputErrors {
    #messages = new Set();
    /** The result of `read`, or undefined if it threw an {@link InputError}, which is collected. */
    attempt(read) {
        try {
            return read();
        }
        catch (error) {
            this.#collect(error);
            return undefined;
        }
    }
    /** As {@link attempt}, for a `read` that takes its time. */
    async attemptAsync(read) {
        try {
            return await read();
        }
        catch (error) {
            this.#collect(error);
            return undefined;
        }
    }
    add(message) {
        this.#messages.add(message);
    }
    /** @throws ActionError `INPUT` with everything that is wrong, if anything is */
    throwIfAny() {
        const [first, ...others] = this.#messages;
        if (first === undefined)
            return;
        if (others.length === 0)
            throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INPUT', first);
        const { size } = this.#messages;
        const isCut = size > MAX_LISTED;
        const items = [...this.#messages]
            .slice(0, MAX_LISTED)
            .map((message, i) => (isCut && i === MAX_LISTED - 1 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${message} \u2026` : message));
        const count = isCut ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `More than ${MAX_LISTED}` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${size}`;
        throw new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('INPUT', { what: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${count} invalid inputs:`, items });
    }
    #collect(error) {
        if (!(error instanceof InputError))
            throw error;
        this.add(error.message);
    }
}


/***/ }),

/***/ 7321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ fieldWarnings)
/* harmony export */ });
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/** What is doubtful about the fields of a provider: it may be right, so it is sent to Atlas. */
function fieldWarnings({ provider, fields }, { label, quote }) {
    if (provider !== 'aws')
        return [];
    const { region, customerMasterKeyID: key } = fields;
    const warnings = [];
    if (typeof region === 'string' && !(0,_domain_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .isKnownRegion */ .K)(region)) {
        warnings.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `\`${quote(region)}\` is not a region that this action knows. It is sent to Atlas unchanged; check it if Atlas refuses it.`);
    }
    if (typeof key === 'string' && /^(alias\/|arn:[^:]*:kms:[^:]*:[^:]*:alias\/)/.test(key)) {
        warnings.push((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${label('customerMasterKeyID')} is the alias of a key. Atlas expects the ID or ARN: it might refuse an alias, and an alias can later point to a different key.`);
    }
    return warnings;
}


/***/ }),

/***/ 5994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $l: () => (/* binding */ allFieldInputs),
/* harmony export */   Gv: () => (/* binding */ refuseForeignFields),
/* harmony export */   Tt: () => (/* binding */ givenStatics),
/* harmony export */   Ye: () => (/* binding */ STATE_INPUTS),
/* harmony export */   q5: () => (/* binding */ fieldInputs)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6);



/** Inputs that say what a provider should be. Each project of a config file says it for itself. */
const STATE_INPUTS = [
    'provider',
    'enabled',
    'enabled-for-search-nodes',
    'fields',
    'clusters',
    'private-endpoint-regions',
];
/** Names of the inputs for the provider's fields. */
function fieldInputs({ fields, roleName }) {
    return [...fields.map(({ input }) => input), roleName.input];
}
/** Names of the inputs for the fields of all providers. */
function allFieldInputs() {
    return _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.flatMap(fieldInputs);
}
/** The static credentials among the fields that are given. */
function givenStatics({ fields: table }, given) {
    return table.filter((field) => field.staticCredential && given[field.name] !== undefined);
}
/** Adds an error for fields of another provider, which would silently have no effect. */
function refuseForeignFields(provider, { input, errors }) {
    const foreign = (0,_input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteGiven */ .k9)(input, _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.filter(({ name }) => name !== provider).flatMap(fieldInputs));
    if (foreign.length === 0)
        return;
    const kind = foreign.length > 1 ? 'inputs' : 'an input';
    errors.add((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .joinSafe */ .e)(foreign, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `, `)}: not ${kind} of \`provider: ${provider}\`. Remove ${(0,_input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .pronoun */ .Oi)(foreign)}, or change \`provider\`.`);
}


/***/ }),

/***/ 6:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NB: () => (/* binding */ inputLabel),
/* harmony export */   Oi: () => (/* binding */ pronoun),
/* harmony export */   R5: () => (/* binding */ readInput),
/* harmony export */   k9: () => (/* binding */ quoteGiven),
/* harmony export */   nt: () => (/* binding */ readVariable)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

/** The names that are given, each in backquotes, for messages. */
function quoteGiven(input, names) {
    return names.filter((name) => input(name) !== '').map((name) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `\`${name}\``);
}
/** For the inputs that a message has listed. */
function pronoun(inputs) {
    return inputs.length === 1 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `it` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `them`;
}
/** What an input is called at the beginning of a message. */
function inputLabel(name) {
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Input \`${name}\``;
}
function readInput(input, name) {
    return { label: inputLabel(name), inlineLabel: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `input \`${name}\``, text: input(name) };
}
/** Reads the first of the variables that has a value, or the first one if none has. */
function readVariable(env, ...names) {
    const read = (name) => env[name]?.trim() ?? '';
    const name = names.find((candidate) => read(candidate) !== '') ?? names[0];
    const variable = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `environment variable \`${name}\``;
    return { label: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `The ${variable}`, inlineLabel: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `the ${variable}`, text: read(name) };
}


/***/ }),

/***/ 7889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ protectField),
/* harmony export */   a: () => (/* binding */ maskInputs)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _parse_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5207);
/* harmony import */ var _parse_service_account_key_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2648);



const SECRET_INPUTS = [
    'atlas-client-secret',
    'atlas-private-key',
    'github-token',
];
const SECRET_VARIABLES = [
    'MONGODB_ATLAS_CLIENT_SECRET',
    'MONGODB_ATLAS_PRIVATE_API_KEY',
    'MONGODB_ATLAS_PRIVATE_KEY',
];
/**
 * Masks every secret of inputs and environment. Comes before anything that can fail, so that no error, not even a defect,
 * can show one. `fields` is apart, since it must be parsed first.
 */
function maskInputs({ input, env, secrets }) {
    for (const name of SECRET_INPUTS)
        (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(input(name), secrets);
    for (const name of SECRET_VARIABLES)
        (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(env[name] ?? '', secrets);
    (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectToken */ .XV)(input('atlas-access-token'), secrets);
    (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectToken */ .XV)(env.MONGODB_ATLAS_ACCESS_TOKEN?.trim() ?? '', secrets);
    for (const field of _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDER_LIST */ .Pj.flatMap(({ fields }) => fields)) {
        if (field.secret)
            protectField(field.format, input(field.input), secrets);
    }
}
/** Masks the value of a secret field, and what is secret in it. */
function protectField(format, secret, secrets) {
    if (format === 'service-account-key')
        (0,_parse_service_account_key_js__WEBPACK_IMPORTED_MODULE_2__/* .protectServiceAccountKey */ ._)(secret, secrets);
    else
        (0,_parse_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(secret, secrets);
}


/***/ }),

/***/ 8402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseField)
/* harmony export */ });
/* unused harmony export AZURE_ENVIRONMENTS */
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4448);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5185);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1170);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5207);
/* harmony import */ var _service_account_key_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2648);







const AZURE_ENVIRONMENTS = ['AZURE', 'AZURE_CHINA', 'AZURE_US_GOVERNMENT'];
const MAX_TEXT_LENGTH = 2048;
const PARSERS = {
    'access-key-id': matching(/^\w{16,128}$/, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .gB) `16 to 128 letters and digits`),
    'azure-environment': (text) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseChoice */ .HU)(text.toUpperCase(), AZURE_ENVIRONMENTS, (environment) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .gB) `\`${environment}\``),
    boolean: _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG,
    'gcp-key-version': matching(/^projects\/[^/\s]+\/locations\/[^/\s]+\/keyRings\/[^/\s]+\/cryptoKeys\/[^/\s]+\/cryptoKeyVersions\/\d+$/, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .gB) `\`projects/\u2026/locations/\u2026/keyRings/\u2026/cryptoKeys/\u2026/cryptoKeyVersions/N\`, with the number of the version at the end`),
    'https-url': (text) => {
        if (isHttpsUrl(text))
            return text;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .gB) `must be an https URL, such as \`https://VAULT.vault.azure.net/keys/NAME/VERSION\``);
    },
    'key-id': parseLine,
    region: (text) => {
        const region = (0,_domain_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i)(text);
        if (/^[A-Z0-9_]{2,64}$/.test(region))
            return region;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .gB) `must be an AWS region, such as \`us-east-1\` or \`US_EAST_1\``);
    },
    'role-id': _ids_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRoleId */ .tK,
    secret: (text) => {
        (0,_secret_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSecret */ .ew)(text);
        return text;
    },
    'service-account-key': (text) => {
        (0,_secret_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSecret */ .ew)(text);
        return (0,_service_account_key_js__WEBPACK_IMPORTED_MODULE_5__/* .minifiedServiceAccountKey */ .H)(text);
    },
    text: parseLine,
    uuid: _ids_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUuid */ .Xw,
};
/** @throws InvalidValueError that says what is accepted, never the text */
function parseField({ format }, text) {
    return PARSERS[format](text);
}
function matching(pattern, accepted) {
    return (text) => {
        if (pattern.test(text))
            return text;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .gB) `must be ${accepted}`);
    };
}
function parseLine(text) {
    if (text.length <= MAX_TEXT_LENGTH && !/\p{Cc}/u.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_6__/* .safe */ .gB) `must be one line of at most ${MAX_TEXT_LENGTH} characters`);
}
function isHttpsUrl(text) {
    if (!/^https:\/\/[^\s\\@]+$/i.test(text) || text.length > MAX_TEXT_LENGTH)
        return false;
    return URL.canParse(text);
}


/***/ }),

/***/ 5185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xw: () => (/* binding */ parseUuid),
/* harmony export */   gy: () => (/* binding */ ROLE_NAME_PARSERS),
/* harmony export */   iI: () => (/* binding */ parseHexId),
/* harmony export */   tK: () => (/* binding */ parseRoleId)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5444);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4448);



const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** YAML reads digits without quotes, and digits around one `e`, as a number, which GitHub then writes as a float. */
const NUMBER = /^(\d+(\.\d+)?E[+-]?\d+|[+-]?Infinity|\d{15,})$/i;
/** Common mistakes: how to recognize each, and the words for it after "must be 24 hexadecimal digits". */
const MISTAKES = [
    [/[\r\n]/, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `, but has several lines: set a single ID`],
    [/^["'`].*["'`]$/, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `, but is enclosed in quotes: remove them`],
    [
        NUMBER,
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `, but was passed as a number: put the ID in quotes in the workflow, or better, in a variable (\`vars\`)`,
    ],
];
/** The same for Atlas's id of a role. */
const ROLE_MISTAKES = [
    ...MISTAKES,
    [
        /^arn:/i,
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `, the ID of the role in Atlas, but is an ARN: set the ARN of an AWS role as \`aws-role-arn\` (in a file, \`roleArn\`)`,
    ],
    [
        UUID,
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `, the ID of the role in Atlas, but is a UUID: set the ID of a service principal as \`azure-service-principal-id\` (in a file, \`servicePrincipalId\`)`,
    ],
    [
        /@/,
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `, the ID of the role in Atlas, but is an email address: set it as \`gcp-service-account\` (in a file, \`serviceAccount\`)`,
    ],
];
/** An id of Atlas: 24 hexadecimal digits, in lower case. @throws InvalidValueError */
function parseHexId(text) {
    return parseDigits(text, MISTAKES);
}
/** Atlas's id of a role. @throws InvalidValueError that says what the text looks like */
function parseRoleId(text) {
    return parseDigits(text, ROLE_MISTAKES);
}
/** The ARN of an IAM role. @throws InvalidValueError */
function parseRoleArn(text) {
    if (/^arn:[\w-]+:iam::\d*:role\/[\w+=,.@/-]+$/.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `must be the ARN of an IAM role: \`arn:aws:iam::ACCOUNT:role/NAME\``);
}
/** The e-mail address of a Google service account. @throws InvalidValueError */
function parseServiceAccount(text) {
    if (/^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+\.[^@\s\p{Cc}]+$/u.test(text) && text.length <= 320)
        return text.toLowerCase();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `must be the email address that Atlas displays: \`mongodb-atlas-\u2026@\u2026.iam.gserviceaccount.com\``);
}
/** The name that a cloud gives to a role, by provider. Each throws InvalidValueError. */
const ROLE_NAME_PARSERS = {
    aws: parseRoleArn,
    azure: (text) => parseUuid(text).toLowerCase(),
    gcp: parseServiceAccount,
};
/** @throws InvalidValueError */
function parseUuid(text) {
    if (UUID.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `must be a UUID, such as \`01234567-89ab-cdef-0123-456789abcdef\``);
}
function parseDigits(text, mistakes) {
    const id = text.length === 24 ? (0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_2__/* .hexText */ .BS)(text) : undefined;
    if (id !== undefined)
        return id;
    const [, mistake = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) ` (0-9, a-f)`] = mistakes.find(([pattern]) => pattern.test(text)) ?? [];
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `must be 24 hexadecimal digits${mistake}`);
}


/***/ }),

/***/ 2237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isMapping)
/* harmony export */ });
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 9386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseRegions),
/* harmony export */   l: () => (/* binding */ parseClusters)
/* harmony export */ });
/* harmony import */ var _domain_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2564);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4448);



/** Atlas's rule for the name of a cluster. */
const CLUSTER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/;
const REGION = /^[A-Z0-9_]{2,64}$/;
/**
 * The clusters that use a provider's key.
 *
 * @param words names, or `all` alone
 * @throws InvalidValueError
 */
function parseClusters(words, secrets) {
    if (words.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must be \`all\`, or name at least one cluster`);
    if (words.length === 1 && words[0] === 'all')
        return 'all';
    if (words.includes('all'))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must be either \`all\` or names, not both`);
    const wrong = words.find((word) => !CLUSTER_NAME.test(word));
    if (wrong !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must be \`all\` or names of clusters (letters, digits, and hyphens), but contains \`${secrets.sanitize(wrong, 100)}\``);
    }
    const twice = words.filter((word, i) => words.indexOf(word) !== i);
    if (twice.length > 0) {
        const names = [...new Set(twice)].map((name) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `\`${secrets.sanitize(name)}\``);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `names a cluster twice: ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .joinSafe */ .e)(names, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `, `)}`);
    }
    return words.map((word) => secrets.sanitize(word));
}
/**
 * The regions of private endpoints, each once and as Atlas writes it: `US_EAST_1` for `us-east-1`.
 *
 * @throws InvalidValueError
 */
function parseRegions(words, secrets) {
    if (words.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must name at least one region`);
    const regions = words.map(_domain_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .atlasRegion */ .i);
    if (!regions.every((region) => REGION.test(region))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must be regions such as \`us-east-1\`, \`US_EAST_2\` or \`EUROPE_NORTH\``);
    }
    return [...new Set(regions)].map((region) => secrets.sanitize(region));
}


/***/ }),

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   Li: () => (/* binding */ parseLines),
/* harmony export */   cG: () => (/* binding */ parseInteger),
/* harmony export */   fL: () => (/* binding */ parseSeconds),
/* harmony export */   nl: () => (/* binding */ parseWords),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4448);


/** setTimeout fires at once for more than 2\u00b3\u00b9 ms; a million seconds (11 days) is longer than any job may run. */
const MAX_SECONDS = 1_000_000;
/** `true` or `false` in any case; nothing else, so that a typing error never switches anything. @throws InvalidValueError */
function parseBoolean(text) {
    const lower = text.toLowerCase();
    if (lower === 'true')
        return true;
    if (lower === 'false')
        return false;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `must be \`true\` or \`false\``);
}
/** A whole decimal number; leading zeros are fine. @throws InvalidValueError */
function parseInteger(text, { min, max }) {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `must be a whole number from ${min} to ${max}`);
}
/** @throws InvalidValueError */
function parseSeconds(text, min = 0) {
    return parseInteger(text, { min, max: MAX_SECONDS });
}
/**
 * One of a few words, exactly.
 *
 * @param quote puts a word into backquotes, where the compiler knows which words there are
 * @throws InvalidValueError
 */
function parseChoice(text, choices, quote) {
    const choice = choices.find((candidate) => candidate === text);
    if (choice !== undefined)
        return choice;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `must be one of ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinSafe */ .e)(choices.map(quote), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `, `)}`);
}
/** Words that are separated by commas or line breaks. */
function parseWords(text) {
    return words(text.split(/[,\r\n]/));
}
/** As {@link parseWords}, each word once. */
function parseList(text) {
    return [...new Set(parseWords(text))];
}
/** As {@link parseList}, but a text of several lines is divided at the ends of lines alone, since its words may hold commas. */
function parseLines(text) {
    return /[\r\n]/.test(text) ? [...new Set(words(text.split(/[\r\n]/)))] : parseList(text);
}
function words(pieces) {
    return pieces.map((word) => word.trim()).filter((word) => word !== '');
}


/***/ }),

/***/ 5207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ parseCredentialId),
/* harmony export */   PO: () => (/* binding */ parseAccessToken),
/* harmony export */   XV: () => (/* binding */ protectToken),
/* harmony export */   ew: () => (/* binding */ requireSecret),
/* harmony export */   ol: () => (/* binding */ protectSecret)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9599);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4448);



/** The longest real one, a Google key in base64, has 3.2 kB. */
const MAX_SECRET_LENGTH = 16_384;
/** A private key in PEM has fewer than 60 lines. */
const MAX_SECRET_LINES = 200;
/** An access token of Atlas is a JWT; what is shorter than this is a word that masking would remove from our own outputs. */
const MIN_TOKEN_LENGTH = 20;
/** @throws InvalidValueError for a secret that cannot be masked without ruining the log, or that is none */
function requireSecret(secret) {
    if (secret.length < _sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .vb) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must have at least ${_sanitize_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .vb} characters: a shorter secret cannot be masked`);
    }
    if (secret.length > MAX_SECRET_LENGTH)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must have at most ${MAX_SECRET_LENGTH} characters`);
}
/**
 * Masks a secret. Each line of it costs time and memory in many encodings, so of a text that is longer than any secret only the
 * beginning is masked. It is refused later, and no message quotes it.
 */
function protectSecret(secret, secrets) {
    const head = secret.slice(0, MAX_SECRET_LENGTH);
    const lines = head.split('\n', MAX_SECRET_LINES + 1);
    secrets.protect(lines.length > MAX_SECRET_LINES ? lines.slice(0, MAX_SECRET_LINES).join('\n') : head);
}
/** Masks an access token, unless it is too short to be one. */
function protectToken(token, secrets) {
    if (token.length >= MIN_TOKEN_LENGTH)
        protectSecret(token, secrets);
}
/** It ends up in a header, where a line break or a control character would end it. */
const HEADER_TEXT = /^[\x21-\x7e]+$/;
/** The id of a service account, or the public key of an API key. @throws InvalidValueError */
function parseCredentialId(text) {
    if (HEADER_TEXT.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must consist of letters, digits, and symbols, without spaces`);
}
/** @throws InvalidValueError for what is too short to be a token, or holds more than one */
function parseAccessToken(text) {
    if (text.length < MIN_TOKEN_LENGTH)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must have at least ${MIN_TOKEN_LENGTH} characters, like every Atlas access token`);
    requireSecret(text);
    if (HEADER_TEXT.test(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must be the access token only, without \`Bearer\`, spaces, or line breaks`);
}


/***/ }),

/***/ 2648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ minifiedServiceAccountKey),
/* harmony export */   _: () => (/* binding */ protectServiceAccountKey)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4448);
/* harmony import */ var _mapping_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2237);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5207);




/** A real key has no depth at all. */
const MAX_DEPTH = 100;
/** A real key has eleven texts. */
const MAX_TEXTS = 100;
/** A line of a key that is no valid JSON and is masked all the same must at least be this long to be worth it. */
const MIN_MASKED_LINE_LENGTH = 32;
/** The parts of a key that are no secret: every other text in it may be one. */
const IDENTIFIERS = new Set([
    'type',
    'project_id',
    'private_key_id',
    'client_email',
    'client_id',
    'auth_uri',
    'token_uri',
    'auth_provider_x509_cert_url',
    'client_x509_cert_url',
    'universe_domain',
]);
/**
 * The key of a Google service account as the JSON text in one line that Atlas takes.
 *
 * @param text JSON, plain or base64
 * @throws InvalidValueError that quotes nothing of the text
 */
function minifiedServiceAccountKey(text) {
    const key = parseKey(text);
    if (key === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `must be the JSON of a service account key (an object), plain or base64-encoded`);
    }
    if ('private_key' in key)
        requirePrivateKey(key.private_key);
    return JSON.stringify(key);
}
/**
 * Escaping a key once too often, which many ways to store it do, leaves the two characters `\n` in place of each line end: Atlas
 * would refuse it without saying why.
 */
function requirePrivateKey(privateKey) {
    const pem = typeof privateKey === 'string' ? privateKey : '';
    if (!/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `has a \`private_key\` that does not begin with \`-----BEGIN PRIVATE KEY-----\`: use the key file exactly as Google created it`);
    }
    if (!pem.includes('\n')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidValueError */ .$x((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `has a \`private_key\` without line ends (in the JSON, \`\\n\`): it was escaped twice, or its lines were joined; use the key file exactly as Google created it`);
    }
}
/** Masks a key before anything is made of it: as given, as sent, and the private key in it, whole and line by line. */
function protectServiceAccountKey(text, secrets) {
    const key = parseKey(text);
    if (key === undefined) {
        protectUnreadable(text, secrets);
        return;
    }
    const isJson = text.startsWith('{');
    // Plain JSON over several lines would mask its braces; base64 over several lines says nothing line by line.
    if (!isJson || !/[\r\n]/.test(text))
        (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(text, secrets);
    (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(JSON.stringify(key), secrets);
    for (const secret of secretTexts(key))
        (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(secret, secrets);
}
/** @returns the first texts in a key that may be secret */
function secretTexts(key) {
    const texts = [];
    const collect = (value, depth) => {
        if (texts.length >= MAX_TEXTS)
            return;
        if (typeof value === 'string')
            texts.push(value);
        if (typeof value !== 'object' || value === null || depth > MAX_DEPTH)
            return;
        for (const inner of Object.values(value))
            collect(inner, depth + 1);
    };
    for (const [name, value] of Object.entries(key))
        if (!isIdentifier(name, value))
            collect(value, 0);
    return texts;
}
function isIdentifier(name, value) {
    return IDENTIFIERS.has(name) && typeof value === 'string' && !/-----BEGIN|\?/.test(value);
}
function protectUnreadable(text, secrets) {
    const lines = text.split(/[\r\n]+/, MAX_TEXTS).map((line) => line.trim());
    for (const line of lines) {
        if (lines.length === 1 || line.length >= MIN_MASKED_LINE_LENGTH)
            (0,_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .protectSecret */ .ol)(line, secrets);
    }
}
function parseKey(text) {
    const plain = parseObject(text);
    if (plain !== undefined)
        return plain;
    const compact = text.replace(/\s+/g, '');
    if (!/^[A-Za-z0-9+/_-]+=*$/.test(compact))
        return undefined;
    return parseObject(Buffer.from(compact, 'base64').toString('utf8'));
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        JSON.stringify(value); // overflows the stack if it is nested beyond reason
        return (0,_mapping_js__WEBPACK_IMPORTED_MODULE_3__/* .isMapping */ .p)(value) ? value : undefined;
    }
    catch {
        // The error of JSON.parse quotes the text.
        return undefined;
    }
}


/***/ }),

/***/ 298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readResources),
/* harmony export */   c: () => (/* binding */ withPrivateNetworking)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4448);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6);
/* harmony import */ var _parse_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9386);
/* harmony import */ var _parse_scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1170);






/** Reads `clusters` and `private-endpoint-regions`. */
function readResources(provider, context) {
    const { input, errors, secrets } = context;
    const read = (name, parse) => {
        const text = input(name);
        if (text === '')
            return undefined;
        requireVersion2(name, context);
        return errors.attempt(() => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNamed */ .Nw)((0,_input_names_js__WEBPACK_IMPORTED_MODULE_4__/* .inputLabel */ .NB)(name), () => parse((0,_parse_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseWords */ .nl)(text))));
    };
    const clusters = read('clusters', (words) => (0,_parse_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .parseClusters */ .l)(words, secrets));
    const regions = read('private-endpoint-regions', (words) => (0,_parse_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRegions */ .T)(words, secrets));
    if (regions !== undefined && !_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].hasPrivateEndpoints) {
        errors.attempt(() => {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(noEndpointsText((0,_input_names_js__WEBPACK_IMPORTED_MODULE_4__/* .inputLabel */ .NB)('private-endpoint-regions'), provider));
        });
    }
    return {
        ...(clusters !== undefined && { clusters }),
        ...(regions !== undefined && { privateEndpointRegions: regions }),
    };
}
/** Private endpoints take private networking, so naming regions asks for it; switching it off at the same time is an error. */
function withPrivateNetworking(desired, refuse) {
    if (desired.privateEndpointRegions === undefined || !desired.enabled)
        return desired;
    if (desired.fields.requirePrivateNetworking === false)
        refuse();
    return { ...desired, fields: { ...desired.fields, requirePrivateNetworking: true } };
}
function noEndpointsText(label, provider) {
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${label}: ${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title} has no private endpoints. Remove it.`;
}
function requireVersion2(name, { input, errors }) {
    if (input('api-version') === 'v1.0')
        errors.add((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `Input \`${name}\` needs \`api-version: v2\`.`);
}


/***/ }),

/***/ 9365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workspaceOf),
/* harmony export */   s: () => (/* binding */ readWorkspaceFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4033);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4448);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6);





const MAX_SHOWN_PATH_LENGTH = 500;
/** The folder that paths of inputs are relative to. */
function workspaceOf(env) {
    return env.GITHUB_WORKSPACE || process.cwd();
}
/**
 * Reads the file of the workspace that an input names.
 *
 * @param maxBytes of the file
 * @throws InputError if it is not there, no file, too large, or outside of the workspace once links are resolved
 */
function readWorkspaceFile(name, { input, env, secrets }, maxBytes) {
    const label = (0,_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputLabel */ .NB)(name);
    const path = input(name);
    const workspace = workspaceOf(env);
    const show = (shown) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `\`${secrets.sanitize(shown, MAX_SHOWN_PATH_LENGTH)}\``;
    const tried = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, path);
    const found = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(tried));
    const root = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(workspace));
    if (found === undefined ? !isInside(workspace, tried) : !isInside(root, found)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) && !isInside(workspace, tried)
            ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `${label}: ${show(path)} is outside the workspace ${show(workspace)}. In a container, \`github.workspace\` is the path on the host: use a path relative to the workspace.`
            : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `${label} must be inside the workspace, even after links are resolved.`);
    }
    if (found === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `${label}: there is no file ${show(tried)}; ${absenceAdvice(path)}`);
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(found);
    if (!stat.isFile())
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `${label} is not a file.`);
    if (stat.size > maxBytes)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `${label} is larger than ${maxBytes / 1024 / 1024} MiB, the maximum.`);
    const text = attempt(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(found, 'utf8'));
    if (text === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `${label} cannot be read; check its permissions.`);
    return text;
}
/** What to do about a file that is not there. */
function absenceAdvice(path) {
    if (path.includes('\\') && node_path__WEBPACK_IMPORTED_MODULE_1__.sep === '/')
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `use \`/\` instead of the backslash in the path.`;
    if (/[*?]/.test(path))
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `it must be the path of one file, not a pattern with \`*\` or \`?\`.`;
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_4__/* .safe */ .gB) `correct the path, or add \`actions/checkout\` before this step if it is missing.`;
}
function isInside(folder, path) {
    if (folder === undefined)
        return false;
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return inside !== '..' && !inside.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, inside) === path;
}
function attempt(act) {
    try {
        return act();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FJ: () => (/* binding */ failedEarly),
/* harmony export */   ue: () => (/* binding */ initialState),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _atlas_pending_change_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7368);
/* harmony import */ var _domain_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(170);
/* harmony import */ var _domain_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4820);
/* harmony import */ var _domain_reported_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7298);
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4424);





function initialState() {
    return {
        reported: null,
        reportedAt: Number.NEGATIVE_INFINITY,
        comparisons: [],
        patch: null,
        patchRefused: false,
        changed: false,
        clusters: [],
        privateEndpoints: [],
        clusterList: undefined,
        clustersListedAt: Number.NEGATIVE_INFINITY,
        sentLast: false,
        keptEnabled: [],
        requirements: [],
        notes: [],
        lastChange: null,
        atRisk: null,
        exported: null,
        pendingChange: new _atlas_pending_change_js__WEBPACK_IMPORTED_MODULE_0__/* .PendingChange */ .y(),
    };
}
/**
 * Everything that a result holds apart from how the project ended.
 *
 * @param secrets cuts secrets out of the configuration; null if it is not to be shown, as in a run over many projects
 */
function factsOf(mode, desired, state, secrets, { findings, excused } = { findings: [], excused: [] }) {
    const { reported, comparisons, changed, pendingChange } = state;
    const differing = (0,_domain_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .differences */ .tX)(comparisons);
    const named = desired.providers.map(({ provider }) => (0,_domain_reported_js__WEBPACK_IMPORTED_MODULE_3__/* .providerState */ .J)(reported ?? {}, provider));
    const providers = reported === null ? [] : desired.providers.length > 0 ? named : (0,_domain_result_js__WEBPACK_IMPORTED_MODULE_4__/* .targets */ .zV)(desired, reported);
    return {
        mode,
        projectId: desired.id,
        name: desired.name,
        providers,
        valid: reported !== null && (0,_domain_result_js__WEBPACK_IMPORTED_MODULE_4__/* .allValid */ .a7)((0,_domain_result_js__WEBPACK_IMPORTED_MODULE_4__/* .targets */ .zV)(withKept(desired, state), reported)),
        expectsProvider: desired.providers.length === 0 || desired.providers.some(({ enabled }) => enabled),
        checksEveryProvider: desired.providers.length === 0,
        enabled: providers.some(({ enabled }) => enabled),
        changed,
        drifted: differing.length > 0,
        differences: differing,
        notComparable: (0,_domain_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .notComparable */ .kY)(comparisons),
        comparisons,
        patch: state.patch,
        ...(state.patchRefused && { patchRefused: true }),
        isKnown: reported !== null,
        configuration: reported && secrets && new _domain_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .FieldRedactor */ .J(secrets).configuration(reported),
        findings,
        excused,
        clusters: state.clusters,
        privateEndpoints: state.privateEndpoints,
        requirements: state.requirements,
        notes: state.notes,
        lastChange: state.lastChange,
        atRisk: state.atRisk,
        ...(state.exported !== null && { exported: state.exported }),
        stateUnknown: pendingChange.isUnresolved,
    };
}
/** A provider that this run leaves enabled counts as one that is enabled on purpose. */
function withKept(desired, { keptEnabled }) {
    if (keptEnabled.length === 0)
        return desired;
    const providers = desired.providers.map((provider) => keptEnabled.includes(provider.provider) ? { ...provider, enabled: true } : provider);
    return { ...desired, providers };
}
/** The result of a project that failed before it was looked at: nothing is known about it. */
function failedEarly(mode, desired, error) {
    return { ...factsOf(mode, desired, initialState(), null), result: 'failed', failureReason: 'error', error };
}


/***/ }),

/***/ 6964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
/** Whether the host name of a URL is this machine: the only kind of host that plain http is allowed for. */
function isLoopback(hostname) {
    return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}


/***/ }),

/***/ 6552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V4: () => (/* binding */ getInput),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, debug, endGroup, error, exportVariable, getBooleanInput, getIDToken, getMultilineInput, getState, group, isDebug, markdownSummary, platform, saveState, setCommandEcho, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/run/standard-output.js

/**
 * The log of the step. `process.stdout` loads Node.js's streams and its network modules, which takes a tenth of the time of a run that
 * ends at a wrong input, so it is used only where a pipe is full and does not let the process wait (`EAGAIN`): a stream waits for it.
 *
 * A log that is no longer read (`EPIPE`) is no reason to stop in the middle of a change.
 */
class StandardOutput {
    #write;
    #openStream;
    /** From then on everything goes through it, so that the order stays. */
    #stream;
    constructor(write, openStream) {
        this.#write = write;
        this.#openStream = openStream;
    }
    /** Never throws. */
    write(text) {
        let rest = Buffer.from(text);
        try {
            while (rest.length > 0 && this.#stream === undefined)
                rest = rest.subarray(this.#write(rest));
        }
        catch (error) {
            if (error.code !== 'EAGAIN')
                return;
            this.#stream = this.#openStream().on('error', () => undefined);
        }
        if (rest.length > 0)
            this.#stream?.write(rest);
    }
}
const STDOUT = 1;
/** What the copy of @actions/core in `dist/` writes to. */
const standardOutput = new StandardOutput((bytes) => (0,external_node_fs_.writeSync)(STDOUT, bytes), () => process.stdout);

;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js



/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    standardOutput.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${[1, 2, 3].map(() => Math.random().toString(36).slice(2)).join("")}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = process.getBuiltinModule("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    standardOutput.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    standardOutput.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 3327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* unused harmony exports SUMMARY_ENV_VAR, SUMMARY_DOCS_URL, markdownSummary */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const [access, appendFile, writeFile] = [fs__WEBPACK_IMPORTED_MODULE_1__.accessSync, fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync, fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync].map((sync) => async (...args) => sync(...args));
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_1__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(os__WEBPACK_IMPORTED_MODULE_0__.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 6710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ heldText),
/* harmony export */   g: () => (/* binding */ describeEvent)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3781);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5444);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3757);





/** Whether a condition is met, in a word. */
function heldText(held) {
    if (held === null)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `unknown`;
    return held ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `met` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `not met`;
}
/** An event of the run as a line of the log. */
function describeEvent(event) {
    const line = describe(event);
    return event.about === undefined ? line : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${event.about}: ${line}`;
}
function describe(event) {
    switch (event.type) {
        case 'reported':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Atlas reports: ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(event.providers.map(describeState), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ` \u00b7 `)}`;
        case 'compared':
            return describeComparisons(event.comparisons);
        case 'role-found':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Role ${event.role} is known to Atlas as ${event.roleId}.`;
        case 'patch':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${event.sent ? 'Sending' : 'Apply would send'}: PATCH ${(0,_sanitize_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .safeJson */ .o)(event.patch)}`;
        case 'retry':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${event.request}: ${event.reason}; trying again in ${(0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_4__/* .secondsText */ .Hd)(event.waitMs)}`;
        case 'awaiting-valid': {
            const names = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(event.providers.map((provider) => _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `, `);
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Waiting up to ${event.forMs / 1000} s for Atlas to report the key of ${names || (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `a provider`} as valid.`;
        }
        case 'required': {
            const { condition, held, detail } = event.requirement;
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Requirement ${condition}: ${heldText(held)}. ${detail}`;
        }
        case 'progress':
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Progress: ${event.done} of ${event.of} projects done, ${event.failed} of them failed.`;
        case 'note':
        case 'warning':
            return (0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_4__/* .asSentence */ .KG)(event.text);
    }
}
function describeState({ provider, enabled, valid }) {
    if (!enabled)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${provider} off`;
    return valid ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${provider} enabled, key valid` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${provider} enabled, key NOT valid`;
}
function describeComparisons(comparisons) {
    const differing = comparisons.filter(({ verdict }) => verdict === 'differs');
    const unknown = comparisons.filter(({ verdict }) => verdict === 'not-comparable').map(({ field }) => field);
    const same = comparisons.length - differing.length - unknown.length;
    const parts = [
        differing.length === 0
            ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `No differences`
            : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Differs: ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(differing.map(describeDifference), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `; `)}`,
        (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${same} of ${comparisons.length} as desired`,
        ...(unknown.length > 0 ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `cannot be compared: ${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(unknown, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `, `)}`] : []),
    ];
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(parts, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ` \u00b7 `);
}
function describeDifference({ field, expected, actual }) {
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${field} is ${(0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(actual)}, expected ${(0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(expected)}`;
}


/***/ }),

/***/ 6685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Tf: () => (/* binding */ findingsBlocks),
/* harmony export */   _s: () => (/* binding */ runbookBlock),
/* harmony export */   pT: () => (/* binding */ errorBlocks)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5444);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5138);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1345);




/**
 * One finding as paragraphs, several as a list: each with what to do about it.
 *
 * @param excused the findings that an input excuses
 */
function findingsBlocks({ findings, status }, excused, links) {
    const excuses = status === 'excused' ? excused.map(_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .excuseText */ .Rl) : [];
    const excuse = excuses.length === 0 ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .ownText */ .U3)((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .joinSafe */ .e)(excuses, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) ` `))}</p>`];
    const [first, ...others] = findings;
    if (first === undefined)
        return excuse;
    if (others.length === 0)
        return [...findingBlocks(first, links, (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .externalText */ .R0)(first.text)), ...excuse];
    const items = findings.map((finding) => {
        const text = (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<b>${finding.title}:</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .externalText */ .R0)(finding.text)}`;
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<li>${findingBlocks(finding, links, text)}</li>`;
    });
    return [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<ul>${items}</ul>`, ...excuse];
}
function findingBlocks({ advice, steps = [], hasRunbook }, links, text) {
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p>${text}</p>`,
        ...(advice === undefined ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p><b>What to do:</b> ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .ownText */ .U3)(advice)}</p>`]),
        ...(steps.length === 0 ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p><b>What to do:</b></p><ul>${steps.map(item)}</ul>`]),
        ...(hasRunbook ? runbookBlock(links) : []),
    ];
}
/** A link to the page on what to do about an invalid key, if it is known where that is. */
function runbookBlock(links) {
    const runbook = links.runbook();
    return runbook === null ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(runbook, (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `What to do when a key is not valid`)}</p>`];
}
const item = (text) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<li>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .externalText */ .R0)(text)}</li>`;
/** An error in its pieces: what failed, what Atlas says, what to do. */
function errorBlocks({ message, code: errorCode, parts }, links) {
    const page = links.error(errorCode);
    const { what, detail, items = [], advice } = parts ?? { what: message };
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p>${sentence(what)}</p>`,
        ...(detail === undefined ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p><b>Atlas says:</b> ${sentence(detail)}</p>`]),
        ...(items.length === 0 ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<ul>${items.map(item)}</ul>`]),
        ...(advice === undefined ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p><b>What to do:</b> ${sentence(advice)}</p>`]),
        ...(page === null ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `<p>${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(page, (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .html */ .qy) `More about ${(0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `${errorCode}`)}`)}</p>`]),
    ];
}
const sentence = (text) => (0,_html_js__WEBPACK_IMPORTED_MODULE_0__/* .externalText */ .R0)((0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_3__/* .asSentence */ .KG)(text));


/***/ }),

/***/ 3145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ stakes),
/* harmony export */   T: () => (/* binding */ FINDINGS)
/* harmony export */ });
/* harmony import */ var _domain_conditions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(475);
/* harmony import */ var _domain_named_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5012);
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4033);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6710);





/** Each finding in words. */
const FINDINGS = {
    invalid: invalidText,
    requirement: requirementText,
    drift: driftText,
};
function requirementText({ requirements }) {
    const failed = requirements.filter(({ held }) => held !== true);
    const notMet = failed.filter(({ held }) => held === false);
    const unknown = failed.filter(({ held }) => held === null);
    const reasons = failed.map(({ condition, held, detail }) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${condition} ${(0,_events_js__WEBPACK_IMPORTED_MODULE_2__/* .heldText */ .D)(held)}: ${detail}`);
    const names = [
        ...(notMet.length > 0 ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `The project does not meet ${conditionNames(notMet)}.`] : []),
        ...(unknown.length > 0 ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `This run could not check ${conditionNames(unknown)}.`] : []),
    ];
    return {
        title: requirementTitle(notMet.length, unknown.length),
        text: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(names, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ` `),
        line: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(reasons, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ` `),
        steps: failed.map(stepFor),
    };
}
/** `requirement not met`, `2 requirements not met, 1 unknown`. */
function requirementTitle(notMet, unknown) {
    const [count, result] = notMet > 0 ? [notMet, (0,_events_js__WEBPACK_IMPORTED_MODULE_2__/* .heldText */ .D)(false)] : [unknown, (0,_events_js__WEBPACK_IMPORTED_MODULE_2__/* .heldText */ .D)(null)];
    const first = count > 1 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${count} requirements ${result}` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `requirement ${result}`;
    return notMet > 0 && unknown > 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${first}, ${unknown} unknown` : first;
}
function conditionNames(requirements) {
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(requirements.map(({ condition }) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `\`${condition}\``), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `, `);
}
function stepFor({ condition, held }) {
    // A missing role is one of several causes; where it is the cause, the table names it.
    if (held === null)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `\`${condition}\`: The table shows why this run could not check it.`;
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `\`${condition}\`: ${_domain_conditions_js__WEBPACK_IMPORTED_MODULE_0__/* .CONDITION_TABLE */ .d[condition].fix}`;
}
function driftText({ differences, lastChange }) {
    const fields = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(differences.map(({ field }) => field), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `, `);
    const who = lastChange === null ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ` The activity feed of the project in Atlas shows who changed it.` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ``;
    return {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `drift`,
        text: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Atlas differs from the workflow in ${fields}.`,
        advice: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `If the workflow is right, run \`mode: apply\`. If Atlas is right, change the inputs or the config file.${who}`,
    };
}
function invalidText(project) {
    const { providers, expectsProvider, mode, changed, atRisk } = project;
    const off = providers.filter(({ enabled }) => !enabled);
    if (mode === 'verify' && !expectsProvider) {
        return {
            title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `not disabled`,
            text: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${titles(providers.filter(({ enabled }) => enabled))} is enabled in the project, but must be disabled.`,
            advice: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Disable it with \`mode: apply\`, or correct the config file.`,
        };
    }
    if (providers.length === 0) {
        return {
            title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `not enabled`,
            text: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `No provider of encryption at rest is enabled in the project.`,
            advice: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Enable one with \`mode: apply\`.`,
        };
    }
    const enabled = providers.filter((state) => state.enabled);
    const invalid = enabled.filter(({ valid }) => !valid);
    if (invalid.length === 0)
        return notEnabledText(off, mode);
    const notEnabled = off.length === 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ` ${notEnabledText(off, mode).text}`;
    return {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `key not valid`,
        text: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Atlas cannot use the key of ${titles(invalid)}${changed ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ` after the change` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ``}: it reports valid: false.${stakes(atRisk)}${notEnabled}`,
        advice: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Do not restart, scale, or upgrade a cluster of this project until the key is valid: its nodes would not start again. Check that the key is enabled, that the role or the credentials may use it, and that no firewall or network rule at the provider blocks Atlas. Then run \`mode: verify\`.`,
        hasRunbook: true,
    };
}
function notEnabledText(off, mode) {
    const again = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Run again, and check the project in Atlas if the state remains.`;
    return {
        title: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `not enabled`,
        text: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${titles(off)} ${off.length > 1 ? 'are' : 'is'} not enabled in the project.`,
        advice: mode === 'apply' ? again : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `Enable it with \`mode: apply\`.`,
    };
}
/** Which clusters are affected, and since when; begins with a space, or is empty. */
function stakes(atRisk) {
    if (atRisk === null)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ``;
    const { clusters, since } = atRisk;
    const when = since === null ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) ` Atlas has reported it as invalid since ${since}.`;
    if (clusters.length === 0)
        return when;
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `${when} These clusters would not start again after a restart: ${(0,_domain_named_js__WEBPACK_IMPORTED_MODULE_4__/* .named */ .K)(clusters)}.`;
}
const titles = (states) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .joinSafe */ .e)(states.map(({ provider }) => _domain_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[provider].title), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_3__/* .safe */ .gB) `, `);


/***/ }),

/***/ 5138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ Html),
/* harmony export */   R0: () => (/* binding */ externalText),
/* harmony export */   Sy: () => (/* binding */ withIcon),
/* harmony export */   U3: () => (/* binding */ ownText),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/** Markup that is safe to write into a summary, an issue or a comment: made by the functions of this file alone. */
class Html {
    markup;
    constructor(markup) {
        this.markup = markup;
    }
}
const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
/**
 * A template tag: what is written in the template is markup, what is put into it is text and is escaped (unless it is
 * {@link Html} already). Line breaks of the template are dropped, so that the result is one HTML block: inside one, GitHub's
 * Markdown (a superset of CommonMark 0.31, 4.6) reads no emphasis, no image and no table up to a blank line.
 */
function html(template, ...parts) {
    const markup = template.map((chunk, i) => chunk.replace(/\s*\n\s*/g, '') + (i < parts.length ? render(parts[i]) : ''));
    return new Html(markup.join(''));
}
function render(part) {
    if (part instanceof Html)
        return part.markup;
    if (typeof part === 'string' || typeof part === 'number')
        return escapeHtml(String(part));
    return part === undefined ? '' : part.map(({ markup }) => markup).join('');
}
/** A sentence of our own, escaped, with `names` in backticks as code. For text from outside see {@link code}. */
function ownText(sentence) {
    return new Html(escapeHtml(sentence).replace(/`([^`]+)`/g, '<code>$1</code>'));
}
/**
 * Text from outside as code. GitHub links `@name`, `#123` and URLs in any text but not in `<code>`, so this is the only way in
 * for names, values and messages. An empty text shows as a dash.
 */
function code(text) {
    return text === '' ? new Html('\u2014') : new Html(`<code>${escapeHtml(text)}</code>`);
}
/** A link with a text of our own or as {@link Html}; the text alone without a URL. */
function link(url, text) {
    return url === null ? text : new Html(`<a href="${escapeHtml(url)}">${text.markup}</a>`);
}
/** Letters, digits and the signs of a sentence. */
const SENTENCE = /^[\p{L}\p{N} .,;:()'"`\u2013\u2014\u2026\u00b7\u2192/=?!%+_-]*$/u;
/**
 * What GitHub links or draws without a special sign in it: addresses, issues, advisories, commits, emoji by name. No emoji has
 * a name of two digits, so that a time of day is none. The pattern does without \p{L}, which takes V8 half a millisecond to compile: so
 * seven digits count as a commit even right after a letter beyond ASCII, where GitHub links none.
 */
const LINKABLE = /:\/\/|www\.|(GH|GHSA|CVE)-[0-9a-z]|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])|:(?!\d\dZ?:)[\w+-]+:/i;
/**
 * A sentence that may hold words from outside: as text with what is in backticks as code, if GitHub would link nothing in the rest;
 * else all of it as code.
 */
function externalText(sentence) {
    const rest = sentence.replace(/`[^`]+`/g, ' ');
    const isHarmless = SENTENCE.test(rest) && !LINKABLE.test(rest);
    return isHarmless ? ownText(sentence) : new Html(`<code>${escapeHtml(sentence.replaceAll('`', ''))}</code>`);
}
/** An icon and the words that it is for, which stay on one line. */
function withIcon(icon, words) {
    return new Html(`${icon}\u00a0${escapeHtml(words).replaceAll(' ', '\u00a0')}`);
}


/***/ }),

/***/ 4073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $: () => (/* binding */ pageLinks)
});

// UNUSED EXPORTS: NO_LINKS

;// CONCATENATED MODULE: ./build/domain/documented-codes.js
/** The error codes that `docs/errors.md` has a section for, each under the code in lower case. A test compares the two. */
const DOCUMENTED_CODES = new Set(`INPUT NETWORK PROTOCOL TIMEOUT CANCELLED NOT_APPLIED CLUSTER_PAUSED CLUSTER_NOT_READY
  PRIVATE_ENDPOINT_FAILED PRIVATE_ENDPOINT_PENDING_ACCEPTANCE PRIVATE_ENDPOINT_NOT_READY IP_ADDRESS_NOT_ON_ACCESS_LIST
  ORG_REQUIRES_ACCESS_LIST USER_UNAUTHORIZED USER_CANNOT_ACCESS_GROUP USER_CANNOT_ACCESS_ORG ACCESS_FORBIDDEN
  NOT_IN_GROUP GROUP_NOT_FOUND INVALID_GROUP_ID NOT_ATLAS_GROUP NOT_IN_ORG ORG_NOT_FOUND INVALID_ORG_ID
  RESOURCE_NOT_FOUND CLUSTER_NOT_FOUND invalid_client access_denied UNEXPECTED_ERROR NO_PAYMENT_INFORMATION_FOUND
  ACCOUNT_SUSPENDED RATE_LIMITED RATE_LIMITED_TOKEN_BUCKET SERVICE_UNAVAILABLE
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES VERSION_GONE CANNOT_ASSUME_ROLE
  CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED INVALID_AWS_CREDENTIALS INVALID_AZURE_CREDENTIALS
  INVALID_GOOGLE_CLOUD_CREDENTIALS NO_PERMISSION_TO_ENCRYPT_DECRYPT AWS_KMS_CREDENTIALS_AUTH_DEPRECATED
  ENCRYPTION_AT_REST_SETTINGS_INVALID AWS_CUSTOMER_MASTER_KEY_NOT_FOUND AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED
  AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_DELETION AWS_KMS_CUSTOMER_MASTER_KEY_PENDING_IMPORT
  AWS_KMS_REGION_NOT_SUPPORTED INVALID_REGION AZURE_KEY_VAULT_KEY_EXPIRED AZURE_KEY_VAULT_KEY_EXPIRING
  AZURE_KEY_VAULT_KEY_IDENTIFIER_INVALID_FORMAT AZURE_KEY_VAULT_KEY_NOT_ACTIVE AZURE_KEY_VAULT_KEY_NOT_ENABLED
  AZURE_KEY_VAULT_KEY_NOT_FOUND AZURE_KEY_VAULT_ENVIRONMENT_NOT_SUPPORTED GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND
  GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED
  GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION VALIDATION_ERROR
  INVALID_ATTRIBUTE INVALID_ENUM_VALUE MISSING_ATTRIBUTE MISSING_OR_INVALID_ATTRIBUTE
  CANNOT_USE_ENCRYPTION_AT_REST_TENANT UNSUPPORTED_FOR_CURRENT_PLAN FEATURE_UNSUPPORTED
  ENCRYPTION_AT_REST_PROVIDER_NOT_SUPPORTED CANNOT_CHANGE_ENCRYPTION_AT_REST_PROVIDER
  CANNOT_DISABLE_ENCRYPTION_AT_REST CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS
  CANNOT_DISABLE_ENCRYPTION_AT_REST_REQUIRE_PRIVATE_NETWORKING_WHILE_PRIVATE_ENDPOINTS_EXIST
  ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_BLOCKED_DURING_PROVISIONING
  CANNOT_DISABLE_ENCRYPTION_AT_REST_WITH_BACKUP_COMPLIANCE_POLICY
  CAN_NOT_DISABLE_ALL_ENCRYPTION_AT_REST_SETTINGS_WHILE_BACKUP_COMPLIANCE_POLICY_ENCRYPTION_ENABLED`.split(/\s+/));

// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __nccwpck_require__(4033);
// EXTERNAL MODULE: ./build/sanitize/sentences.js
var sentences = __nccwpck_require__(5444);
;// CONCATENATED MODULE: ./build/report/links.js



/** No links at all. */
const NO_LINKS = { project: () => null, error: () => null, runbook: () => null };
/** @param atlasOrigin scheme and host of Atlas; null if it is not known */
function pageLinks(atlasOrigin, env, secrets) {
    const origin = atlasOrigin === null ? null : secrets.sanitize(atlasOrigin);
    const docs = docsFolder(env);
    const folder = docs === null ? null : secrets.sanitize(docs);
    return {
        project: (projectId) => (origin === null ? null : (0,safe_text/* safe */.gB) `${origin}/v2/${projectId}`),
        error: (code) => folder === null || !DOCUMENTED_CODES.has(code) ? null : (0,safe_text/* safe */.gB) `${folder}/errors.md#${(0,sentences/* lowerCase */.gQ)((0,safe_text/* safe */.gB) `${code}`)}`,
        runbook: () => (folder === null ? null : (0,safe_text/* safe */.gB) `${folder}/runbook.md`),
    };
}
/** The runner sets these variables for an action from a repository; a local one (`uses: ./`) has none of the last two. */
function docsFolder(env) {
    const { GITHUB_SERVER_URL: server = '', GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: ref = '' } = env;
    const isKnown = /^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref);
    return isKnown ? `${server}/${repository}/blob/${ref}/docs` : null;
}


/***/ }),

/***/ 3851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ statesTable),
/* harmony export */   Ko: () => (/* binding */ projectBlocks),
/* harmony export */   Qv: () => (/* binding */ comparisonTable),
/* harmony export */   gv: () => (/* binding */ requirementRow),
/* harmony export */   xJ: () => (/* binding */ REQUIREMENT_HEAD)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_printable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3781);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(5444);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6710);
/* harmony import */ var _finding_blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6685);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5138);
/* harmony import */ var _resource_tables_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6809);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3757);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1345);










const MAX_VALUE_LENGTH = 500;
const ICONS = { good: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `\u2705`, excused: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `\u26a0\ufe0f`, bad: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `\u274c` };
/** The blocks about one project, for the summary, an issue or a comment. */
function projectBlocks(project, links) {
    const verdict = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .verdictOn */ .Hc)(project);
    const id = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)(links.project(project.projectId), (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(project.projectId));
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<h3>${iconOf(verdict, project)} Atlas encryption at rest: ${verdict.title}</h3>
      <p>${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .modeTitle */ .i2)(project.mode)} \u00b7 project ${id}</p>`,
        ...(0,_finding_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .findingsBlocks */ .Tf)(verdict, project.excused, links),
        ...(project.error === null ? [] : (0,_finding_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .errorBlocks */ .pT)(project.error, links)),
        ...(project.stateUnknown ? [(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p>\u26a0\ufe0f ${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .ownText */ .U3)(_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .STATE_UNKNOWN */ .V7)}</p>`] : []),
        ...detailBlocks(project),
    ];
}
function iconOf({ status }, { result, changed }) {
    return status === 'good' && result === 'planned' && changed ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `\ud83d\udd04` : ICONS[status];
}
function detailBlocks(project) {
    const { requirements, notComparable, lastChange, isKnown } = project;
    // Clusters and private endpoints have tables of their own, which say how each was last seen.
    const comparisons = project.comparisons.filter(({ field }) => !/^(clusters|privateEndpoints)\./.test(field));
    return [
        ...(isKnown ? [statesTable(project)] : []),
        ...(comparisons.length > 0 ? [comparisonTable({ ...project, comparisons })] : []),
        ...(project.clusters.length > 0 ? [(0,_resource_tables_js__WEBPACK_IMPORTED_MODULE_5__/* .clusterTable */ .V5)(project)] : []),
        ...(project.privateEndpoints.length > 0 ? [(0,_resource_tables_js__WEBPACK_IMPORTED_MODULE_5__/* .endpointTable */ ._s)(project)] : []),
        ...(lastChange === null
            ? []
            : [(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p>Last change of the configuration: ${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(lastChange.when)} by ${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(lastChange.who)}</p>`]),
        ...(requirements.length > 0 ? [requirementTable(requirements)] : []),
        ...patchBlock(project),
        ...notesOf(project).map((note) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p>\u2139\ufe0f ${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .externalText */ .R0)((0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_9__/* .asSentence */ .KG)(note))}</p>`),
        ...(notComparable.length > 0 ? [notComparableBlock(notComparable)] : []),
    ];
}
/** The notes, but for one that the error repeats. */
function notesOf({ notes, error }) {
    return notes.filter((note) => !error?.parts?.advice?.includes(note));
}
function patchBlock(project) {
    if (project.patch === null)
        return [];
    return [(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p>${patchIntro(project)}: ${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `PATCH ${(0,_sanitize_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g)((0,_sanitize_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .safeJson */ .o)(project.patch))}`)}</p>`];
}
function patchIntro({ mode, changed, error, stateUnknown, patchRefused }) {
    if (mode === 'plan')
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `Apply would send`;
    if (changed || error === null || stateUnknown)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `Sent`;
    return patchRefused ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `Refused` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `Not sent`;
}
/** The providers and their keys as Atlas reports them. */
function statesTable({ providers }) {
    if (providers.length === 0)
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p>No provider is enabled.</p>`;
    const rows = providers.map(({ provider, enabled, valid }) => {
        const key = !enabled ? (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `\u2014` : valid ? (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .withIcon */ .Sy)('\u2705', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `valid`) : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .withIcon */ .Sy)('\u274c', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `not valid`);
        const state = enabled ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `enabled` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `off`;
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<tr><td>${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title}</td><td>${state}</td><td>${key}</td></tr>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<table><tr><th>Provider</th><th>In Atlas now</th><th>Key</th></tr>${rows}</table>`;
}
const ORDER = ['differs', 'not-comparable', 'same'];
/** The desired fields next to what Atlas reports, those that differ first. */
function comparisonTable({ comparisons, changed, mode, }) {
    const wasChanged = changed && mode === 'apply' && comparisons.some(({ verdict }) => verdict === 'differs');
    const value = (shown) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(shown === null || shown === '' ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `` : (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .valueText */ .R)(shown, MAX_VALUE_LENGTH));
    const verdicts = {
        same: (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .withIcon */ .Sy)('\u2705', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `same`),
        differs: wasChanged
            ? (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .withIcon */ .Sy)('\ud83d\udd04', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `changed`)
            : mode === 'plan'
                ? (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .withIcon */ .Sy)('\ud83d\udd04', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `to change`)
                : (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .withIcon */ .Sy)('\u274c', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `differs`),
        'not-comparable': (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .withIcon */ .Sy)('\u2754', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `not comparable`),
    };
    const rank = ({ verdict }) => ORDER.indexOf(verdict);
    const rows = comparisons
        .toSorted((a, b) => rank(a) - rank(b))
        .map(({ field, expected, actual, verdict }) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<tr><td>${verdicts[verdict]}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(field)}</td><td>${value(expected)}</td><td>${value(actual)}</td></tr>`);
    const inAtlas = wasChanged ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `In Atlas before` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `In Atlas`;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<table><tr><th>Verdict</th><th>Field</th><th>Expected</th><th>${inAtlas}</th></tr>${rows}</table>`;
}
/** The conditions that were checked, those that are not met first. */
function requirementTable(requirements) {
    const rank = ({ held }) => [false, null, true].indexOf(held);
    const rows = requirements.toSorted((a, b) => rank(a) - rank(b)).map(requirementRow);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<table>${REQUIREMENT_HEAD}${rows}</table>`;
}
const REQUIREMENT_HEAD = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<tr><th>Requirement</th><th>Result</th><th>Why</th></tr>`;
function requirementRow({ condition, held, detail }) {
    const icon = held === null ? '\u2754' : held ? '\u2705' : '\u274c';
    const result = (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .withIcon */ .Sy)(icon, (0,_events_js__WEBPACK_IMPORTED_MODULE_2__/* .heldText */ .D)(held));
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `${condition}`)}</td><td>${result}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .externalText */ .R0)(detail)}</td></tr>`;
}
function notComparableBlock(fields) {
    const names = fields.map((field) => (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `${(0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(field)} `);
    const why = fields.length > 1 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `Atlas does not return them` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_8__/* .safe */ .gB) `Atlas does not return it`;
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_4__/* .html */ .qy) `<p>Not comparable: ${names}\u2014 ${why}, so a difference there cannot be detected. Secrets that are set are sent on every apply.</p>`;
}


/***/ }),

/***/ 1644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ projectsBlocks)
/* harmony export */ });
/* harmony import */ var _sanitize_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3781);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4033);
/* harmony import */ var _finding_blocks_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6685);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5138);
/* harmony import */ var _projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(581);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1345);






/** Of one project's row; the report has all of it. */
const MAX_TEXT_LENGTH = 400;
const ICONS = {
    error: '\u274c',
    invalid: '\u274c',
    requirement: '\u274c',
    drift: '\u274c',
    excused: '\u26a0\ufe0f',
    created: '\u2705',
    updated: '\u2705',
    disabled: '\u2705',
    'to change': '\ud83d\udd04',
    unchanged: '\u2705',
    planned: '\u2705',
    passed: '\u2705',
    exported: '\u2705',
};
/** Of the slices, by how bad it is. */
const COLORS = {
    error: '#a40e26',
    invalid: '#cf222e',
    requirement: '#bc4c00',
    drift: '#d4a72c',
    excused: '#eac54f',
    created: '#1a7f37',
    updated: '#2da44e',
    disabled: '#6e7781',
    'to change': '#54aeff',
    unchanged: '#4ac26b',
    planned: '#80ccff',
    passed: '#4ac26b',
    exported: '#4ac26b',
};
/**
 * The blocks about many projects: verdict, totals, a pie of the verdicts, one row a project, worst first. Made from the
 * report alone, so that merged reports read like one run.
 *
 * @param maxBytes, with blank lines between the blocks; rows past it are counted instead
 */
function projectsBlocks(report, maxBytes, links) {
    const counts = report.projects.length === 0 ? [] : [totals(report), pie(report)];
    const blocks = [...heading(report, links), ...findings(report, links), ...counts];
    const used = blocks.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0);
    return [...blocks, ...table(report, maxBytes - used, links)];
}
function heading(report, links) {
    const { mode, shard, error, totals: counts } = report;
    const part = shard === null ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) ` \u00b7 shard ${shard}`;
    const text = counts.projects === 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `There was no project to check.` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${(0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .totalsText */ .zF)(report)}.`;
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<h3>${iconOf(report)} Atlas encryption at rest: ${title(report)}</h3>
      <p>${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .modeTitle */ .i2)(mode)}${part} \u00b7 ${text}</p>`,
        ...(error === null ? [] : (0,_finding_blocks_js__WEBPACK_IMPORTED_MODULE_1__/* .errorBlocks */ .pT)(error, links)),
    ];
}
function iconOf({ failureReason, mode, projects, totals: counts }) {
    if (failureReason !== null)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `\u274c`;
    const isDoubtful = projects.some((project) => (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .hasInvalidKey */ .d8)(project) || (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .projectVerdict */ .pv)(project, mode) === 'excused');
    if (isDoubtful)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `\u26a0\ufe0f`;
    return mode === 'plan' && counts.changed > 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `\ud83d\udd04` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `\u2705`;
}
/** Every finding with its count, or how well it ended. */
function title(report) {
    const { mode, result, failureReason, totals: counts } = report;
    const found = (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .findingCounts */ .s_)(report).map(({ finding, count }) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${count} ${finding}`);
    const list = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .joinSafe */ .e)(found, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `, `);
    if (failureReason !== null) {
        if (counts.failed === 0)
            return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `failed`;
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${counts.failed} of ${projectsText(counts.projects)} failed (${list})`;
    }
    if (found.length > 0)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${result} with findings (${list})`;
    if (mode !== 'plan' || counts.projects === 0)
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${result}`;
    return counts.changed === 0
        ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `nothing to change`
        : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${counts.changed} of ${projectsText(counts.projects)} to change`;
}
const projectsText = (count) => (count === 1 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `1 project` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${count} projects`);
/** What to do about each finding. */
function findings(report, links) {
    const runbook = links.runbook();
    const items = (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .findingCounts */ .s_)(report).map(({ finding, count }) => {
        const isLinked = finding === 'invalid' && runbook !== null;
        const more = isLinked ? [(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) ` ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(runbook, (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `What to do when a key is not valid`)}`] : [];
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<li><b>${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${finding}`}</b> (${projectsText(count)}): ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .ownText */ .U3)(_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .ADVICE */ .hc[finding])}${more}</li>`;
    });
    return items.length === 0 ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p><b>What to do:</b></p><ul>${items}</ul>`];
}
function totals({ totals: counts }) {
    const names = Object.keys(counts);
    const titles = names.map((name) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<th>${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${name}`}</th>`);
    const values = names.map((name) => (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<td>${counts[name]}</td>`);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<table><tr>${titles}</tr><tr>${values}</tr></table>`;
}
/** Mermaid, which GitHub draws; it holds only words and numbers of our own. */
function pie({ projects, mode }) {
    const verdicts = projects.map((project) => (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .projectVerdict */ .pv)(project, mode));
    const slices = _projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .VERDICTS */ .bk.flatMap((verdict) => {
        const count = verdicts.filter((other) => other === verdict).length;
        return count === 0 ? [] : [{ text: `    "${verdict}" : ${count}`, color: COLORS[verdict] }];
    });
    // Mermaid's own colors would show passed projects in yellow.
    const variables = Object.fromEntries(slices.map(({ color }, i) => [`pie${i + 1}`, color]));
    const theme = `%%{init: ${JSON.stringify({ themeVariables: variables })}}%%`;
    const lines = ['```mermaid', theme, 'pie showData title Verdicts', ...slices.map(({ text }) => text), '```'];
    return new _html_js__WEBPACK_IMPORTED_MODULE_2__/* .Html */ .Ed(lines.join('\n'));
}
function table(report, room, links) {
    const projects = (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .worstFirst */ .md)(report);
    if (projects.length === 0)
        return [];
    const head = (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<tr><th>Verdict</th><th>Project</th><th>What was found</th></tr>`;
    const rows = [];
    // What ends the table, and says how much was cut, is short.
    let left = room - head.markup.length - 300;
    for (const project of projects) {
        const row = rowOf(project, report.mode, links);
        left -= Buffer.byteLength(row.markup);
        if (left < 0)
            break;
        rows.push(row);
    }
    const cut = projects.length - rows.length;
    return [
        (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<table>${head}${rows}</table>`,
        ...(cut === 0
            ? []
            : [
                (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<p>${cut} more projects were cut here. The file of the output ${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `report-file`)} has all of them.</p>`,
            ]),
    ];
}
function rowOf(project, mode, links) {
    const verdict = (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .projectVerdict */ .pv)(project, mode);
    // A plan or an export does not fail for a key that is not valid.
    const icon = project.result !== 'failed' && (0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .hasInvalidKey */ .d8)(project) ? '\u26a0\ufe0f' : ICONS[verdict];
    const name = project.name === null ? [] : [(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(project.name)}<br>`];
    const id = (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(links.project(project.projectId), (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(project.projectId));
    const found = (0,_sanitize_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)((0,_projects_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .findingsOf */ .WX)(project, mode), MAX_TEXT_LENGTH);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .withIcon */ .Sy)(icon, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${verdict}`)}</td><td>${name}${id}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_2__/* .externalText */ .R0)(found)}</td></tr>`;
}


/***/ }),

/***/ 581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WX: () => (/* binding */ findingsOf),
/* harmony export */   bk: () => (/* binding */ VERDICTS),
/* harmony export */   d8: () => (/* binding */ hasInvalidKey),
/* harmony export */   fL: () => (/* binding */ excuses),
/* harmony export */   hc: () => (/* binding */ ADVICE),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   md: () => (/* binding */ worstFirst),
/* harmony export */   pv: () => (/* binding */ projectVerdict),
/* harmony export */   s_: () => (/* binding */ findingCounts),
/* harmony export */   zF: () => (/* binding */ totalsText)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4424);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4033);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5444);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6710);
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3145);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3757);







/** How one of many projects ended, in a word: why it failed, or what was done, worst first. */
const VERDICTS = [
    ..._domain_result_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_REASONS */ .N9,
    'excused',
    'created',
    'updated',
    'disabled',
    'to change',
    'unchanged',
    'planned',
    'passed',
    'exported',
];
/**
 * The verdict, derived from the report alone, since nothing else is there when the reports of a matrix are merged. `excused`: a
 * finding that an input like `fail-on-drift: false` keeps from failing the step; `to change`: what apply would change.
 */
function projectVerdict(project, mode) {
    const { result, failureReason, changed } = project;
    if (failureReason !== null)
        return failureReason;
    if (excuses(project, mode).length > 0)
        return 'excused';
    if (result === 'planned' && changed)
        return 'to change';
    return result === 'failed' ? 'error' : result;
}
/** Whether Atlas cannot use the key of an enabled provider. */
function hasInvalidKey({ providers }) {
    return providers.some(({ enabled, valid }) => enabled && !valid);
}
/** The inputs that keep a finding of the project from failing the step. */
function excuses({ result, drifted, providers }, mode) {
    if (result === 'failed' || mode === 'plan' || mode === 'export')
        return [];
    return [
        ...(hasInvalidKey({ providers }) ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `fail-on-invalid`] : []),
        ...(drifted && mode === 'drift' ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `fail-on-drift`] : []),
    ];
}
/** The projects, worst first, otherwise in the order of the report. */
function worstFirst(report) {
    // Of projects with one verdict, those whose key is not valid come first: a plan does not fail for it.
    const rank = (project) => 2 * VERDICTS.indexOf(projectVerdict(project, report.mode)) + (hasInvalidKey(project) ? 0 : 1);
    return report.projects.toSorted((a, b) => rank(a) - rank(b));
}
/** Everything that was found in a project, or else its state. */
function findingsOf(project, mode) {
    const { error, requirements, differences, changed } = project;
    if (error !== null)
        return error.message.includes(error.code) ? error.message : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${error.code}: ${error.message}`;
    const failing = requirements.filter(({ held }) => held !== true);
    const state = isToBeDisabled(project, mode) ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${states(project)}, but must be disabled` : states(project);
    const sentences = [
        withStakes(state, project.atRisk),
        ...failing.map(({ condition, held, detail }) => (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${condition} ${(0,_events_js__WEBPACK_IMPORTED_MODULE_2__/* .heldText */ .D)(held)}: ${detail}`),
        ...(differences.length > 0 ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .joinSafe */ .e)(describeDifferences(project), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `; `)] : []),
        ...(mode === 'plan' && changed && differences.length === 0
            ? [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `would send the secrets that are set, which Atlas never returns`]
            : []),
    ].filter((sentence) => sentence !== '');
    return sentences.length === 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `no provider is enabled` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .joinSafe */ .e)(sentences, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) ` \u00b7 `);
}
function withStakes(state, atRisk) {
    const text = (0,_findings_js__WEBPACK_IMPORTED_MODULE_3__/* .stakes */ .A)(atRisk);
    return text === '' ? state : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${(0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_6__/* .asSentence */ .KG)(state)}${text}`;
}
function describeDifferences(project) {
    return project.differences.map((difference) => {
        const { provider, field, expected, actual } = difference;
        const path = provider === null ? field : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].atlasObject}.${field}`;
        return isApplied(project, difference)
            ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${path}: ${(0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .valueText */ .R)(actual)} \u2192 ${(0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .valueText */ .R)(expected)}`
            : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${path} is ${(0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .valueText */ .R)(actual)}, expected ${(0,_values_js__WEBPACK_IMPORTED_MODULE_4__/* .valueText */ .R)(expected)}`;
    });
}
/** Whether Atlas has what was expected since the run changed it. A cluster or an endpoint may still be under way, or not have been reached. */
function isApplied({ changed, result, clusters, privateEndpoints }, { field, expected }) {
    if (!changed || result === 'planned')
        return false;
    const cluster = clusters.find(({ name }) => field === `clusters.${name}`);
    if (cluster !== undefined)
        return cluster.actual === expected;
    const endpoint = privateEndpoints.find(({ region }) => field === `privateEndpoints.${region}`);
    return endpoint === undefined || endpoint.status === expected;
}
/** Verify fails for a valid key only where the provider must be disabled. */
function isToBeDisabled({ failureReason, providers }, mode) {
    return (mode === 'verify' && failureReason === 'invalid' && providers.length > 0 && providers.every(({ valid }) => valid));
}
function states({ providers }) {
    const texts = providers.map(({ provider, enabled, valid }) => {
        const key = enabled ? (valid ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `key valid` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `key NOT valid`) : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `not enabled`;
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title}: ${key}`;
    });
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .joinSafe */ .e)(texts, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `, `);
}
/** What to do about a reason for which projects failed. */
const ADVICE = {
    error: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `The message of each project says what to do. The other projects are not affected.`,
    invalid: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `Do not restart, scale, or upgrade a cluster of such a project until its key is valid: its nodes would not start again. Check that the key is enabled, that the role or the credentials may use it, and that no firewall or network rule at the provider blocks Atlas. Enable a provider that is not enabled with \`mode: apply\`.`,
    requirement: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `The table says why each condition is not met. If the result is unknown, the credentials may lack a role: \`Project Read Only\`, or for private endpoints \`Project Owner\`.`,
    drift: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `If the file is right, run \`mode: apply\`. If Atlas is right, change the file.`,
};
/** How many projects have each finding, whether or not it fails them. A project with two findings counts twice. */
function findingCounts({ mode, projects }) {
    return _domain_result_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_REASONS */ .N9.map((finding) => ({
        finding,
        count: projects.filter((project) => hasFinding(project, finding, mode)).length,
    })).filter(({ count }) => count > 0);
}
function hasFinding(project, finding, mode) {
    const { error, failureReason, requirements, drifted } = project;
    if (finding === failureReason)
        return true;
    if (error !== null || mode === 'plan' || mode === 'export')
        return false;
    if (finding === 'invalid')
        return hasInvalidKey(project);
    if (finding === 'requirement')
        return requirements.some(({ held }) => held !== true);
    return finding === 'drift' && mode === 'drift' && drifted;
}
/** `40 projects: 37 passed, 3 failed (1 invalid, 2 drift), 4 changed`. */
function countsOf(report) {
    const reasons = _domain_result_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_REASONS */ .N9.flatMap((reason) => {
        const count = report.projects.filter(({ failureReason }) => failureReason === reason).length;
        return count === 0 ? [] : [(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${count} ${reason}`];
    });
    return totalsText(report, reasons.length === 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) ` (${(0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .joinSafe */ .e)(reasons, (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `, `)})`);
}
/** @param failed what stands behind the number of projects that failed; begins with a space, or is empty */
function totalsText({ mode, totals }, failed = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) ``) {
    const changed = totals.changed === 0 ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `, ${totals.changed} ${mode === 'plan' ? 'to change' : 'changed'}`;
    const noun = totals.projects === 1 ? 'project' : 'projects';
    return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_5__/* .safe */ .gB) `${totals.projects} ${noun}: ${totals.passed} passed, ${totals.failed} failed${failed}${changed}`;
}


/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ buildReport),
/* harmony export */   TK: () => (/* binding */ withoutParts),
/* harmony export */   ve: () => (/* binding */ MAX_LENGTHS),
/* harmony export */   xh: () => (/* binding */ currentRun),
/* harmony export */   xr: () => (/* binding */ assembleReport)
/* harmony export */ });
/* harmony import */ var _domain_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(545);
/* harmony import */ var _domain_modes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7385);
/* harmony import */ var _domain_result_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4424);
/* harmony import */ var _sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5444);




/** How much of a text is kept when a report is read. The runner cuts annotations at 4096 characters. */
const MAX_LENGTHS = { name: _domain_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_NAME_LENGTH */ .E, detail: 1000, message: 3000 };
/** The report of a run. */
function buildReport(parts) {
    return assembleReport({
        ...parts,
        projects: parts.projects.map(projectReport),
        invalid: parts.projects.filter(hasInvalidProvider).length,
    });
}
/** The report on the projects: result, reason and totals follow from what the projects say. */
function assembleReport(parts) {
    const { mode, shard, error, projects, invalid } = parts;
    const count = (is) => projects.filter(is).length;
    const failureReason = error !== null
        ? 'error'
        : (_domain_result_js__WEBPACK_IMPORTED_MODULE_1__/* .FAILURE_REASONS */ .N9.find((reason) => projects.some((project) => project.failureReason === reason)) ?? null);
    return {
        mode,
        shard,
        result: failureReason === null ? successOf(parts) : 'failed',
        failureReason,
        error,
        totals: {
            projects: projects.length,
            passed: count(({ result }) => result !== 'failed'),
            failed: count(({ result }) => result === 'failed'),
            changed: count(({ changed }) => changed),
            drifted: count(({ drifted }) => drifted),
            invalid,
            errors: count((project) => project.error !== null),
        },
        projects,
    };
}
/** The run of the workflow that makes a report now. */
function currentRun({ env, clock }, secrets) {
    const number = (text) => text !== undefined && /^\d{1,20}$/.test(text) ? secrets.sanitize(text) : null;
    return {
        id: number(env.GITHUB_RUN_ID),
        attempt: number(env.GITHUB_RUN_ATTEMPT),
        at: (0,_sanitize_sentences_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .Ly)(clock.wallNow()),
    };
}
function successOf({ mode, isMultiProject, projects }) {
    const [only] = projects;
    if (!isMultiProject && only !== undefined)
        return only.result;
    if (mode === null || mode === 'merge')
        return 'passed';
    const { changesAtlas, results } = _domain_modes_js__WEBPACK_IMPORTED_MODULE_0__/* .MODE_TABLE */ .T[mode];
    if (!changesAtlas)
        return results[0];
    return projects.some(({ changed }) => changed) ? 'updated' : 'unchanged';
}
/** A desired or targeted provider is not enabled or not valid; only known once Atlas has answered. */
function hasInvalidProvider({ isKnown, expectsProvider, valid }) {
    return isKnown && expectsProvider && !valid;
}
function projectReport(project) {
    const { projectId, name, result, failureReason, valid, enabled, changed, drifted, providers } = project;
    return {
        projectId,
        name,
        result,
        failureReason,
        valid,
        enabled,
        changed,
        drifted,
        providers,
        differences: project.differences.map((difference) => ({ projectId, ...difference })),
        notComparable: project.notComparable,
        requirements: project.requirements,
        clusters: project.clusters,
        privateEndpoints: project.privateEndpoints,
        atRisk: project.atRisk,
        error: withoutParts(project.error),
    };
}
/** An error as the JSON of a report has it. */
function withoutParts(error) {
    return error && { code: error.code, message: error.message };
}


/***/ }),

/***/ 6809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E2: () => (/* binding */ isEndpointDesired),
/* harmony export */   V5: () => (/* binding */ clusterTable),
/* harmony export */   _s: () => (/* binding */ endpointTable)
/* harmony export */ });
/* harmony import */ var _domain_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7947);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4033);
/* harmony import */ var _html_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5138);



/** The clusters that the workflow names, as they were last seen. */
function clusterTable({ clusters, mode }) {
    const rows = clusters.map(({ name, expected, actual, state }) => {
        const isPending = mode === 'apply' && state !== null && state !== 'IDLE';
        const icon = actual === expected ? (isPending ? '\u23f3' : '\u2705') : iconOfDifference(mode);
        const result = (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .withIcon */ .Sy)(icon, actual === null ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `\u2014` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `${actual}`);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<tr><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name)}</td><td>${expected}</td><td>${result}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(state ?? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) ``)}</td></tr>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<table><tr><th>Cluster</th><th>Expected</th><th>In Atlas</th><th>State</th></tr>${rows}</table>`;
}
/** In a plan, what differs is what apply would change. */
function iconOfDifference(mode) {
    return mode === 'plan' ? '\ud83d\udd04' : '\u274c';
}
/** The private endpoints in the regions that the workflow names, as they were last seen. */
function endpointTable(project) {
    const rows = project.privateEndpoints.map((endpoint) => {
        const { provider, region, connectionName } = endpoint;
        const connection = (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(connectionName ?? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) ``);
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<tr><td>${_domain_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVIDERS */ .xq[provider].title}</td><td>${(0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(region)}</td><td>${statusOf(endpoint, project)}</td><td>${connection}</td></tr>`;
    });
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .html */ .qy) `<table><tr><th>Private endpoint</th><th>Region</th><th>Status</th><th>Connection</th></tr>${rows}</table>`;
}
function statusOf(endpoint, project) {
    const { status } = endpoint;
    const { mode, changed } = project;
    if (!isEndpointDesired(project, endpoint))
        return statusOfUndesired(status, mode === 'apply' && changed, mode);
    if (status === null)
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .withIcon */ .Sy)(iconOfDifference(mode), (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `none`);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .withIcon */ .Sy)(status === 'ACTIVE' ? '\u2705' : status === 'FAILED' ? '\u274c' : '\u23f3', status);
}
/** An endpoint of a provider that is to be disabled is to be deleted. */
function statusOfUndesired(status, wasChanged, mode) {
    if (status === null)
        return (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .withIcon */ .Sy)('\u2705', wasChanged ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `deleted` : (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `none`);
    return (0,_html_js__WEBPACK_IMPORTED_MODULE_1__/* .withIcon */ .Sy)(mode === 'plan' ? '\ud83d\udd04' : '\u23f3', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safe */ .gB) `${status}, to be deleted`);
}
/** Whether the workflow wants the endpoint: of a provider that is to be disabled, none is compared. */
function isEndpointDesired({ comparisons }, { provider, region }) {
    return comparisons.some((one) => one.provider === provider && one.field === `privateEndpoints.${region}`);
}


/***/ }),

/***/ 3757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ valueText)
/* harmony export */ });
/* harmony import */ var _sanitize_printable_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3781);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/** A field's value in a sentence or a table; a dash if there is none. */
function valueText(value, maxLength) {
    if (value === null || value === '')
        return (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `\u2014`;
    return typeof value === 'boolean' ? (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `${value}` : (0,_sanitize_printable_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g)(value, maxLength);
}


/***/ }),

/***/ 1345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  OK: () => (/* binding */ INVALID_INPUTS),
  V7: () => (/* binding */ STATE_UNKNOWN),
  Rl: () => (/* binding */ excuseText),
  ix: () => (/* binding */ excusedFindings),
  i2: () => (/* binding */ modeTitle),
  MT: () => (/* binding */ verdictLine),
  Hc: () => (/* binding */ verdictOn)
});

// EXTERNAL MODULE: ./build/domain/modes.js
var modes = __nccwpck_require__(7385);
// EXTERNAL MODULE: ./build/domain/named.js
var named = __nccwpck_require__(5012);
// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __nccwpck_require__(4033);
// EXTERNAL MODULE: ./build/report/findings.js
var report_findings = __nccwpck_require__(3145);
// EXTERNAL MODULE: ./build/report/projects-verdict.js
var projects_verdict = __nccwpck_require__(581);
// EXTERNAL MODULE: ./build/domain/providers.js
var domain_providers = __nccwpck_require__(7947);
// EXTERNAL MODULE: ./build/report/resource-tables.js
var resource_tables = __nccwpck_require__(6809);
;// CONCATENATED MODULE: ./build/report/success-text.js




/** How a project ended that has no finding and no error. */
function successText(project) {
    const advice = adviceOn(project);
    return { title: (0,safe_text/* safe */.gB) ``, text: textOn(project), ...(advice !== undefined && { advice }) };
}
function textOn(project) {
    const { result, providers, changed, mode, expectsProvider } = project;
    const who = titles(providers);
    const isOne = providers.length <= 1;
    const be = isOne ? (0,safe_text/* safe */.gB) `is` : (0,safe_text/* safe */.gB) `are`;
    const works = isOne ? (0,safe_text/* safe */.gB) `its key is valid` : (0,safe_text/* safe */.gB) `their keys are valid`;
    switch (result) {
        case 'created':
            return (0,safe_text/* safe */.gB) `${who} ${be} now enabled and ${works}.`;
        case 'updated':
            return (0,safe_text/* safe */.gB) `${changedParts(project)} changed. ${stateText(project)}`;
        case 'disabled':
            return (0,safe_text/* safe */.gB) `${who} ${be} now disabled.`;
        case 'unchanged':
            if (!expectsProvider && providers.some(({ enabled }) => enabled)) {
                return (0,safe_text/* safe */.gB) `Nothing was sent. ${stateText(project)}`;
            }
            return providers.some(({ enabled }) => enabled)
                ? (0,safe_text/* safe */.gB) `${who} ${be} as desired and ${works}. Nothing was sent.`
                : (0,safe_text/* safe */.gB) `${who} ${be} disabled already. Nothing was sent.`;
        case 'planned':
            return changed ? textOnChange(project) : textOnNoChange(project);
        case 'exported':
            return textOnExported(project);
        default: {
            const asDesired = mode === 'drift' ? (0,safe_text/* safe */.gB) `No differences. ` : (0,safe_text/* safe */.gB) ``;
            return expectsProvider ? (0,safe_text/* safe */.gB) `${asDesired}${who}: enabled, and ${works}.` : (0,safe_text/* safe */.gB) `${asDesired}${who}: disabled.`;
        }
    }
}
function textOnChange(project) {
    const parts = listed(plannedParts(project));
    if (!(0,projects_verdict/* hasInvalidKey */.d8)(project))
        return (0,safe_text/* safe */.gB) `Apply would change ${parts}.`;
    return (0,safe_text/* safe */.gB) `Apply would try to change ${parts} and fail: Atlas accepts no change while the current key is not valid.`;
}
function textOnNoChange(project) {
    if (!(0,projects_verdict/* hasInvalidKey */.d8)(project))
        return (0,safe_text/* safe */.gB) `No differences. Apply would send nothing.`;
    return (0,safe_text/* safe */.gB) `There is nothing to change, but the key of ${titles(project.providers.filter(isInvalid))} is not valid.`;
}
const isInvalid = ({ enabled, valid }) => enabled && !valid;
/** The heading of a plan: how much apply would change. */
function plannedTitle(project) {
    const title = project.changed ? (0,safe_text/* safe */.gB) `${listed(plannedParts(project))} to change` : (0,safe_text/* safe */.gB) `nothing to change`;
    return (0,projects_verdict/* hasInvalidKey */.d8)(project) ? (0,safe_text/* safe */.gB) `key not valid, ${title}` : title;
}
/** An invalid key does not fail an export, so it is said here. */
function textOnExported({ providers }) {
    if (providers.length === 0)
        return (0,safe_text/* safe */.gB) `No provider of encryption at rest is enabled in the project.`;
    const states = providers.map(({ provider, valid }) => (0,safe_text/* safe */.gB) `${domain_providers/* PROVIDERS */.xq[provider].title} is enabled, and its key is ${valid ? 'valid' : 'NOT valid'}.`);
    return (0,safe_text/* joinSafe */.e)(states, (0,safe_text/* safe */.gB) ` `);
}
/** The providers that are enabled at the end, which may still be one that is to be disabled by a later run. */
function stateText({ providers }) {
    const enabled = providers.filter((provider) => provider.enabled);
    if (enabled.length === 0)
        return (0,safe_text/* safe */.gB) `${titles(providers)}: disabled.`;
    const invalid = enabled.filter(({ valid }) => !valid);
    if (invalid.length > 0)
        return (0,safe_text/* safe */.gB) `${titles(enabled)}: enabled, but the key of ${titles(invalid)} is not valid.`;
    return (0,safe_text/* safe */.gB) `${titles(enabled)}: enabled, and ${enabled.length > 1 ? (0,safe_text/* safe */.gB) `their keys are valid` : (0,safe_text/* safe */.gB) `its key is valid`}.`;
}
/** What was changed: providers, the setting of the project, clusters and private endpoints. */
function changedParts(project) {
    const { patch, providers, clusters, privateEndpoints } = project;
    const parts = domain_providers/* PROVIDER_LIST */.Pj.filter(({ atlasObject }) => patch?.[atlasObject] !== undefined).map(({ title }) => title);
    if (patch?.enabledForSearchNodes !== undefined)
        parts.push((0,safe_text/* safe */.gB) `Encryption of search nodes`);
    const differed = new Set(project.differences.map(({ field }) => field));
    const switched = clusters.filter(({ name, actual, expected }) => actual === expected && differed.has(`clusters.${name}`));
    if (switched.length > 0)
        parts.push(counted(switched.length, (0,safe_text/* safe */.gB) `cluster`));
    if (privateEndpoints.some(({ region }) => differed.has(`privateEndpoints.${region}`))) {
        parts.push(parts.length === 0 ? (0,safe_text/* safe */.gB) `Private endpoints` : (0,safe_text/* safe */.gB) `private endpoints`);
    }
    return parts.length === 0 ? titles(providers) : listed(parts);
}
/** `2 fields` and `1 cluster`. Of fields secrets are included, which no comparison can count. */
function plannedParts(project) {
    const { patch, clusters, differences, privateEndpoints } = project;
    const inBlocks = domain_providers/* PROVIDER_LIST */.Pj.map(({ atlasObject }) => Object.keys(patch?.[atlasObject] ?? {}).length);
    const count = inBlocks.reduce((sum, size) => sum + size, patch?.enabledForSearchNodes === undefined ? 0 : 1);
    const switched = clusters.filter(({ actual, expected }) => actual !== expected).length;
    const created = differences.filter(({ field, actual }) => field.startsWith('privateEndpoints.') && actual === null);
    const deleted = privateEndpoints.filter((one) => one.status !== null && !(0,resource_tables/* isEndpointDesired */.E2)(project, one));
    const endpoints = created.length + deleted.length;
    const parts = [
        ...(count > 0 ? [counted(count, (0,safe_text/* safe */.gB) `field`)] : []),
        ...(switched > 0 ? [counted(switched, (0,safe_text/* safe */.gB) `cluster`)] : []),
        ...(endpoints > 0 ? [counted(endpoints, (0,safe_text/* safe */.gB) `private endpoint`)] : []),
    ];
    // What is left is an endpoint of a provider that is disabled already.
    return parts.length > 0 ? parts : [(0,safe_text/* safe */.gB) `private endpoints`];
}
function counted(count, noun) {
    return count === 1 ? (0,safe_text/* safe */.gB) `1 ${noun}` : (0,safe_text/* safe */.gB) `${count} ${noun}s`;
}
/** `a`, `a and b`, `a, b and c`. */
function listed(parts) {
    const last = parts.at(-1) ?? (0,safe_text/* safe */.gB) ``;
    return parts.length <= 1 ? last : (0,safe_text/* safe */.gB) `${(0,safe_text/* joinSafe */.e)(parts.slice(0, -1), (0,safe_text/* safe */.gB) `, `)} and ${last}`;
}
function adviceOn(project) {
    const { result, clusters } = project;
    if (result === 'planned' && (0,projects_verdict/* hasInvalidKey */.d8)(project)) {
        return (0,safe_text/* safe */.gB) `Restore Atlas's access to the current key first. Do not restart, scale, or upgrade a cluster of this project until \`mode: verify\` passes.`;
    }
    if (result === 'created' && clusters.length === 0) {
        return (0,safe_text/* safe */.gB) `No cluster uses the key yet. Run \`mode: apply\` with \`clusters\`, or switch on encryption at rest for each cluster in Atlas.`;
    }
    return undefined;
}
const titles = (states) => (0,safe_text/* joinSafe */.e)(states.map(({ provider }) => domain_providers/* PROVIDERS */.xq[provider].title), (0,safe_text/* safe */.gB) `, `);

;// CONCATENATED MODULE: ./build/report/verdict.js






/** For a run that ended while a change was on its way. */
const STATE_UNKNOWN = (0,safe_text/* safe */.gB) `A change was in progress when the run ended, so the state is unknown: Atlas may or may not have carried it out. Check with \`mode: plan\`.`;
const TITLES = {
    created: (0,safe_text/* safe */.gB) `enabled`,
    updated: (0,safe_text/* safe */.gB) `updated`,
    disabled: (0,safe_text/* safe */.gB) `disabled`,
    unchanged: (0,safe_text/* safe */.gB) `as desired`,
    planned: (0,safe_text/* safe */.gB) `planned`,
    passed: (0,safe_text/* safe */.gB) `passed`,
    exported: (0,safe_text/* safe */.gB) `exported`,
    failed: (0,safe_text/* safe */.gB) `failed`,
};
function modeTitle(mode) {
    if (mode === null)
        return (0,safe_text/* safe */.gB) `Unknown mode`;
    return mode === 'merge' ? (0,safe_text/* safe */.gB) `Merge` : modes/* MODE_TABLE */.T[mode].title;
}
/** The verdict on a project: all findings that fail it, or all that are excused, or how well it ended. */
function verdictOn(project) {
    const { result, error, findings, excused } = project;
    if (error !== null) {
        return { status: 'bad', title: titleOfError(project), findings: [], error: error.parts ?? { what: error.message } };
    }
    const failing = findings.filter((finding) => !excused.includes(finding));
    const shown = (failing.length > 0 ? failing : excused).map((finding) => report_findings/* FINDINGS */.T[finding](project));
    if (shown.length === 0) {
        const title = result === 'planned' ? plannedTitle(project) : TITLES[result];
        const status = result === 'planned' && (0,projects_verdict/* hasInvalidKey */.d8)(project) ? 'excused' : 'good';
        return { status, title, findings: [successText(project)], error: null };
    }
    const title = (0,safe_text/* joinSafe */.e)(shown.map((finding) => finding.title), (0,safe_text/* safe */.gB) `, `);
    return { status: failing.length > 0 ? 'bad' : 'excused', title, findings: shown, error: null };
}
/** Everything that a verdict says, as one line. */
function verdictLine({ findings, error }) {
    if (error !== null)
        return error.what;
    const sentences = findings.flatMap(({ text, line, advice }) => [
        line ?? text,
        ...(advice === undefined ? [] : [advice]),
    ]);
    return (0,safe_text/* joinSafe */.e)(sentences, (0,safe_text/* safe */.gB) ` `);
}
/** What was found but is excused, a sentence each, for warnings. */
function excusedFindings(project) {
    return project.excused.map((finding) => {
        const notSwitched = finding === 'invalid' && project.mode === 'apply' ? clustersNotSwitched(project) : (0,safe_text/* safe */.gB) ``;
        const { text } = report_findings/* FINDINGS */.T[finding](project);
        return (0,safe_text/* safe */.gB) `${text}${notSwitched} ${excuseText(finding)}`;
    });
}
/** Why the step does not fail for a finding. */
function excuseText(finding) {
    return (0,safe_text/* safe */.gB) `(The step does not fail: \`${EXCUSES[finding]}: false\`.)`;
}
/** The clusters that were left alone for want of a valid key; begins with a space, or is empty. */
function clustersNotSwitched({ clusters }) {
    const left = clusters.filter(({ expected, actual }) => expected !== 'NONE' && actual !== expected);
    return left.length === 0 ? (0,safe_text/* safe */.gB) `` : (0,safe_text/* safe */.gB) ` These clusters were not switched: ${(0,named/* named */.K)(left.map(({ name }) => name))}.`;
}
function titleOfError({ error, patchRefused, isKnown }) {
    if (error === null)
        return (0,safe_text/* safe */.gB) ``;
    if (error.endsRun)
        return error.code === 'TIMEOUT' ? (0,safe_text/* safe */.gB) `timed out` : (0,safe_text/* safe */.gB) `canceled`;
    // Before Atlas has answered, an error in the inputs can only be one of the inputs themselves.
    if (error.code === 'INPUT' && !isKnown)
        return INVALID_INPUTS;
    if (patchRefused)
        return (0,safe_text/* safe */.gB) `change refused by Atlas`;
    return ERROR_TITLES.get(error.code) ?? (0,safe_text/* safe */.gB) `request refused by Atlas`;
}
/** The heading of a run that did not begin because of its inputs. */
const INVALID_INPUTS = (0,safe_text/* safe */.gB) `invalid inputs`;
/** For the codes of this action, and those of Atlas that it gives an error before it sends anything. Any other is of Atlas alone. */
const ERROR_TITLES = new Map([
    ['INPUT', (0,safe_text/* safe */.gB) `failed`],
    ['PROTOCOL', (0,safe_text/* safe */.gB) `failed`],
    ['NETWORK', (0,safe_text/* safe */.gB) `no connection to Atlas`],
    ['NOT_APPLIED', (0,safe_text/* safe */.gB) `change not applied`],
    ['CANNOT_DISABLE_ENCRYPTION_AT_REST', (0,safe_text/* safe */.gB) `still in use`],
    ['CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS', (0,safe_text/* safe */.gB) `still in use`],
    ['CLUSTER_PAUSED', (0,safe_text/* safe */.gB) `cluster paused`],
    ['CLUSTER_NOT_FOUND', (0,safe_text/* safe */.gB) `cluster not found`],
    ['CLUSTER_NOT_READY', (0,safe_text/* safe */.gB) `cluster not ready`],
    ['PRIVATE_ENDPOINT_FAILED', (0,safe_text/* safe */.gB) `private endpoint failed`],
    ['PRIVATE_ENDPOINT_PENDING_ACCEPTANCE', (0,safe_text/* safe */.gB) `private endpoint not approved`],
    ['PRIVATE_ENDPOINT_NOT_READY', (0,safe_text/* safe */.gB) `private endpoint not ready`],
]);
/** The input that excuses a finding; a requirement cannot be excused. */
const EXCUSES = {
    invalid: (0,safe_text/* safe */.gB) `fail-on-invalid`,
    requirement: (0,safe_text/* safe */.gB) ``,
    drift: (0,safe_text/* safe */.gB) `fail-on-drift`,
};


/***/ }),

/***/ 1963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ cancelled)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


const controller = new AbortController();
/**
 * Aborted, with a `RunEndError` as its reason, when the runner cancels the step: SIGINT, 7.5 s later SIGTERM, 2.5 s later
 * SIGKILL (actions/runner, ProcessInvoker.cs). Imported before all else, since without a listener these signals end Node.js.
 */
const cancelled = controller.signal;
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => controller.abort(new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RunEndError */ .fi('CANCELLED', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `The run was canceled (${signal}).`)));
}


/***/ }),

/***/ 7695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z5: () => (/* binding */ cleanupSignal),
/* harmony export */   kk: () => (/* binding */ startTimeout),
/* harmony export */   wj: () => (/* binding */ withTimeout)
/* harmony export */ });
/* harmony import */ var _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6046);
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/** At the end, revoking the token may take this long; less once the run was cut short, since it must end soon. */
const CLEANUP_MS = { normally: 5000, cutShort: 1000 };
/**
 * Starts the run's `timeout`, which counts from the beginning of the run: reading inputs and files is part of it.
 *
 * `AbortSignal.any` would join timeout and cancellation, too, but it checks all its signals whenever it is read, and every request
 * reads it several times.
 *
 * @param seconds of `timeout`
 * @param finished aborted when the run has ended
 */
function startTimeout(seconds, { clock, startedAt, cancelled }, finished) {
    const controller = new AbortController();
    const deadline = startedAt + seconds * 1000;
    const error = new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RunEndError */ .fi('TIMEOUT', {
        what: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `The run timed out after ${seconds} s (\`timeout\`).`,
        advice: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `Check the log to see what took so long, then run again or raise \`timeout\`.`,
    });
    const endAfter = aborter(controller, error, clock, finished);
    endAfter(Math.max(0, deadline - clock.now()));
    const cancel = () => controller.abort(cancelled.reason);
    if (cancelled.aborted)
        cancel();
    else
        cancelled.addEventListener('abort', cancel, { signal: finished });
    return { deadline, signal: controller.signal };
}
/**
 * Does work that ends with the run's `timeout` or its cancellation.
 *
 * @param seconds of `timeout`
 */
async function withTimeout(seconds, runtime, work) {
    const finished = new AbortController();
    try {
        return await work(startTimeout(seconds, runtime, finished.signal).signal);
    }
    finally {
        finished.abort();
    }
}
/** Aborted when there is no more time for cleaning up, which no verdict depends on. */
function cleanupSignal({ clock, signal }, finished) {
    const controller = new AbortController();
    const error = new _domain_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RunEndError */ .fi('TIMEOUT', (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safe */ .gB) `There is no more time for cleaning up.`);
    const endAfter = aborter(controller, error, clock, finished);
    endAfter(CLEANUP_MS.normally);
    if (signal.aborted)
        endAfter(CLEANUP_MS.cutShort);
    else
        signal.addEventListener('abort', () => endAfter(CLEANUP_MS.cutShort), { once: true });
    return controller.signal;
}
/** @returns aborts the controller after so many milliseconds, unless `finished` is aborted before */
function aborter(controller, error, clock, finished) {
    return (ms) => {
        clock.sleep(ms, finished).then(() => controller.abort(error), () => undefined);
    };
}


/***/ }),

/***/ 6153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ NO_GITHUB_LINKS),
/* harmony export */   n: () => (/* binding */ publishIfRequested)
/* harmony export */ });
/* harmony import */ var _sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4033);

const NO_GITHUB_LINKS = { issueUrl: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) ``, commentUrl: (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `` };
/** Keeps issues and comments as the workflow asks. The GitHub client is loaded only if there is something to publish. */
async function publishIfRequested(findings, { github }, { env }, run) {
    if (!github.issue && !github.comment)
        return NO_GITHUB_LINKS;
    try {
        const { publishToGitHub } = await Promise.all(/* import() | github */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("undici"), __nccwpck_require__.e("undici-client"), __nccwpck_require__.e("octokit"), __nccwpck_require__.e("github")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8018));
        return await publishToGitHub(findings, github, env, run);
    }
    catch {
        // @actions/github reads the event and the URL of the API when it is loaded, and throws if it cannot.
        const text = (0,_sanitize_safe_text_js__WEBPACK_IMPORTED_MODULE_0__/* .safe */ .gB) `Couldn't update GitHub: its variables or the event of this run cannot be read. This does not change the result of the run.`;
        run.emit({ type: 'warning', text });
        return NO_GITHUB_LINKS;
    }
}


/***/ }),

/***/ 7538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ publishUncaught),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/domain/errors.js
var errors = __nccwpck_require__(6046);
// EXTERNAL MODULE: ./build/domain/checkpoint.js
var checkpoint = __nccwpck_require__(7779);
// EXTERNAL MODULE: ./build/domain/modes.js
var modes = __nccwpck_require__(7385);
// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __nccwpck_require__(4033);
// EXTERNAL MODULE: ./build/input/errors.js
var input_errors = __nccwpck_require__(4448);
// EXTERNAL MODULE: ./build/input/input-names.js
var input_names = __nccwpck_require__(6);
;// CONCATENATED MODULE: ./build/input/input-context.js


/**
 * The value of an input, or `fallback` if it is not given or wrong.
 *
 * @param parse throws InvalidValueError, which is added to the context's errors
 */
function readOptional({ input, errors }, name, parse, fallback) {
    const text = input(name);
    if (text === '')
        return fallback;
    return errors.attempt(() => (0,input_errors/* parseNamed */.Nw)((0,input_names/* inputLabel */.NB)(name), () => parse(text))) ?? fallback;
}

// EXTERNAL MODULE: ./build/input/mask-inputs.js
var mask_inputs = __nccwpck_require__(7889);
// EXTERNAL MODULE: ./build/input/given-fields.js
var given_fields = __nccwpck_require__(5994);
// EXTERNAL MODULE: ./build/input/parse/scalars.js
var scalars = __nccwpck_require__(1170);
// EXTERNAL MODULE: ./build/domain/selection.js
var selection = __nccwpck_require__(7563);
;// CONCATENATED MODULE: ./build/input/parse/project-patterns.js




const MAX_PATTERNS = 1000;
/** Each of these is compared with every project, or every tag of every project, character by character. */
const MAX_COSTLY_PATTERNS = 100;
/** Atlas's names have up to 64 characters, the keys and values of its tags up to 255 each. */
const MAX_PATTERN_LENGTH = 1024;
/** The most characters of a pattern that a message shows. */
const MAX_SHOWN_LENGTH = 200;
/**
 * The project ids, names and tags of `include-projects` and `exclude-projects`. Names may hold commas and colons, so a list of
 * several lines is divided at line ends alone, and a name that looks like an id or begins with `tag:` is given by its id.
 *
 * @throws InvalidValueError
 */
function parseProjectPatterns(text, sanitize) {
    const words = (0,scalars/* parseLines */.Li)(text);
    // An empty list would include every project, and exclude none.
    if (words.length === 0)
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `names no project`);
    if (words.length > MAX_PATTERNS)
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `must name at most ${MAX_PATTERNS} projects`);
    const patterns = words.map((word) => parsePattern(word, sanitize));
    if (patterns.filter(isCostly).length > MAX_COSTLY_PATTERNS)
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `must have at most ${MAX_COSTLY_PATTERNS} tags and names with \`*\``);
    return patterns;
}
function parsePattern(word, sanitize) {
    if (word.length > MAX_PATTERN_LENGTH)
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `must name projects with at most ${MAX_PATTERN_LENGTH} characters each`);
    const text = sanitize(word, MAX_SHOWN_LENGTH);
    if (/^[0-9a-f]{24}$/i.test(word))
        return { kind: 'id', id: word.toLowerCase(), text };
    const tag = /^tag:([^=]*)(?:=(.*))?$/su.exec(word);
    if (tag === null)
        return { kind: 'name', name: (0,selection/* parseGlob */.qF)(word), text };
    const [, key = '', value] = tag.map((part) => part?.trim());
    if (key === '')
        throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `must name a tag as \`tag:KEY=VALUE\` or \`tag:KEY\``);
    return { kind: 'tag', key: (0,selection/* parseGlob */.qF)(key), value: value === undefined ? null : (0,selection/* parseGlob */.qF)(value), text };
}
function isCostly(pattern) {
    return pattern.kind === 'tag' || (pattern.kind === 'name' && pattern.name.length > 1);
}

;// CONCATENATED MODULE: ./build/input/project-selection.js




/** Inputs that select projects of an organization. */
const SELECTION_INPUTS = ['include-projects', 'exclude-projects'];
/** Reads which projects of the organization a run is about. */
function readSelection(context) {
    const [include, exclude] = SELECTION_INPUTS.map((name) => readOptional(context, name, (text) => parseProjectPatterns(text, (pattern, maxLength) => context.secrets.sanitize(pattern, maxLength)), []));
    return { include: include ?? [], exclude: exclude ?? [] };
}
/** Adds an error if a selection is given without an organization. Ignoring it would make a run look narrower than it is. */
function refuseSelection({ input, errors }) {
    const given = (0,input_names/* quoteGiven */.k9)(input, SELECTION_INPUTS);
    if (given.length === 0)
        return;
    errors.add((0,safe_text/* safe */.gB) `${(0,safe_text/* joinSafe */.e)(given, (0,safe_text/* safe */.gB) `, `)}: allowed only with \`org-id\`. Set \`org-id\`, or remove ${(0,input_names/* pronoun */.Oi)(given)}.`);
}

// EXTERNAL MODULE: ./build/domain/conditions.js
var conditions = __nccwpck_require__(475);
// EXTERNAL MODULE: ./build/domain/providers.js
var providers = __nccwpck_require__(7947);
// EXTERNAL MODULE: ./build/input/field-warnings.js
var field_warnings = __nccwpck_require__(7321);
// EXTERNAL MODULE: ./build/domain/equivalence.js
var equivalence = __nccwpck_require__(9661);
// EXTERNAL MODULE: ./build/input/contradictions.js
var contradictions = __nccwpck_require__(893);
// EXTERNAL MODULE: ./build/input/parse/field-formats.js
var field_formats = __nccwpck_require__(8402);
// EXTERNAL MODULE: ./build/input/parse/ids.js
var ids = __nccwpck_require__(5185);
// EXTERNAL MODULE: ./build/input/provider-resources.js
var provider_resources = __nccwpck_require__(298);
;// CONCATENATED MODULE: ./build/input/provider-fields.js










/**
 * What the workflow wants of a provider, from the inputs of its fields and from `fields`.
 *
 * @param readFields the content of `fields`; empty if it was not given
 */
function readDesiredProvider(provider, readFields, context) {
    const { errors } = context;
    const table = providers/* PROVIDERS */.xq[provider];
    const inFields = errors.attempt(() => readFields(table, errors)) ?? new Map();
    const fields = {};
    for (const field of table.fields) {
        const parse = (text) => (0,field_formats/* parseField */.c)(field, text);
        const value = readField({ ...field, parse }, inFields.get(field.name), context);
        if (value !== undefined)
            fields[field.name] = value;
    }
    const { roleName: names } = table;
    const roleName = readField({ ...names, format: 'text', parse: ids/* ROLE_NAME_PARSERS */.gy[provider] }, inFields.get(names.name), context);
    requireOneKindOfCredentials(table, { ...fields, ...(roleName !== undefined && { roleName }) }, context);
    const given = {
        provider,
        enabled: true,
        fields,
        ...(roleName !== undefined && { roleName }),
        ...(0,provider_resources/* readResources */.M)(provider, context),
    };
    const desired = (0,provider_resources/* withPrivateNetworking */.c)(given, () => {
        errors.add((0,safe_text/* safe */.gB) `\`${provider}-require-private-networking: false\` contradicts \`private-endpoint-regions\`, which needs private networking.`);
    });
    for (const { problem } of (0,contradictions/* findContradictions */._)(desired, inputWording(provider, context)))
        errors.add((0,safe_text/* safe */.gB) `${problem}.`);
    return desired;
}
/** Names fields by their inputs, or by their place in `fields` where they were given there alone. */
function inputWording(provider, { input, secrets }) {
    return {
        label: (name) => {
            const field = providers/* PROVIDERS */.xq[provider].fields.find((candidate) => candidate.name === name);
            return field === undefined || input(field.input) === '' ? (0,safe_text/* safe */.gB) `\`fields.${name}\`` : (0,safe_text/* safe */.gB) `\`${field.input}\``;
        },
        quote: (value) => secrets.sanitize(value, 200),
    };
}
/** A field may be given both ways, but must mean the same then. */
function readField({ name, input: inputName, format, parse }, inFields, { input, errors }) {
    const path = (0,safe_text/* safe */.gB) `\`fields.${name}\``;
    const ways = [];
    if (input(inputName) !== '')
        ways.push([(0,input_names/* inputLabel */.NB)(inputName), input(inputName)]);
    if (inFields !== undefined)
        ways.push([path, inFields]);
    const [value, other] = ways.map(([label, text]) => errors.attempt(() => (0,input_errors/* parseNamed */.Nw)(label, () => parse(text))));
    if (value !== undefined && other !== undefined && (0,equivalence/* normalize */.S8)(format, value) !== (0,equivalence/* normalize */.S8)(format, other))
        errors.add((0,safe_text/* safe */.gB) `Input \`${inputName}\` and ${path} differ; set the value in one place only.`);
    return value;
}
function requireOneKindOfCredentials(provider, given, { errors }) {
    if (given.roleId !== undefined && given.roleName !== undefined)
        errors.add((0,safe_text/* safe */.gB) `Set either \`${provider.name}-role-id\` or \`${provider.roleName.input}\`, not both.`);
    const statics = (0,given_fields/* givenStatics */.Tt)(provider, given).map(({ input }) => (0,safe_text/* safe */.gB) `\`${input}\``);
    if (statics.length === 0 || (given.roleId === undefined && given.roleName === undefined))
        return;
    errors.add((0,safe_text/* safe */.gB) `Set either a role (\`${provider.name}-role-id\`) or static credentials (${(0,safe_text/* joinSafe */.e)(statics, (0,safe_text/* safe */.gB) `, `)}), not both. A role is safer.`);
}

;// CONCATENATED MODULE: ./build/input/desired-state.js











/** Reads `provider`, `enabled`, `enabled-for-search-nodes`, `fields` and the inputs of the fields. */
async function readDesiredState(mode, context) {
    const { input, errors, secrets } = context;
    // Opened in any case, since what is secret in it must be masked.
    const readFields = await openFields(context);
    const provider = errors.attempt(() => readProvider(input('provider'), mode));
    const enabled = readOptional(context, 'enabled', scalars/* parseBoolean */.yG, true);
    const searchNodes = readOptional(context, 'enabled-for-search-nodes', scalars/* parseBoolean */.yG, undefined);
    if (!provider)
        return { desired: { providers: [] }, warnings: [] };
    (0,given_fields/* refuseForeignFields */.Gv)(provider, context);
    // Verify checks what Atlas reports, not whether it is what is desired, so that one `with:` block can serve all modes.
    if (!modes/* MODE_TABLE */.T[mode].comparesFields)
        return { desired: { providers: [{ provider, enabled: true, fields: {} }] }, warnings: [] };
    if (!enabled) {
        return {
            desired: { providers: [{ provider, enabled: false, fields: {}, ...(0,provider_resources/* readResources */.M)(provider, context) }] },
            warnings: ignoredWarning(provider, context),
        };
    }
    const desired = readDesiredProvider(provider, readFields, context);
    const { accessKeyID } = desired.fields;
    if (typeof accessKeyID === 'string')
        secrets.abbreviate(accessKeyID);
    return {
        desired: { providers: [desired], ...(searchNodes !== undefined && { enabledForSearchNodes: searchNodes }) },
        warnings: (0,field_warnings/* fieldWarnings */.K)(desired, inputWording(provider, context)),
    };
}
/** The YAML parser is loaded only if there is something to parse. Masks what is secret in `fields` at once. */
async function openFields({ input, secrets, checkpoint }) {
    const text = input('fields');
    if (text === '')
        return () => new Map();
    const { openFields: open } = await Promise.all(/* import() */[__nccwpck_require__.e("yaml"), __nccwpck_require__.e("yaml-documents"), __nccwpck_require__.e("fields")]).then(__nccwpck_require__.bind(__nccwpck_require__, 2354));
    return await open(text, { secrets, checkpoint });
}
function readProvider(text, mode) {
    if (text === '' && !modes/* MODE_TABLE */.T[mode].needsProvider)
        return undefined;
    const names = Object.values(providers/* PROVIDERS */.xq).map(({ name }) => name);
    const quote = (name) => (0,safe_text/* safe */.gB) `\`${name}\``;
    if (text === '')
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `Input \`provider\` is required: one of ${(0,safe_text/* joinSafe */.e)(names.map(quote), (0,safe_text/* safe */.gB) `, `)}.`);
    return (0,input_errors/* parseNamed */.Nw)((0,input_names/* inputLabel */.NB)('provider'), () => (0,scalars/* parseChoice */.HU)(text.toLowerCase(), names, quote));
}
function ignoredWarning(provider, { input }) {
    const ignored = (0,input_names/* quoteGiven */.k9)(input, [...(0,given_fields/* fieldInputs */.q5)(providers/* PROVIDERS */.xq[provider]), 'fields', 'enabled-for-search-nodes']);
    if (ignored.length === 0)
        return [];
    return [(0,safe_text/* safe */.gB) `\`enabled: false\` only disables the provider; ignored: ${(0,safe_text/* joinSafe */.e)(ignored, (0,safe_text/* safe */.gB) `, `)}.`];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/input/workspace-file.js
var workspace_file = __nccwpck_require__(9365);
;// CONCATENATED MODULE: ./build/input/export-settings.js






const DEFAULT_EXPORT_FILE = 'atlas-encryption-at-rest.yml';
/** Longer than any path that a runner can create. */
const MAX_PATH_LENGTH = 4096;
/** Adds an error for inputs that an export would have to ignore: it writes what Atlas has, whatever the workflow wants. */
function refuseBesideExport(context) {
    const { input, errors } = context;
    const published = ['issue', 'comment'].filter((name) => isOn(context, name));
    const foreign = (0,input_names/* quoteGiven */.k9)(input, ['config-file', 'shard', ...given_fields/* STATE_INPUTS */.Ye, ...(0,given_fields/* allFieldInputs */.$l)(), ...published]);
    if (foreign.length > 0)
        errors.add((0,safe_text/* safe */.gB) `${(0,safe_text/* joinSafe */.e)(foreign, (0,safe_text/* safe */.gB) `, `)}: not allowed with \`mode: export\`, which writes what Atlas has. Remove ${(0,input_names/* pronoun */.Oi)(foreign)}.`);
}
/** A wrong value is reported where the input is read for its meaning. */
function isOn({ input }, name) {
    return input(name).toLowerCase() === 'true';
}
/**
 * Reads where to write the file. Whether a file that is there may be overwritten is checked later.
 *
 * @returns undefined in other modes, or if the path is wrong
 */
function readExportFile(mode, context) {
    const { input, env, errors, secrets } = context;
    const workspace = (0,workspace_file/* workspaceOf */.B)(env);
    const given = input('export-file') || DEFAULT_EXPORT_FILE;
    if (mode !== 'export')
        return undefined;
    return errors.attempt(() => {
        const label = (0,input_names/* inputLabel */.NB)('export-file');
        const path = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, given));
        if (path === '' || path === '..' || path.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.resolve)(path) === path || /[/\\]$/.test(given))
            throw new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `${label} must be the path of a file inside the workspace.`);
        const shown = secrets.sanitize(path, MAX_PATH_LENGTH);
        // The output names the file, so it must be the path to the letter.
        if (shown !== path || path.includes('\\'))
            throw new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `${label} must not contain control characters, backslashes, double spaces, or secrets. Choose a simpler path.`);
        return { path: shown, workspace };
    });
}

;// CONCATENATED MODULE: ./build/input/target.js











/** The three ways to say which projects. */
const TARGETS = ['project-id', 'config-file', 'org-id'];
/**
 * Reads which projects the run is about, and what is desired of them.
 *
 * @returns undefined only if something is wrong
 */
async function readTarget(mode, context) {
    const { input, errors } = context;
    const given = (0,input_names/* quoteGiven */.k9)(input, TARGETS);
    if (given.length > 1) {
        errors.add((0,safe_text/* safe */.gB) `Set exactly one of \`project-id\`, \`config-file\`, and \`org-id\`, not ${(0,safe_text/* joinSafe */.e)(given, (0,safe_text/* safe */.gB) ` and `)}.`);
    }
    const require = errors.attempt(() => readRequire(input('require'), mode)) ?? [];
    if (mode === 'export')
        refuseBesideExport(context);
    if (input('config-file') !== '')
        return mode === 'export' ? undefined : await readConfigTarget(mode, require, context);
    const state = mode === 'export' ? NOTHING_DESIRED : await readDesiredState(mode, context);
    const desired = { require, ...state.desired };
    const target = input('org-id') === '' ? readProject(desired, context) : readOrganization(mode, desired, context);
    return target && { target, warnings: state.warnings };
}
/** An export names no provider: it reads every one that is enabled. */
const NOTHING_DESIRED = { desired: { providers: [] }, warnings: [] };
function readProject(desired, context) {
    const { input, errors } = context;
    refuseSelection(context);
    if (input('shard') !== '') {
        errors.add((0,safe_text/* safe */.gB) `Input \`shard\` divides the projects of a config file or an organization. With one project, most shards would be empty. Remove it.`);
    }
    const id = errors.attempt(() => readProjectId(context));
    return id === undefined ? undefined : { kind: 'project', projects: [{ id, name: null, ...desired }] };
}
function readOrganization(mode, desired, context) {
    const { input, errors } = context;
    if (modes/* MODE_TABLE */.T[mode].needsProvider) {
        errors.add((0,safe_text/* safe */.gB) `Input \`org-id\` is only for \`mode: verify\` and \`mode: export\`. For other modes, list the projects in a \`config-file\`.`);
    }
    const selection = readSelection(context);
    const id = errors.attempt(() => (0,input_errors/* parseNamed */.Nw)((0,input_names/* inputLabel */.NB)('org-id'), () => (0,ids/* parseHexId */.iI)(input('org-id'))));
    return id === undefined ? undefined : { kind: 'organization', id, selection, desired };
}
async function readConfigTarget(mode, require, context) {
    const { input, errors } = context;
    refuseSelection(context);
    const foreign = (0,input_names/* quoteGiven */.k9)(input, [...given_fields/* STATE_INPUTS */.Ye, ...(0,given_fields/* allFieldInputs */.$l)()]);
    if (foreign.length > 0)
        errors.add((0,safe_text/* safe */.gB) `${(0,safe_text/* joinSafe */.e)(foreign, (0,safe_text/* safe */.gB) `, `)}: not allowed with \`config-file\`. Set ${(0,input_names/* pronoun */.Oi)(foreign)} in the file instead.`);
    // The YAML parser and the schema are loaded only if there is a file to read.
    const { readConfigFile } = await Promise.all(/* import() | config-file */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("yaml"), __nccwpck_require__.e("yaml-documents"), __nccwpck_require__.e("read-config-file"), __nccwpck_require__.e("config-file")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8326));
    const read = await errors.attemptAsync(() => readConfigFile(mode, context));
    if (read === undefined)
        return undefined;
    const { file, warnings } = read;
    const projects = read.projects.map((project) => ({
        ...project,
        require: [...new Set([...project.require, ...require])],
    }));
    return { target: { kind: 'config-file', file, projects }, warnings };
}
function readRequire(text, mode) {
    const words = (0,scalars/* parseList */.E1)(text);
    if (text !== '' && words.length === 0)
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `Input \`require\` lists no condition.`);
    if (words.length > 0 && !modes/* MODE_TABLE */.T[mode].checksConditions) {
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `Input \`require\` is only for \`mode: verify\` and \`mode: drift\`. Remove it, or change the mode.`);
    }
    const quote = (condition) => (0,safe_text/* safe */.gB) `\`${condition}\``;
    return words.map((word) => (0,input_errors/* parseNamed */.Nw)((0,safe_text/* safe */.gB) `Each condition in input \`require\``, () => (0,scalars/* parseChoice */.HU)(word, conditions/* CONDITIONS */.V, quote)));
}
/** Reads the one project. The environment fills in only if none of the three targets is given. @throws InputError */
function readProjectId(sources) {
    const { label, text } = projectIdValue(sources);
    if (text !== '')
        return (0,input_errors/* parseNamed */.Nw)(label, () => (0,ids/* parseHexId */.iI)(text));
    throw new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `Input \`project-id\` is required: the 24 hexadecimal digits in the URL of the project in Atlas. Or set \`config-file\`, or \`org-id\` with \`mode: verify\` or \`mode: export\`.`);
}
function projectIdValue({ input, env }) {
    const isGiven = TARGETS.some((name) => input(name) !== '');
    return isGiven ? (0,input_names/* readInput */.R5)(input, 'project-id') : (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_PROJECT_ID');
}

;// CONCATENATED MODULE: ./build/input/merge-settings.js








/** Inputs that would change a verdict. `merge` only joins verdicts, so ignoring these would misrepresent what was checked. */
const FOREIGN = [...TARGETS, ...SELECTION_INPUTS, 'shard', 'require'];
/**
 * Reads what `mode: merge` takes. It sends nothing to Atlas, so credentials and whatever a common `with:` block has for the runs
 * that made the reports are not read.
 *
 * @param timeout seconds for the whole run
 * @throws ActionError `INPUT` with all that is wrong
 */
function readMergeSettings(context, timeout) {
    const { input, env, errors } = context;
    const foreign = (0,input_names/* quoteGiven */.k9)(input, FOREIGN);
    if (foreign.length > 0) {
        errors.add((0,safe_text/* safe */.gB) `${(0,safe_text/* joinSafe */.e)(foreign, (0,safe_text/* safe */.gB) `, `)}: not for \`mode: merge\`, which joins what other runs found; remove it.`);
    }
    const reportFiles = input('report-files');
    if (reportFiles === '') {
        errors.add((0,safe_text/* safe */.gB) `Input \`report-files\` is required with \`mode: merge\`: a glob for the reports of the matrix, such as \`reports/**/*.json\`.`);
    }
    const published = ['issue', 'comment'].filter((name) => readOptional(context, name, scalars/* parseBoolean */.yG, false));
    errors.throwIfAny();
    const ignored = (0,input_names/* quoteGiven */.k9)(input, [...published, ...given_fields/* STATE_INPUTS */.Ye, ...(0,given_fields/* allFieldInputs */.$l)()]);
    const warnings = ignored.length === 0 ? [] : [(0,safe_text/* safe */.gB) `\`mode: merge\` only joins reports; ignored: ${(0,safe_text/* joinSafe */.e)(ignored, (0,safe_text/* safe */.gB) `, `)}.`];
    return { mode: 'merge', reportFiles, workspace: (0,workspace_file/* workspaceOf */.B)(env), timeout, warnings };
}

;// CONCATENATED MODULE: ./build/input/parse/shard.js


/** More jobs than a matrix can have. */
const MAX_SHARDS = 1000;
/** `i/n`, counted from 1. @throws InvalidValueError */
function parseShard(text) {
    const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
    if (index !== undefined && count !== undefined && index >= 1 && index <= count && count <= MAX_SHARDS)
        return { index, count, text: (0,safe_text/* safe */.gB) `${index}/${count}` };
    throw new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `must be \`i/n\` with i from 1 to n, such as \`2/4\`, and n at most ${MAX_SHARDS}`);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/input/event.js


/** GitHub's own limit for a webhook payload is 25 MB. */
const MAX_EVENT_LENGTH = 32 * 1024 * 1024;
/**
 * Why secrets may be empty: on pull requests from forks and by Dependabot GitHub passes none.
 *
 * @returns a sentence that begins with a space, or '' for any other event
 */
function secretsAdvice(env) {
    // `pull_request_target` runs with secrets.
    const fork = env.GITHUB_EVENT_NAME === 'pull_request' && comesFromFork(env.GITHUB_EVENT_PATH);
    if (fork) {
        return (0,safe_text/* safe */.gB) ` This run was triggered by a pull request from a fork, and GitHub passes no secrets to those: skip the step there.`;
    }
    if (env.GITHUB_ACTOR === 'dependabot[bot]') {
        return (0,safe_text/* safe */.gB) ` This run was triggered by Dependabot, and GitHub passes only Dependabot secrets to it: skip the step there, or store the credentials as Dependabot secrets too.`;
    }
    return (0,safe_text/* safe */.gB) ``;
}
/** The pull request that triggered the run, if one did. */
function pullRequestNumber(env) {
    if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request'))
        return undefined;
    const number = readEvent(env.GITHUB_EVENT_PATH)?.pull_request?.number;
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}
function comesFromFork(path) {
    const pull = readEvent(path)?.pull_request;
    // The repository of a fork that was deleted since is null.
    return pull != null && pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
}
/** The webhook's payload; undefined if it cannot be read, since no advice is better than a wrong one. */
function readEvent(path) {
    try {
        const text = (0,external_node_fs_.readFileSync)(path ?? '', 'utf8');
        const event = text.length > MAX_EVENT_LENGTH ? undefined : JSON.parse(text);
        return typeof event === 'object' && event !== null ? event : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/input/parse/secret.js
var parse_secret = __nccwpck_require__(5207);
;// CONCATENATED MODULE: ./build/input/credentials.js





/** In the order in which the kinds of the environment take precedence. */
const KINDS = ['accessToken', 'serviceAccount', 'apiKey'];
const NAMES = {
    accessToken: (0,safe_text/* safe */.gB) `an access token (\`atlas-access-token\`)`,
    serviceAccount: (0,safe_text/* safe */.gB) `a service account (\`atlas-client-id\`, \`atlas-client-secret\`)`,
    apiKey: (0,safe_text/* safe */.gB) `an API key (\`atlas-public-key\`, \`atlas-private-key\`)`,
};
/**
 * Reads the credentials for Atlas. Inputs take precedence over the environment, whatever kind it holds; of several kinds in the
 * environment the first one of {@link KINDS} is used.
 *
 * @throws InputError for half a pair, two kinds as inputs, or none at all
 */
function readCredentials(sources) {
    // GitHub passes no secrets to some events, which is the likely reason for an empty input.
    const advice = () => secretsAdvice(sources.env);
    const inputs = credentialsOfInputs(sources);
    const given = givenKinds(inputs);
    if (given.length > 1) {
        const listed = (0,safe_text/* joinSafe */.e)(given.map((kind) => NAMES[kind]), (0,safe_text/* safe */.gB) ` or `);
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `Set either ${listed}, not ${given.length === 2 ? 'both' : 'several'}.${advice()}`);
    }
    const source = given.length > 0 ? inputs : credentialsOfEnvironment(sources);
    const [kind] = givenKinds(source);
    if (kind === undefined) {
        throw new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `No credentials for Atlas: set \`atlas-client-id\` and \`atlas-client-secret\` of a service account (or \`atlas-public-key\` and \`atlas-private-key\` of an API key, or \`atlas-access-token\`). A secret that is not set is passed as an empty string.${advice()}`);
    }
    switch (kind) {
        case 'accessToken':
            return { kind: 'access-token', token: readToken(source.accessToken) };
        case 'serviceAccount': {
            const [clientId, clientSecret] = readPair(source.serviceAccount, advice);
            return { kind: 'service-account', clientId, clientSecret };
        }
        case 'apiKey': {
            const [username, password] = readPair(source.apiKey, advice);
            return { kind: 'api-key', username, password };
        }
    }
}
function givenKinds({ accessToken, serviceAccount, apiKey }) {
    const texts = {
        accessToken: [accessToken],
        serviceAccount: [serviceAccount.id, serviceAccount.secret],
        apiKey: [apiKey.id, apiKey.secret],
    };
    return KINDS.filter((kind) => texts[kind].some(({ text }) => text !== ''));
}
function credentialsOfInputs({ input }) {
    return {
        accessToken: (0,input_names/* readInput */.R5)(input, 'atlas-access-token'),
        serviceAccount: { id: (0,input_names/* readInput */.R5)(input, 'atlas-client-id'), secret: (0,input_names/* readInput */.R5)(input, 'atlas-client-secret') },
        apiKey: { id: (0,input_names/* readInput */.R5)(input, 'atlas-public-key'), secret: (0,input_names/* readInput */.R5)(input, 'atlas-private-key') },
    };
}
/** Under the names that MongoDB's own tools use. */
function credentialsOfEnvironment({ env }) {
    return {
        accessToken: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_ACCESS_TOKEN'),
        serviceAccount: {
            id: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_CLIENT_ID'),
            secret: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_CLIENT_SECRET'),
        },
        apiKey: {
            id: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_PUBLIC_API_KEY', 'MONGODB_ATLAS_PUBLIC_KEY'),
            secret: (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_PRIVATE_API_KEY', 'MONGODB_ATLAS_PRIVATE_KEY'),
        },
    };
}
function readToken({ label, text }) {
    return (0,input_errors/* parseNamed */.Nw)(label, () => (0,parse_secret/* parseAccessToken */.PO)(text));
}
function readPair({ id, secret }, advice) {
    if (id.text === '')
        throw halfPair(id, secret, advice);
    if (secret.text === '')
        throw halfPair(secret, id, advice);
    (0,input_errors/* parseNamed */.Nw)(secret.label, () => (0,parse_secret/* requireSecret */.ew)(secret.text));
    return [(0,input_errors/* parseNamed */.Nw)(id.label, () => (0,parse_secret/* parseCredentialId */.AD)(id.text)), secret.text];
}
function halfPair(missing, present, advice) {
    return new input_errors/* InputError */.dz((0,safe_text/* safe */.gB) `${missing.label} is empty, but its counterpart is set (${present.inlineLabel}): both are required. A secret that is not set is passed as an empty string.${advice()}`);
}

;// CONCATENATED MODULE: ./build/input/github-settings.js





/** GitHub's own limit for the name of a label. */
const MAX_LABEL_LENGTH = 50;
const LABEL = new RegExp(`^\\P{Cc}{1,${MAX_LABEL_LENGTH}}$`, 'u');
const USER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,100})$/;
/**
 * Reads what to publish on GitHub. `issue` belongs to drift and verify, `comment` to plan; elsewhere they are ignored with
 * a warning, so that one `with:` block can serve all modes.
 */
function readGitHubSettings(mode, context) {
    const issue = readOptional(context, 'issue', scalars/* parseBoolean */.yG, false);
    const comment = readOptional(context, 'comment', scalars/* parseBoolean */.yG, false);
    const { checksConditions: keepsIssues, comments: mayComment } = modes/* MODE_TABLE */.T[mode];
    const warnings = [];
    // In `export` both are errors: see `export-settings.ts`.
    if (mode !== 'export' && issue && !keepsIssues)
        warnings.push((0,safe_text/* safe */.gB) `\`issue\` is only for \`mode: drift\` and \`mode: verify\`; ignored in \`${mode}\`.`);
    if (mode !== 'export' && comment && !mayComment)
        warnings.push((0,safe_text/* safe */.gB) `\`comment\` is only for \`mode: plan\`; ignored in \`${mode}\`.`);
    const comments = comment && mayComment;
    const settings = {
        token: context.input('github-token'),
        issue: issue && keepsIssues,
        issueLabels: readWords(context, 'issue-labels', LABEL, (0,safe_text/* safe */.gB) `at most ${MAX_LABEL_LENGTH} characters`),
        issueAssignees: readWords(context, 'issue-assignees', USER, (0,safe_text/* safe */.gB) `the name of a GitHub user`),
        comment: comments,
        pullRequest: comments ? (pullRequestNumber(context.env) ?? null) : null,
    };
    return { settings, warnings };
}
function readWords({ input, errors }, name, pattern, accepted) {
    const words = (0,scalars/* parseList */.E1)(input(name));
    if (words.some((word) => !pattern.test(word)))
        errors.add((0,safe_text/* safe */.gB) `Each entry of input \`${name}\` must be ${accepted}.`);
    return words;
}

// EXTERNAL MODULE: ./build/network/loopback.js
var loopback = __nccwpck_require__(6964);
;// CONCATENATED MODULE: ./build/input/parse/base-url.js



const DEFAULT_BASE_URL = 'https://cloud.mongodb.com';
const MONGODB_HOSTS = new Set(['cloud.mongodb.com', 'cloud.mongodbgov.com']);
/** @throws InvalidValueError that does not quote the URL, which may hold a password */
function parseBaseUrl(text, apiVersion) {
    // The URL parser would correct backslashes, tabs and missing slashes in silence.
    if (!/^https?:\/\/[^\s\\/]+/i.test(text) || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text))
        throw wrongUrl((0,safe_text/* safe */.gB) `is not a URL`);
    const url = new URL(text);
    if (text.includes('@'))
        throw wrongUrl((0,safe_text/* safe */.gB) `must not contain a user name or password`);
    if (/[?#]/.test(text))
        throw wrongUrl((0,safe_text/* safe */.gB) `must not contain a query or fragment`);
    if (url.protocol === 'http:' && !(0,loopback/* isLoopback */.U)(url.hostname))
        throw wrongUrl((0,safe_text/* safe */.gB) `must begin with \`https://\``);
    const path = url.pathname.replace(/\/$/, '');
    if (path !== '' && path !== `/api/atlas/${apiVersion}`) {
        throw wrongUrl(/^\/api\/atlas\/v[\d.]+$/.test(path)
            ? (0,safe_text/* safe */.gB) `names a different version of the API than \`api-version\` (${apiVersion})`
            : (0,safe_text/* safe */.gB) `must not contain a path`);
    }
    return { origin: url.origin, isMongoDb: MONGODB_HOSTS.has(url.host) };
}
function wrongUrl(problem) {
    return new input_errors/* InvalidValueError */.$x((0,safe_text/* safe */.gB) `${problem}; it must be a host such as \`${DEFAULT_BASE_URL}\``);
}

;// CONCATENATED MODULE: ./build/input/run-settings.js











const DEFAULTS = {
    timeout: 600,
    /** Clusters and private endpoints take hours; a job on a GitHub-hosted runner may take six. */
    longTimeout: 21_000,
    retries: 5,
    concurrency: 8,
    propagationTimeout: 180,
    waitTimeout: 10_800,
    validTimeout: { apply: 60, otherwise: 0 },
};
const API_VERSIONS = ['v2', 'v1.0'];
const V1_WARNING = (0,safe_text/* safe */.gB) `MongoDB has deprecated version 1.0 of the Atlas API; set \`api-version: v2\`, which accepts the same inputs and needs a less privileged role for reading.`;
const TOKEN_WARNING = (0,safe_text/* safe */.gB) `An access token cannot be renewed: if changing clusters or private endpoints takes longer than the token is valid, the run fails. Use a service account instead.`;
/**
 * Reads the settings of a run that asks Atlas.
 *
 * @throws ActionError `INPUT` with all that is wrong
 */
async function readRunSettings({ mode, shard, givenTimeout }, context) {
    const { input, errors } = context;
    const quote = (version) => (0,safe_text/* safe */.gB) `\`${version}\``;
    const apiVersion = readOptional(context, 'api-version', (text) => (0,scalars/* parseChoice */.HU)(text, API_VERSIONS, quote), 'v2');
    const baseUrl = errors.attempt(() => readBaseUrl(apiVersion, context));
    const credentials = errors.attempt(() => readCredentials(context));
    const target = await readTarget(mode, context);
    if (input('report-files') !== '')
        errors.add((0,safe_text/* safe */.gB) `Input \`report-files\` is only for \`mode: merge\`. Remove it, or change the mode.`);
    const github = readGitHubSettings(mode, context);
    const exportFile = readExportFile(mode, context);
    const limits = readLimits(mode, givenTimeout, context);
    const requests = readRequestSettings(context);
    errors.throwIfAny();
    if (!target || !baseUrl || !credentials)
        throw new Error('an input is missing, but no error was added');
    const takesLong = changesResources(mode, target.target);
    const timeout = givenTimeout ?? (takesLong ? DEFAULTS.longTimeout : DEFAULTS.timeout);
    const warnings = [
        ...target.warnings,
        ...github.warnings,
        ...(apiVersion === 'v1.0' ? [V1_WARNING] : []),
        ...(takesLong && credentials.kind === 'access-token' ? [TOKEN_WARNING] : []),
    ];
    return {
        ...requests,
        mode,
        shard,
        timeout,
        target: target.target,
        credentials,
        baseUrl,
        apiVersion,
        limits: { ...limits, waitTimeout: Math.min(limits.waitTimeout, timeout) },
        github: github.settings,
        ...(exportFile && { exportFile }),
        warnings,
    };
}
/** Whether the run changes clusters or private endpoints, which takes long. */
function changesResources(mode, target) {
    if (!modes/* MODE_TABLE */.T[mode].changesAtlas || target.kind === 'organization')
        return false;
    return target.projects.some(({ providers }) => providers.some(({ clusters, privateEndpointRegions }) => clusters ?? privateEndpointRegions));
}
function readBaseUrl(apiVersion, { input, env }) {
    const isGiven = input('atlas-base-url') !== '';
    const { label, text } = isGiven ? (0,input_names/* readInput */.R5)(input, 'atlas-base-url') : (0,input_names/* readVariable */.nt)(env, 'MONGODB_ATLAS_BASE_URL');
    return (0,input_errors/* parseNamed */.Nw)(label, () => parseBaseUrl(text || DEFAULT_BASE_URL, apiVersion));
}
function readRequestSettings(context) {
    const count = (min, max) => (text) => (0,scalars/* parseInteger */.cG)(text, { min, max });
    return {
        concurrency: readOptional(context, 'concurrency', count(1, 64), DEFAULTS.concurrency),
        envelope: readOptional(context, 'envelope', scalars/* parseBoolean */.yG, false),
        pretty: readOptional(context, 'pretty', scalars/* parseBoolean */.yG, false),
        retries: readOptional(context, 'retries', count(0, 100), DEFAULTS.retries),
    };
}
function readLimits(mode, timeout, context) {
    const seconds = (text) => (0,scalars/* parseSeconds */.fL)(text);
    const validTimeout = readOptional(context, 'valid-timeout', seconds, undefined);
    if (validTimeout !== undefined && timeout !== undefined && validTimeout > timeout) {
        context.errors.add((0,safe_text/* safe */.gB) `Input \`valid-timeout\` (${validTimeout} s) is longer than \`timeout\` (${timeout} s), which limits the whole run. Raise \`timeout\`.`);
    }
    const waitTimeout = readOptional(context, 'wait-timeout', seconds, undefined);
    if (waitTimeout !== undefined && timeout !== undefined && waitTimeout > timeout) {
        context.errors.add((0,safe_text/* safe */.gB) `Input \`wait-timeout\` (${waitTimeout} s) is longer than \`timeout\` (${timeout} s), which limits the whole run. Raise \`timeout\`.`);
    }
    return {
        validTimeout: validTimeout ?? DEFAULTS.validTimeout[modes/* MODE_TABLE */.T[mode].changesAtlas ? 'apply' : 'otherwise'],
        propagationTimeout: readOptional(context, 'propagation-timeout', seconds, DEFAULTS.propagationTimeout),
        waitTimeout: waitTimeout ?? DEFAULTS.waitTimeout,
        failOnInvalid: readOptional(context, 'fail-on-invalid', scalars/* parseBoolean */.yG, true),
        failOnDrift: readOptional(context, 'fail-on-drift', scalars/* parseBoolean */.yG, true),
    };
}

;// CONCATENATED MODULE: ./build/input/read-inputs.js











const ALL_MODES = [...modes/* MODES */.F, 'merge'];
/**
 * Reads everything that the workflow wants. The only reader of the action's inputs.
 *
 * @throws ActionError `INPUT` with all that is wrong, before any request; the reason of the signal if that is aborted
 */
async function readInputs(sources, { onReportSettings, startTimeout }) {
    (0,mask_inputs/* maskInputs */.a)(sources);
    const { input } = sources;
    const errors = new input_errors/* InputErrors */.G();
    // `timeout` is not known yet, and what comes first takes no time.
    const early = { ...sources, errors, checkpoint: new checkpoint/* Checkpoint */.F(new AbortController().signal) };
    const summary = readOptional(early, 'summary', scalars/* parseBoolean */.yG, true);
    const quote = (choice) => (0,safe_text/* safe */.gB) `\`${choice}\``;
    const given = readOptional(early, 'mode', (text) => (0,scalars/* parseChoice */.HU)(text, ALL_MODES, quote), undefined);
    // Apply is the default; with a wrong mode the other inputs are checked as if it were apply, to find other mistakes too.
    const mode = given ?? 'apply';
    const shard = readOptional(early, 'shard', parseShard, null);
    onReportSettings({
        mode: given ?? (input('mode') === '' ? mode : null),
        summary,
        projectId: mode === 'merge' ? null : (new input_errors/* InputErrors */.G().attempt(() => readProjectId(sources)) ?? null),
        shard: shard?.text ?? null,
    });
    const givenTimeout = readOptional(early, 'timeout', (text) => (0,scalars/* parseSeconds */.fL)(text, 1), undefined);
    const timeout = givenTimeout ?? DEFAULTS.timeout;
    const context = { ...early, checkpoint: new checkpoint/* Checkpoint */.F(startTimeout(timeout)) };
    if (mode === 'merge')
        return readMergeSettings(context, timeout);
    return await readRunSettings({ mode, shard, givenTimeout }, context);
}

// EXTERNAL MODULE: ./build/modes/project-state.js
var project_state = __nccwpck_require__(3858);
// EXTERNAL MODULE: ./build/sanitize/printable.js
var printable = __nccwpck_require__(3781);
// EXTERNAL MODULE: ./build/sanitize/sentences.js
var sentences = __nccwpck_require__(5444);
;// CONCATENATED MODULE: ./build/report/log.js


/** The runner cuts annotations at 4096 characters (ExecutionContext.cs). */
const MAX_LINE_LENGTH = 4000;
/**
 * The only way into the log. Lines are safe already; annotations are made whole sentences, and all are cut to what the runner shows, and two safe texts that together
 * would be a workflow command are broken up.
 */
class Log {
    /** All warnings so far, for the summary. */
    warnings = [];
    #core;
    constructor(core) {
        this.#core = core;
    }
    info(line) {
        this.#core.info((0,printable/* printable */.g)(line, MAX_LINE_LENGTH));
    }
    notice(text) {
        this.#core.notice((0,printable/* printable */.g)((0,sentences/* asSentence */.KG)(text), MAX_LINE_LENGTH));
    }
    warning(text) {
        const warning = (0,printable/* printable */.g)((0,sentences/* asSentence */.KG)(text), MAX_LINE_LENGTH);
        this.warnings.push(warning);
        this.#core.warning(warning);
    }
    /** Fails the step, with one error annotation. */
    fail(text) {
        this.#core.setFailed((0,printable/* printable */.g)((0,sentences/* asSentence */.KG)(text), MAX_LINE_LENGTH));
    }
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = process.getBuiltinModule("node:os");
// EXTERNAL MODULE: ./build/report/links.js + 1 modules
var links = __nccwpck_require__(4073);
;// CONCATENATED MODULE: ./build/report/outputs.js


/** Of an output that is a list, in bytes. */
const MAX_LIST_BYTES = 256 * 1024;
const outputs_MAX_PATH_LENGTH = 4096;
/** All outputs, each a text. JSON is written so that no value in it can start a workflow command if a step prints it. */
function outputsOf(outcome, written, secrets) {
    const { report, project, links, exported } = outcome;
    const { projects } = report;
    const differences = limitedList(projects.flatMap((one) => one.differences));
    const endpoints = limitedList(projects.flatMap(privateEndpointsOf));
    const texts = {
        result: (0,safe_text/* safe */.gB) `${report.result}`,
        'failure-reason': (0,safe_text/* safe */.gB) `${report.failureReason ?? ''}`,
        valid: (0,safe_text/* safe */.gB) `${holds(report, ({ valid }) => valid)}`,
        enabled: (0,safe_text/* safe */.gB) `${holds(report, ({ enabled }) => enabled)}`,
        changed: (0,safe_text/* safe */.gB) `${exported?.changed ?? projects.some(({ changed }) => changed)}`,
        drifted: (0,safe_text/* safe */.gB) `${projects.some(({ drifted }) => drifted)}`,
        differences: differences.json,
        'not-comparable': (0,printable/* safeJson */.o)([...new Set(projects.flatMap(({ notComparable }) => notComparable))]),
        configuration: project?.configuration ? (0,printable/* safeJson */.o)(project.configuration) : (0,safe_text/* safe */.gB) ``,
        report: written.json,
        'report-file': 'path' in written.file ? secrets.sanitize(written.file.path, outputs_MAX_PATH_LENGTH) : (0,safe_text/* safe */.gB) ``,
        'private-endpoints': endpoints.json,
        'export-file': exported?.file ?? (0,safe_text/* safe */.gB) ``,
        'issue-url': safeLines(links.issueUrl, secrets),
        'comment-url': safeLines(links.commentUrl, secrets),
    };
    const cut = Object.entries({ differences, 'private-endpoints': endpoints }).filter(([, { wasCut }]) => wasCut);
    return { texts, cut: cut.map(([name]) => name) };
}
/**
 * Whether something is true of every project that wants a provider, and there is one. An empty set of projects passes.
 * A project of which nothing is proven counts whether or not it wants one.
 */
function holds({ mode, error, projects }, is) {
    const [only] = projects;
    if (projects.length <= 1)
        return only === undefined ? error === null : is(only);
    const counted = projects.filter((project) => wantsProvider(project, mode));
    return counted.length > 0 && counted.every(is);
}
/**
 * Whether a project wants a provider to be enabled. It is concluded from its report alone, since merging has nothing else: a
 * difference in `enabled` says what is desired, and without one that is what Atlas has.
 */
function wantsProvider({ valid, failureReason, providers, differences }, mode) {
    // Export looks at whatever is enabled, as verify does without a provider.
    if (mode === 'export' || valid || failureReason === 'error' || failureReason === 'invalid')
        return true;
    if (mode === 'verify')
        return providers.some(({ enabled }) => enabled);
    return providers.some(({ provider, enabled }) => {
        const switched = differences.find((difference) => difference.provider === provider && difference.field === 'enabled');
        return switched === undefined ? enabled : switched.expected === true;
    });
}
/** The endpoints of a project, in the order of the keys that the action documents. */
function privateEndpointsOf({ projectId, privateEndpoints }) {
    return privateEndpoints.map(({ provider, region, status, connectionName, id }) => ({
        projectId,
        provider,
        region,
        status,
        connectionName,
        id,
    }));
}
/** The longest beginning of the list whose JSON fits into an output. */
function limitedList(items) {
    const kept = [];
    let size = 2;
    let wasCut = false;
    for (const item of items) {
        const piece = (0,printable/* safeJson */.o)(item);
        size += Buffer.byteLength(piece) + 1;
        wasCut = size > MAX_LIST_BYTES;
        if (wasCut)
            break;
        kept.push(piece);
    }
    return { json: (0,safe_text/* safe */.gB) `[${(0,safe_text/* joinSafe */.e)(kept, (0,safe_text/* safe */.gB) `,`)}]`, wasCut };
}
/** Text of several lines, each of them sanitized. */
function safeLines(text, secrets) {
    const lines = text.split('\n').map((line) => secrets.sanitize(line));
    return (0,safe_text/* joinSafe */.e)(lines, (0,safe_text/* safe */.gB) `\n`);
}

// EXTERNAL MODULE: ./build/report/projects-verdict.js
var projects_verdict = __nccwpck_require__(581);
;// CONCATENATED MODULE: ./build/report/projects-annotations.js



/** The runner shows ten annotations of a kind for a step (ExecutionContext.cs); the tenth counts what is left. */
const MAX_ANNOTATIONS = 10;
const MAX_LENGTH = 1000;
/** Why the step fails, worst first, at most ten: what ended the run, then the projects that failed for reasons of their own. */
function projectFailures(report) {
    const { error, mode } = report;
    const failed = (0,projects_verdict/* worstFirst */.md)(report).filter(({ result }) => result === 'failed');
    const ownReasons = error === null ? failed : failed.filter((project) => project.error?.code !== error.code);
    const failures = ownReasons.map((project) => () => (0,safe_text/* safe */.gB) `${label(project)}: ${(0,printable/* printable */.g)((0,projects_verdict/* findingsOf */.WX)(project, mode), MAX_LENGTH)}`);
    return capped([...(error === null ? [] : [() => error.message]), ...failures], (0,safe_text/* safe */.gB) `more projects failed. The job summary lists them.`);
}
/** What was found but does not fail the step, at most ten. */
function excusedProjects(report) {
    const excused = report.projects.flatMap((project) => {
        const inputs = (0,projects_verdict/* excuses */.fL)(project, report.mode).map((name) => (0,safe_text/* safe */.gB) `\`${name}: false\``);
        if (inputs.length === 0)
            return [];
        return [
            () => {
                const found = (0,printable/* printable */.g)((0,projects_verdict/* findingsOf */.WX)(project, report.mode), MAX_LENGTH);
                return (0,safe_text/* safe */.gB) `${label(project)}: ${found} (The step does not fail: ${(0,safe_text/* joinSafe */.e)(inputs, (0,safe_text/* safe */.gB) `, `)}.)`;
            },
        ];
    });
    return capped(excused, (0,safe_text/* safe */.gB) `more projects have findings that do not fail the step. The job summary lists them.`);
}
/** @param texts made only if they are shown: the texts of ten thousand projects take half a second */
function capped(texts, rest) {
    if (texts.length <= MAX_ANNOTATIONS)
        return texts.map((text) => text());
    const shown = texts.slice(0, MAX_ANNOTATIONS - 1);
    return [...shown.map((text) => text()), (0,safe_text/* safe */.gB) `${texts.length - shown.length} ${rest}`];
}
/** How a sentence names a project. */
function label({ projectId, name }) {
    return name === null ? (0,safe_text/* safe */.gB) `Project ${projectId}` : (0,safe_text/* safe */.gB) `Project ${name} (${projectId})`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __nccwpck_require__(7177);
;// CONCATENATED MODULE: ./build/report/report-json.js






/** What the output `report` holds at most, in bytes. */
const MAX_OUTPUT_BYTES = 512 * 1024;
/** Written to the file at once, in UTF-16 units. */
const CHUNK_LENGTH = 256 * 1024;
const NOTHING = (0,safe_text/* safe */.gB) ``;
/**
 * Writes the whole report to a new file below `folder` (the runner's temporary folder). Each project is made JSON once,
 * and of thousands only a few are in memory at a time as such.
 */
async function writeReport(outcome, folder) {
    const path = (0,external_node_path_.join)(folder, fileName(outcome.report));
    const output = new LimitedText(MAX_OUTPUT_BYTES);
    try {
        // `wx`: neither follows a link that was put there nor overwrites the file of another step.
        const file = (0,external_node_fs_.openSync)(path, 'wx', 0o600);
        try {
            for (const chunk of inChunks(tee(reportJson(outcome), output))) {
                (0,external_node_fs_.writeFileSync)(file, chunk);
                await (0,promises_.setImmediate)();
            }
        }
        finally {
            (0,external_node_fs_.closeSync)(file);
        }
        return { json: output.text ?? withoutProjects(outcome), file: { path } };
    }
    catch (error) {
        // The output does not have all pieces if writing them ended early.
        return { json: outputAlone(outcome), file: { errorCode: error.code ?? 'unknown error' } };
    }
}
function outputAlone(outcome) {
    const output = new LimitedText(MAX_OUTPUT_BYTES);
    for (const piece of reportJson(outcome)) {
        output.add(piece);
        if (output.isFull)
            break;
    }
    return output.text ?? withoutProjects(outcome);
}
/** The name differs in every run. `2/4` becomes `-2-of-4`, so that the artifacts of a matrix can lie in one folder. */
function fileName({ shard }) {
    const [, index, count] = /^(\d+)\/(\d+)$/.exec(shard ?? '') ?? [];
    const part = index === undefined ? '' : `-${index}-of-${count}`;
    const unique = Math.random().toString(16).slice(2, 14).padEnd(12, '0');
    return `atlas-encryption-at-rest-report${part}-${unique}.json`;
}
/** Pieces that are JSON when they are joined: one for each project, and what is around them. */
function* reportJson(outcome) {
    const { projects } = outcome.report;
    yield (0,safe_text/* safe */.gB) `${membersBeforeProjects(outcome)}[`;
    for (const [i, project] of projects.entries())
        yield i === 0 ? (0,printable/* safeJson */.o)(project) : (0,safe_text/* safe */.gB) `,${(0,printable/* safeJson */.o)(project)}`;
    yield (0,safe_text/* safe */.gB) `]}`;
}
const withoutProjects = (outcome) => (0,safe_text/* safe */.gB) `${membersBeforeProjects(outcome)}[]}`;
function membersBeforeProjects({ report, run }) {
    const { mode, shard, result, failureReason, error, totals } = report;
    const members = Object.entries({ mode, shard, run, result, failureReason, error: (0,report_report/* withoutParts */.TK)(error), totals });
    const texts = members.map(([name, value]) => (0,safe_text/* safe */.gB) `${(0,printable/* safeJson */.o)(name)}:${(0,printable/* safeJson */.o)(value)}`);
    return (0,safe_text/* safe */.gB) `{${(0,safe_text/* joinSafe */.e)(texts, (0,safe_text/* safe */.gB) `,`)},"projects":`;
}
/** Passes the pieces on and collects them. */
function* tee(pieces, text) {
    for (const piece of pieces) {
        text.add(piece);
        yield piece;
    }
}
/** The pieces in larger ones, with a line break at the end. */
function* inChunks(pieces) {
    let chunk = '';
    for (const piece of pieces) {
        chunk += piece;
        if (chunk.length < CHUNK_LENGTH)
            continue;
        yield chunk;
        chunk = '';
    }
    yield `${chunk}\n`;
}
/** A text that is dropped as soon as it is too long. */
class LimitedText {
    #maxBytes;
    #bytes = 0;
    #pieces = [];
    constructor(maxBytes) {
        this.#maxBytes = maxBytes;
    }
    get isFull() {
        return this.#bytes > this.#maxBytes;
    }
    /** Undefined if it became too long. */
    get text() {
        return this.isFull ? undefined : (0,safe_text/* joinSafe */.e)(this.#pieces, NOTHING);
    }
    add(piece) {
        if (this.isFull)
            return;
        this.#bytes += Buffer.byteLength(piece);
        if (this.isFull)
            this.#pieces = [];
        else
            this.#pieces.push(piece);
    }
}

// EXTERNAL MODULE: ./build/report/finding-blocks.js
var finding_blocks = __nccwpck_require__(6685);
// EXTERNAL MODULE: ./build/report/html.js
var html = __nccwpck_require__(5138);
// EXTERNAL MODULE: ./build/report/project-summary.js
var project_summary = __nccwpck_require__(3851);
// EXTERNAL MODULE: ./build/report/projects-summary.js
var projects_summary = __nccwpck_require__(1644);
// EXTERNAL MODULE: ./build/report/verdict.js + 1 modules
var report_verdict = __nccwpck_require__(1345);
;// CONCATENATED MODULE: ./build/report/summary.js






/** The runner refuses a summary above 1 MiB (FileCommandManager.cs). */
const MAX_SUMMARY_BYTES = 1_000_000;
/** The log has the rest. */
const MAX_WARNINGS = 50;
/**
 * The job summary: verdict, what was compared with what, what to do. All HTML, each line one block without blank lines.
 *
 * @param warnings all warnings of the run
 */
function buildSummary(outcome, warnings, links) {
    const { project } = outcome;
    const saidAbove = project === null ? [] : warningsInBlocks(project);
    const warned = warningBlock(warnings.filter((warning) => !saidAbove.includes(warning)));
    const room = MAX_SUMMARY_BYTES - warned.reduce((size, { markup }) => size + Buffer.byteLength(markup) + 2, 0);
    const blocks = project === null ? withoutProject(outcome, room, links) : (0,project_summary/* projectBlocks */.Ko)(project, links);
    return `${[...blocks, ...warned].map(({ markup }) => markup).join('\n\n')}\n`;
}
/** The warnings that the blocks about the project say already. */
function warningsInBlocks(project) {
    const excused = (0,report_verdict/* verdictOn */.Hc)(project).status === 'excused' ? (0,report_verdict/* excusedFindings */.ix)(project) : [];
    return project.stateUnknown ? [...excused, report_verdict/* STATE_UNKNOWN */.V7] : excused;
}
function withoutProject({ report, error: errorInPieces }, room, links) {
    const { mode, projects } = report;
    const error = errorInPieces ?? report.error;
    if (error === null || (projects.length > 0 && mode !== null))
        return (0,projects_summary/* projectsBlocks */.X)({ ...report, error }, room, links);
    return [
        (0,html/* html */.qy) `<h3>\u274c Atlas encryption at rest: ${titleOf(mode, error)}</h3>`,
        ...(mode === null ? [] : [(0,html/* html */.qy) `<p>${(0,report_verdict/* modeTitle */.i2)(mode)}</p>`]),
        ...(0,finding_blocks/* errorBlocks */.pT)(error, links),
    ];
}
function titleOf(mode, { code }) {
    if (code !== 'INPUT')
        return (0,safe_text/* safe */.gB) `failed`;
    return mode === 'merge' ? (0,safe_text/* safe */.gB) `nothing was merged` : report_verdict/* INVALID_INPUTS */.OK;
}
function warningBlock(warnings) {
    if (warnings.length === 0)
        return [];
    const items = warnings.slice(0, MAX_WARNINGS).map((warning) => (0,html/* html */.qy) `<li>${(0,html/* externalText */.R0)(warning)}</li>`);
    const more = warnings.length - items.length;
    const rest = more > 0 ? [(0,html/* html */.qy) `<li>${(0,html/* ownText */.U3)((0,safe_text/* safe */.gB) `${more} more are in the log.`)}</li>`] : [];
    return [(0,html/* html */.qy) `<p>\u26a0\ufe0f Warnings:</p><ul>${items}${rest}</ul>`];
}

;// CONCATENATED MODULE: ./build/report/publish.js









/**
 * Publishes how the run ended: log, outputs, report file, summary, exit code. Every output is written on every path, into the
 * runner's file, whose values overwrite anything that a forged line of the log may have set.
 *
 * @returns whether the step succeeds
 */
async function publish(outcome, destination) {
    const { log } = destination;
    const { report, project } = outcome;
    if (project !== null)
        logProject(project, log);
    else if (report.mode !== null && report.projects.length > 0) {
        log.info((0,safe_text/* safe */.gB) `Result: ${report.result}. ${(0,projects_verdict/* countsOf */.mQ)(report)}.`);
        for (const warning of excusedProjects(report))
            log.warning(warning);
    }
    else if (report.error === null) {
        log.notice((0,safe_text/* safe */.gB) `There is no project to check: the organization or the shards have none.`);
    }
    const unwritten = await writeOutputs(outcome, destination);
    if (destination.summary)
        await writeSummary(outcome, destination);
    const [first, ...others] = report.failureReason === null ? [] : failuresOf(outcome);
    const all = [...(first === undefined ? [] : [first]), ...unwritten];
    const failures = [...(all.length === 0 ? [] : [(0,safe_text/* joinSafe */.e)(all, (0,safe_text/* safe */.gB) ` `)]), ...others];
    for (const failure of failures)
        log.fail(failure);
    return failures.length === 0;
}
function logProject(project, log) {
    const verdict = (0,report_verdict/* verdictOn */.Hc)(project);
    if (verdict.status !== 'bad')
        log.info((0,safe_text/* safe */.gB) `Result: ${project.result}. ${(0,report_verdict/* verdictLine */.MT)(verdict)}`);
    for (const excused of (0,report_verdict/* excusedFindings */.ix)(project))
        log.warning(excused);
    if (project.stateUnknown)
        log.warning(report_verdict/* STATE_UNKNOWN */.V7);
}
/** One error annotation each. */
function failuresOf({ report, project }) {
    if (project === null)
        return projectFailures(report);
    // That of the project says more than that of the run: what was under way at the end of it.
    const error = project.error ?? report.error;
    return [error === null ? (0,report_verdict/* verdictLine */.MT)((0,report_verdict/* verdictOn */.Hc)(project)) : error.message];
}
/** @returns why outputs could not be written, if they could not: a gate must not be open because of that */
async function writeOutputs(outcome, { core, log, env, secrets }) {
    const written = await writeReport(outcome, env.RUNNER_TEMP || (0,external_node_os_namespaceObject.tmpdir)());
    if ('errorCode' in written.file) {
        const code = secrets.sanitize(written.file.errorCode, 40);
        log.warning((0,safe_text/* safe */.gB) `The report file could not be written (${code}).`);
    }
    const { texts, cut } = outputsOf(outcome, written, secrets);
    for (const name of cut) {
        log.warning((0,safe_text/* safe */.gB) `The output \`${name}\` is too long and was cut. The file of the output \`report-file\` has all of it.`);
    }
    try {
        for (const [name, value] of Object.entries(texts))
            core.setOutput(name, value);
        return [];
    }
    catch {
        return [(0,safe_text/* safe */.gB) `The outputs could not be written to the file that GITHUB_OUTPUT names.`];
    }
}
async function writeSummary(outcome, { core, log, env, secrets }) {
    try {
        const markup = buildSummary(outcome, log.warnings, (0,links/* pageLinks */.$)(outcome.atlasOrigin, env, secrets));
        await core.summary.addRaw(markup).write();
    }
    catch {
        // The verdict stands without it; outside of a job the runner offers no file.
        log.info((0,safe_text/* safe */.gB) `The job summary could not be written.`);
    }
}

// EXTERNAL MODULE: ./build/sanitize/secrets.js + 23 modules
var sanitize_secrets = __nccwpck_require__(9599);
// EXTERNAL MODULE: ./build/run/deadlines.js
var deadlines = __nccwpck_require__(7695);
// EXTERNAL MODULE: ./build/run/publish-github.js
var publish_github = __nccwpck_require__(6153);
;// CONCATENATED MODULE: ./build/run/run.js









/**
 * One run from top to bottom: read, execute, publish. Never throws: whatever happens ends in outputs, a summary and an exit
 * code.
 *
 * @returns whether the step succeeds
 */
async function run(runtime) {
    const { core, env } = runtime;
    const secrets = new sanitize_secrets/* Secrets */.Sb((secret) => core.setSecret(secret));
    const log = new Log(core);
    let reporting = { mode: null, summary: true, projectId: null, shard: null };
    let outcome;
    try {
        const settings = await readSettings(runtime, secrets, (known) => {
            reporting = known;
        });
        outcome = await executeMode(settings, runtime, secrets, log);
    }
    catch (thrown) {
        outcome = failedRun((0,errors/* toReportedError */.zc)(thrown), reporting, runtime, secrets);
    }
    for (const warning of outcome.warnings)
        log.warning(warning);
    return await publish(outcome, { core, log, secrets, env, summary: reporting.summary });
}
/** Reads the inputs, within the run's `timeout` and until its cancellation. */
async function readSettings(runtime, secrets, onReportSettings) {
    const { core, env } = runtime;
    const finished = new AbortController();
    const start = (seconds) => (0,deadlines/* startTimeout */.kk)(seconds, runtime, finished.signal).signal;
    try {
        return await readInputs({ input: core.getInput, env, secrets }, { onReportSettings, startTimeout: start });
    }
    finally {
        finished.abort();
    }
}
/** Loads what a mode needs only now: most of the action is not needed to report wrong inputs. */
async function executeMode(settings, runtime, secrets, log) {
    for (const warning of settings.warnings)
        log.warning(warning);
    if (settings.mode === 'merge') {
        const { mergeReports } = await Promise.all(/* import() */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("merge")]).then(__nccwpck_require__.bind(__nccwpck_require__, 1243));
        return await (0,deadlines/* withTimeout */.wj)(settings.timeout, runtime, (signal) => mergeReports(settings, secrets, signal));
    }
    const { execute } = await Promise.all(/* import() | atlas */[__nccwpck_require__.e("zod"), __nccwpck_require__.e("undici-client"), __nccwpck_require__.e("atlas")]).then(__nccwpck_require__.bind(__nccwpck_require__, 354));
    return await execute(settings, runtime, secrets, log);
}
function failedRun(error, { mode, projectId, shard }, runtime, secrets) {
    const project = projectId === null || mode === 'merge'
        ? null
        : (0,project_state/* failedEarly */.FJ)(mode ?? 'apply', { id: projectId, name: null, providers: [], require: [] }, error);
    const projects = project === null ? [] : [project];
    const report = (0,report_report/* buildReport */.FK)({ mode, shard, isMultiProject: false, projects, error });
    const run = (0,report_report/* currentRun */.xh)(runtime, secrets);
    // With an unknown mode there is nothing to say about the project, not even what was to be done with it.
    const shown = mode === null ? null : project;
    return { report, run, project: shown, links: publish_github/* NO_GITHUB_LINKS */.i, error, atlasOrigin: null, warnings: [] };
}
/** For an error that was thrown where no code waits for it: ends the run like any other error. */
async function publishUncaught(thrown, runtime) {
    const { core, env } = runtime;
    const secrets = new sanitize_secrets/* Secrets */.Sb(() => undefined);
    const reporting = { mode: null, projectId: null, summary: false, shard: null };
    const outcome = failedRun((0,errors/* toReportedError */.zc)(thrown), reporting, runtime, secrets);
    await publish(outcome, { core, log: new Log(core), secrets, env, summary: false });
}


/***/ }),

/***/ 2540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   W3: () => (/* binding */ CONTROL),
/* harmony export */   Z4: () => (/* binding */ BLANK),
/* harmony export */   a$: () => (/* binding */ TEXT),
/* harmony export */   bX: () => (/* binding */ UNPRINTABLE),
/* harmony export */   t6: () => (/* binding */ SPACE)
/* harmony export */ });
/**
 * What is removed wherever a text is shown: C0, DEL and C1 controls (a bare `\r` starts a line for the runner, ESC colors the
 * log), the Unicode line and paragraph separators, and every character that only changes how its neighbors are drawn:
 * zero-width characters and fillers, bidirectional marks, variation selectors, tags.
 */
const UNPRINTABLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb]+/gu;
/** A run of whitespace and of what cannot be printed. */
const BLANK = new RegExp(`[\\s${UNPRINTABLE.source.slice(1, -2)}]+`, 'gu');
/** Visible. */
const TEXT = 1;
/** A space of any width within a line. */
const SPACE = 2;
/** Ends a line or is a control character. */
const CONTROL = 4;
/** Invisible and without width. NUL is one of them, since UTF-16 puts one beside each letter. */
const IGNORABLE = 8;
const IGNORABLE_PATTERN = /[\0\p{Default_Ignorable_Code_Point}]/u;
const CONTROL_PATTERN = new RegExp(UNPRINTABLE.source, 'u');
/** The kind of every code point that was asked for, 0 for the others: regular expressions are too slow for megabytes. */
const kinds = new Uint8Array(0x110000);
/** @returns {@link TEXT}, {@link SPACE}, {@link CONTROL} or {@link IGNORABLE} */
function kindOf(codePoint) {
    const known = kinds[codePoint];
    if (known !== 0)
        return known;
    const kind = classify(String.fromCodePoint(codePoint));
    kinds[codePoint] = kind;
    return kind;
}
function classify(character) {
    if (IGNORABLE_PATTERN.test(character))
        return IGNORABLE;
    if (CONTROL_PATTERN.test(character))
        return CONTROL;
    return /\s/.test(character) ? SPACE : TEXT;
}


/***/ }),

/***/ 3781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable),
/* harmony export */   o: () => (/* binding */ safeJson)
/* harmony export */ });
/* harmony import */ var _characters_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2540);
/* harmony import */ var _safe_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4033);


/** Longest external text, in UTF-16 units, that is shown. The runner cuts annotations at 4096. */
const MAX_LENGTH = 2000;
/** What comes later is never shown. A regular expression can't match a run of many millions of characters. */
const MAX_READ_LENGTH = 1_000_000;
/** How much more than what is shown is read at first: runs of blanks and invisible characters are folded to one blank. */
const READ_AHEAD = 2;
/**
 * Makes any text one line that can be printed anywhere: without control characters, invisible characters and workflow
 * commands (see {@link breakCommands}), and cut to `maxLength` UTF-16 units. Applying it twice changes nothing.
 */
function printable(text, maxLength = MAX_LENGTH) {
    const head = lineOf(text.slice(0, READ_AHEAD * maxLength));
    const isEnough = head.length > maxLength + 1 || text.length <= READ_AHEAD * maxLength;
    const line = isEnough ? head : lineOf(text.slice(0, MAX_READ_LENGTH));
    return (line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).toWellFormed()}\u2026`);
}
function lineOf(text) {
    return (0,_safe_text_js__WEBPACK_IMPORTED_MODULE_1__/* .breakCommands */ .ix)(text.toWellFormed().replace(_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .BLANK */ .Z4, ' ').trim());
}
/**
 * `JSON.stringify` for outputs and files that other steps print: the same data, written so that no part of it can start a
 * workflow command, color a log or reorder a line. It doesn't redact: the texts in the value must be redacted already.
 */
function safeJson(value) {
    return JSON.stringify(value).replace(_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .UNPRINTABLE */ .bX, escapeUnits).replaceAll('##[', '#\\u0023[');
}
function escapeUnits(run) {
    let escaped = '';
    for (let i = 0; i < run.length; i += 1)
        escaped += `\\u${run.charCodeAt(i).toString(16).padStart(4, '0')}`;
    return escaped;
}


/***/ }),

/***/ 4033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ joinSafe),
/* harmony export */   gB: () => (/* binding */ safe),
/* harmony export */   ix: () => (/* binding */ breakCommands)
/* harmony export */ });
/**
 * A template tag for our own sentences: the words of the template are safe because they are source code, and the compiler
 * refuses every part that is not safe already. The result is checked once more, since two safe texts side by side can form
 * a workflow command that neither of them holds.
 */
function safe(template, ...parts) {
    const texts = template.map((words, i) => (i < parts.length ? `${words}${String(parts[i])}` : words));
    return breakCommands(texts.join(''));
}
/** Joins texts with a separator, and breaks the workflow commands that this forms. */
function joinSafe(texts, separator) {
    return breakCommands(texts.join(separator));
}
/**
 * Breaks every workflow command with a space. The runner reads `##[command]` anywhere in a line and `::command::` at its start
 * after trimming, on stdout and on stderr (actions/runner, ActionCommand.cs). Applying it twice changes nothing.
 */
function breakCommands(text) {
    const broken = text.replaceAll('##[', '# #[');
    // Few texts have two colons in a row. To look for them first halves the time that a long summary takes.
    return broken.includes('::') ? broken.replace(/^[^\S\r\n\u2028\u2029]*:(?=:)/gm, '$& ') : broken;
}


/***/ }),

/***/ 9599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vb: () => (/* binding */ MIN_SECRET_LENGTH),
  Sb: () => (/* binding */ Secrets),
  xc: () => (/* binding */ lastFour)
});

;// CONCATENATED MODULE: ./build/sanitize/decoding/text-view.js
/**
 * Reads a text into an empty view until the view has `limit` bytes or the text ends.
 *
 * @returns where in the text the reading stopped
 */
function readText(view, text, start, limit) {
    view.reserve(Math.min(limit, 3 * (text.length - start)) + 4);
    let i = start;
    while (i < text.length && view.length < limit) {
        i = view.putAscii(text, i, Math.min(text.length, i + limit - view.length));
        if (i === text.length || view.length === limit)
            break;
        const point = text.codePointAt(i);
        const to = point < 0x10000 ? i + 1 : i + 2;
        view.putCodePoint(point, i, to);
        i = to;
    }
    return i;
}
/** @returns the range of the text that the bytes from `first` up to and with `last` were read from */
function originalRange(view, first, last) {
    const from = view.from[first];
    const to = view.to[last];
    return view.parent === undefined ? { from, to } : originalRange(view.parent, from, to - 1);
}

// EXTERNAL MODULE: ./build/sanitize/characters.js
var characters = __nccwpck_require__(2540);
;// CONCATENATED MODULE: ./build/sanitize/decoding/ascii.js
/** Stands for the value of what is no digit. */
const NO_DIGIT = 0xff;
/** For each byte its value as a hexadecimal digit, or {@link NO_DIGIT}. */
const HEX_VALUES = new Uint8Array(256).fill(NO_DIGIT);
for (const [i, digit] of Array.from('0123456789abcdef').entries()) {
    HEX_VALUES[byteOf(digit)] = i;
    HEX_VALUES[byteOf(digit.toUpperCase())] = i;
}
/** @returns the byte of an ASCII character */
function byteOf(character) {
    return character.charCodeAt(0);
}
const isDigit = (byte) => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isAlphanumeric = (byte) => isDigit(byte) || isLetter(byte);
/**
 * @param base at most 16
 * @returns the number that at most `max` digits write, and where they end
 */
function readNumber(bytes, start, base, max) {
    let value = 0;
    let i = start;
    for (; i < bytes.length && i < start + max; i += 1) {
        const digit = HEX_VALUES[bytes[i]];
        if (digit >= base)
            break;
        value = value * base + digit;
    }
    return { value, end: i };
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/grown.js
/** Copies the items of an array into a larger one. @returns the larger one */
function grown(larger, old) {
    larger.set(old);
    return larger;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/utf8.js
/** @returns how many bytes a character has in UTF-8 that begins with this byte; 0 if none does */
function sizeOfCharacter(lead) {
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2 || lead > 0xf4)
        return 0;
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}
/** @returns how many bytes the character has that ends at `end`; 0 if none of several bytes does */
function sizeOfLastCharacter(bytes, end) {
    for (let size = 2; size <= 4 && size <= end; size += 1) {
        const byte = bytes[end - size];
        if (byte >= 0xc0)
            return sizeOfCharacter(byte) === size ? size : 0;
        if (byte < 0x80)
            return 0;
    }
    return 0;
}
/** @returns the code point of the character of several bytes that begins at `start`; a surrogate counts as one */
function readCodePoint(bytes, start, size) {
    let point = bytes[start] & (0xff >> (size + 1));
    for (let i = start + 1; i < start + size; i += 1)
        point = (point << 6) | (bytes[i] & 0x3f);
    return point;
}
/** @returns the bytes of a character beyond ASCII, a surrogate being one */
function utf8Bytes(point) {
    const last = 0x80 | (point & 0x3f);
    if (point < 0x800)
        return [0xc0 | (point >> 6), last];
    const third = 0x80 | ((point >> 6) & 0x3f);
    if (point < 0x10000)
        return [0xe0 | (point >> 12), third, last];
    return [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), third, last];
}
const isHighSurrogate = (point) => point >= 0xd800 && point <= 0xdbff;
const isLowSurrogate = (point) => point >= 0xdc00 && point <= 0xdfff;
/** @returns the code point that the halves of a surrogate pair stand for */
function joinSurrogates(high, low) {
    return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/view.js




/** Between two parts of a view that don't belong together. No UTF-8 text has this byte. */
const BREAK = 0xff;
const EQUALS = byteOf('=');
/**
 * One way to read a text: its bytes, in UTF-8 unless something else was encoded, without what can't be seen. Of a run of spaces
 * one is left, and none of a run with a line break or a control character in it, nor an equals sign before it. For each byte a view knows where it comes from.
 * Views are large and short-lived, so they are used again: see {@link reset}.
 */
class View {
    bytes = new Uint8Array(0);
    /** The range in {@link parent}, or in the text itself, of what became the byte. */
    from = new Int32Array(0);
    to = new Int32Array(0);
    /** 1 if something with a line break or a control character in it was left out before the byte. */
    gaps = new Uint8Array(0);
    length = 0;
    /** The view that this one was decoded from; undefined if it was read from the text itself. */
    parent = undefined;
    /** How often bytes were decoded on the way to it, from base64, hexadecimal digits or numbers. */
    byteDepth = 0;
    /** The kinds of the characters that were left out since the last byte, and where they begin. */
    #gap = 0;
    #gapFrom = 0;
    /** Empties the view. */
    reset(parent, byteDepth) {
        this.parent = parent;
        this.byteDepth = byteDepth;
        this.truncate(0);
        return this;
    }
    /** Drops all bytes from the given one on. */
    truncate(length) {
        this.length = length;
        this.#gap = 0;
    }
    /** Makes room, which {@link put} takes for granted: for a byte of each byte or space put in. */
    reserve(count) {
        const needed = this.length + count;
        if (needed <= this.bytes.length)
            return;
        const capacity = Math.max(needed, 2 * this.bytes.length);
        this.bytes = grown(new Uint8Array(capacity), this.bytes);
        this.gaps = grown(new Uint8Array(capacity), this.gaps);
        this.from = grown(new Int32Array(capacity), this.from);
        this.to = grown(new Int32Array(capacity), this.to);
    }
    part(start, end) {
        return { bytes: this.bytes.subarray(start, end), gaps: this.gaps.subarray(start, end), start };
    }
    /**
     * Puts in the characters of a text up to the first one that is not a visible character of ASCII, or up to `end`.
     *
     * @returns where it stopped
     */
    putAscii(text, start, end) {
        if (this.#gap !== 0 || start >= end)
            return start;
        const { bytes, from, to, gaps, length } = this;
        const shift = length - start;
        let i = start;
        for (; i < end; i += 1) {
            const unit = text.charCodeAt(i);
            if (unit >= 0x80 || (0,characters/* kindOf */.I)(unit) !== characters/* TEXT */.a$)
                break;
            bytes[i + shift] = unit;
            from[i + shift] = i;
            to[i + shift] = i + 1;
            gaps[i + shift] = 0;
        }
        this.length = i + shift;
        return i;
    }
    put(byte, from, to) {
        if (byte < 0x80) {
            const kind = (0,characters/* kindOf */.I)(byte);
            if (kind === characters/* TEXT */.a$)
                this.#append(byte, from, to);
            else
                this.#leaveOut(kind, from);
        }
        else {
            this.#append(byte, from, to);
            if (byte < 0xc0)
                this.#checkCharacter();
        }
    }
    /** Puts a character in as UTF-8. The halves of a surrogate pair may come one by one. */
    putCodePoint(point, from, to) {
        if (point < 0x80) {
            this.put(point, from, to);
            return;
        }
        const kind = (0,characters/* kindOf */.I)(point);
        if (kind !== characters/* TEXT */.a$) {
            this.#leaveOut(kind, from);
            return;
        }
        for (const byte of utf8Bytes(point))
            this.#append(byte, from, to);
        if (isLowSurrogate(point))
            this.#checkCharacter();
    }
    /** Notes that a line break or a control character was left out here. */
    leaveGap(from) {
        this.#leaveOut(characters/* CONTROL */.W3, from);
    }
    /** Ends a part: what comes next doesn't belong to it. */
    break() {
        this.#gap = 0;
        const end = this.length === 0 ? 0 : this.to[this.length - 1];
        this.#append(BREAK, end, end);
    }
    #append(byte, from, to) {
        const gap = this.#gap === 0 ? 0 : this.#closeGap(from);
        this.#write(byte, from, to, gap);
    }
    #write(byte, from, to, gap) {
        const { length } = this;
        this.bytes[length] = byte;
        this.from[length] = from;
        this.to[length] = to;
        this.gaps[length] = gap;
        this.length = length + 1;
    }
    #leaveOut(kind, from) {
        if (this.#gap === 0)
            this.#gapFrom = from;
        this.#gap |= kind;
    }
    /** Writes the space that stands for what was left out, if it does. @returns what `gaps` has for the next byte */
    #closeGap(from) {
        const gap = this.#gap;
        this.#gap = 0;
        if ((gap & characters/* CONTROL */.W3) !== 0)
            return this.#joinLines() && (gap & characters/* SPACE */.t6) === 0 ? 0 : 1;
        if ((gap & characters/* SPACE */.t6) !== 0)
            this.#write(0x20, this.#gapFrom, from, 0);
        return 0;
    }
    /** Quoted-printable breaks a line anywhere, after an equals sign. @returns whether there was one, which is dropped */
    #joinLines() {
        if (this.length === 0 || this.bytes[this.length - 1] !== EQUALS)
            return false;
        this.length -= 1;
        return true;
    }
    /** Takes the last character back if it can't be seen, and joins the halves of a surrogate pair. */
    #checkCharacter() {
        const size = sizeOfLastCharacter(this.bytes, this.length);
        if (size === 0)
            return;
        const start = this.length - size;
        const point = readCodePoint(this.bytes, start, size);
        if (point > 0x10ffff)
            return;
        const to = this.to[this.length - 1];
        const kind = (0,characters/* kindOf */.I)(point);
        if (kind !== characters/* TEXT */.a$) {
            const from = this.#takeBack(start);
            this.#leaveOut(kind, from);
        }
        else if (isLowSurrogate(point) && sizeOfLastCharacter(this.bytes, start) === 3) {
            const high = readCodePoint(this.bytes, start - 3, 3);
            if (isHighSurrogate(high))
                this.putCodePoint(joinSurrogates(high, point), this.#takeBack(start - 3), to);
        }
    }
    /** Drops all bytes from the given one on, but not the gap before it. @returns where it began */
    #takeBack(start) {
        this.length = start;
        this.#gapFrom = this.from[start];
        if (this.gaps[start] === 1)
            this.#gap = characters/* CONTROL */.W3;
        return this.#gapFrom;
    }
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/byte-run.js

/** What escape sequences of text begin with ends a run, since they are decoded first. An equals sign is also padding. */
const ENDS = '%&\\';
/** Like {@link SEPARATOR}, and a zero that stands alone before it belongs to it, as in `0x73`. */
const PREFIX = 0xfd;
/** Not a digit, but something that can stand between two digits. */
const SEPARATOR = 0xfe;
/** Ends a run. */
const END = 0xff;
/** @returns for each byte {@link SEPARATOR} if it is an ASCII character that can stand between two digits, or else {@link END} */
function separatorKinds() {
    const kinds = new Uint8Array(256).fill(END);
    kinds.fill(SEPARATOR, 0, 0x80);
    for (const character of ENDS)
        kinds[byteOf(character)] = END;
    return kinds;
}
/** Digits in base 16 or 64 without what stands between them, and their indexes in a view. Used again, since it can be large. */
class Digits {
    values = new Uint8Array(0);
    #positions = new Int32Array(0);
    #bytes = new Uint8Array(0);
    length = 0;
    /**
     * Takes in the next run of a part.
     *
     * @param kinds for each byte its value as a digit, or one of the above
     * @returns where the run ends
     */
    read(part, first, kinds) {
        const { bytes, start } = part;
        this.#makeRoom(bytes.length - first);
        const { values } = this;
        const positions = this.#positions;
        let length = 0;
        let i = first;
        for (; i < bytes.length; i += 1) {
            const kind = kinds[bytes[i]];
            if (kind < PREFIX) {
                values[length] = kind;
                positions[length] = start + i;
                length += 1;
            }
            else if (kind === END) {
                break;
            }
            else if (kind === PREFIX && this.#isLoneZero(length - 1, part, i - 1)) {
                length -= 1;
            }
        }
        this.length = length;
        return i;
    }
    #makeRoom(count) {
        if (this.values.length >= count)
            return;
        this.values = new Uint8Array(2 * count);
        this.#positions = new Int32Array(2 * count);
        this.#bytes = new Uint8Array(2 * count);
    }
    #isLoneZero(index, { gaps, start }, i) {
        if (this.values[index] !== 0 || this.#positions[index] !== start + i)
            return false;
        return gaps[i] === 1 || this.#positions[index - 1] !== start + i - 1;
    }
    /** @returns room for the bytes that digits stand for, at most as many as there are digits */
    roomFor(count) {
        return this.#bytes.subarray(0, count);
    }
    /**
     * @param bytes what the digits from `skip` on stand for
     * @param bits of a digit
     */
    runOf(bytes, bits, skip) {
        return new DigitRun(bytes, this.#positions.subarray(skip), bits);
    }
}
/** Bytes that digits stand for. */
class DigitRun {
    bytes;
    /** The indexes of the digits. */
    #positions;
    #bits;
    constructor(bytes, positions, bits) {
        this.bytes = bytes;
        this.#positions = positions;
        this.#bits = bits;
    }
    firstOf(index) {
        return this.#positions[Math.floor((8 * index) / this.#bits)];
    }
    lastOf(index) {
        return this.#positions[Math.floor((8 * index + 7) / this.#bits)];
    }
    put(start, end, out) {
        const { bytes } = this;
        const positions = this.#positions;
        const bits = this.#bits;
        let digit = Math.floor((8 * start) / bits);
        // The bits of the first digit that belong to the byte before.
        let used = 8 * start - bits * digit;
        for (let i = start; i < end; i += 1) {
            out.put(bytes[i], positions[digit], positions[digit + 1] + 1);
            used += 8 - bits;
            digit += 1;
            if (used >= bits) {
                used -= bits;
                digit += 1;
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/base64.js


/** For each byte its value in base64 or base64url. With the rest of ASCII base64 can be wrapped or quoted. */
const KINDS = separatorKinds();
for (const [i, letter] of Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').entries()) {
    KINDS[byteOf(letter)] = i;
}
KINDS[byteOf('-')] = 62;
KINDS[byteOf('_')] = 63;
const digits = new Digits();
/** Decodes the base64 in a part of a view, wherever it begins: all words of the part count as base64 that was wrapped. */
const decodeBase64 = (part, minLength, emit) => {
    const { bytes } = part;
    for (let i = 0; i < bytes.length; i += 1) {
        if (KINDS[bytes[i]] >= SEPARATOR)
            continue;
        i = digits.read(part, i, KINDS);
        if (6 * digits.length < 8 * minLength)
            continue;
        // A secret can begin at any of the four digits that hold three bytes.
        for (let skip = 0; skip < 4; skip += 1)
            emit(digits.runOf(joinSextets(skip), 6, skip));
    }
};
/** @returns the bytes of the digits from `skip` on, without one that is not complete; valid until the next call */
function joinSextets(skip) {
    const { values, length } = digits;
    const bytes = digits.roomFor(Math.floor((6 * (length - skip)) / 8));
    for (let i = skip, k = 0; k < bytes.length; i += 4, k += 3) {
        // What is missing at the end is not needed for a whole byte.
        const [second, third] = [values[i + 1], values[i + 2]];
        bytes[k] = (values[i] << 2) | (second >> 4);
        bytes[k + 1] = (second << 4) | (third >> 2);
        bytes[k + 2] = (third << 6) | values[i + 3];
    }
    return bytes;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/html-entities.js
/** Names of HTML entities and the characters that they stand for, in the same order. */
const PUNCTUATION_NAMES = 'amp lt gt quot apos plus sol equals percnt colon semi comma period excl quest num dollar ast lowbar commat bsol grave hat lpar rpar lsqb rsqb lcub rcub verbar';
const PUNCTUATION = '&<>"\'+/=%:;,.!?#$*_@\\`^()[]{}|';
/** The names of U+00A0 to U+00FF. */
const LATIN_1_NAMES = 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
    'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
    'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** What has no width or is a blank, by its code point. */
const INVISIBLE = {
    Tab: 0x09,
    NewLine: 0x0a,
    ensp: 0x2002,
    emsp: 0x2003,
    thinsp: 0x2009,
    ZeroWidthSpace: 0x200b,
    NegativeVeryThinSpace: 0x200b,
    NegativeThinSpace: 0x200b,
    NegativeMediumSpace: 0x200b,
    NegativeThickSpace: 0x200b,
    zwnj: 0x200c,
    zwj: 0x200d,
    lrm: 0x200e,
    rlm: 0x200f,
    NoBreak: 0x2060,
    ApplyFunction: 0x2061,
    af: 0x2061,
    InvisibleTimes: 0x2062,
    it: 0x2062,
    InvisibleComma: 0x2063,
    ic: 0x2063,
};
function makeTable() {
    return new Map([
        ...PUNCTUATION_NAMES.split(' ').map((name, i) => [name, PUNCTUATION.charCodeAt(i)]),
        ...LATIN_1_NAMES.split(' ').map((name, i) => [name, 0xa0 + i]),
        ...Object.entries(INVISIBLE),
        ...Object.entries(INVISIBLE).map(([name, point]) => [name.toLowerCase(), point]),
    ]);
}
/** Made when it is first needed: most runs see no entity. */
let codePoints;
const MAX_ENTITY_NAME_LENGTH = 'NegativeVeryThinSpace'.length;
/** @returns the code point that `&name;` stands for; undefined if it is unknown. `&AMP;` is a name as well. */
function entityCodePoint(name) {
    codePoints ??= makeTable();
    return codePoints.get(name) ?? codePoints.get(name.toLowerCase());
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/escape-sequences.js


const MAX_CODE_POINT = 0x10ffff;
const REPLACEMENT_CHARACTER = 0xfffd;
/** The first byte that is no ASCII. */
const BEYOND_ASCII = 0x80;
/** Leading zeros included. */
const MAX_ENTITY_DIGITS = 10;
const HASH = byteOf('#');
const LETTER_U = byteOf('u');
const LETTER_X = byteOf('x');
const SEMICOLON = byteOf(';');
const OPEN_BRACE = byteOf('{');
const CLOSE_BRACE = byteOf('}');
/** Letters after a backslash, and the control characters that they stand for. */
const CONTROL_LETTERS = new Map(Array.from('abtnvfre').map((letter, i) => [byteOf(letter), letter === 'e' ? 0x1b : 7 + i]));
/** How many hexadecimal digits follow `\x`, `\u` and `\U`. */
const HEX_LENGTHS = new Map([
    [byteOf('x'), 2],
    [byteOf('u'), 4],
    [byteOf('U'), 8],
]);
const READERS = new Map([
    [byteOf('&'), readEntity],
    [byteOf('\\'), readBackslash],
    [byteOf('%'), readPercent],
    [byteOf('='), readQuotedPrintable],
]);
/** The bytes that an escape sequence can begin with, one for each family. */
const ESCAPE_LEADS = [...READERS.keys()];
/**
 * Reads an escape sequence of HTML, JSON, JavaScript, C, shells, URLs or quoted-printable.
 *
 * @returns undefined if none begins at `start`
 */
function readEscape(bytes, start) {
    return READERS.get(bytes[start])?.(bytes, start);
}
/** `&#65;` and `&#x41;`, also without the semicolon, as readers of HTML take them, and `&amp;`. */
function readEntity(bytes, start) {
    if (bytes[start + 1] !== HASH)
        return readNamedEntity(bytes, start);
    const isHex = ((bytes[start + 2] ?? 0) | 0x20) === LETTER_X;
    const first = start + (isHex ? 3 : 2);
    const { value, end } = readNumber(bytes, first, isHex ? 16 : 10, MAX_ENTITY_DIGITS);
    if (end === first)
        return undefined;
    return {
        value: value > MAX_CODE_POINT ? REPLACEMENT_CHARACTER : value,
        isByte: false,
        end: bytes[end] === SEMICOLON ? end + 1 : end,
    };
}
function readNamedEntity(bytes, start) {
    let name = '';
    let i = start + 1;
    for (; isAlphanumeric(bytes[i] ?? 0) && name.length <= MAX_ENTITY_NAME_LENGTH; i += 1) {
        name += String.fromCharCode(bytes[i]);
    }
    const value = bytes[i] === SEMICOLON ? entityCodePoint(name) : undefined;
    if (value !== undefined)
        return { value, isByte: false, end: i + 1 };
    const [prefix] = /^(amp|lt|gt|quot)/i.exec(name) ?? [];
    if (prefix === undefined)
        return undefined;
    return { value: entityCodePoint(prefix), isByte: false, end: start + 1 + prefix.length };
}
function readBackslash(bytes, start) {
    const letter = bytes[start + 1] ?? BEYOND_ASCII;
    const hexLength = HEX_LENGTHS.get(letter);
    if (hexLength !== undefined)
        return readHexOrBraces(bytes, start + 2, hexLength);
    const octal = readNumber(bytes, start + 1, 8, 3);
    if (octal.end > start + 1)
        return octal.value > 0xff ? undefined : { ...octal, isByte: true };
    const control = CONTROL_LETTERS.get(letter);
    if (control !== undefined)
        return { value: control, isByte: true, end: start + 2 };
    // A backslash before an escape sequence of another family is a character of its own.
    const isOther = READERS.has(letter) && letter !== bytes[start];
    if (letter >= BEYOND_ASCII || isAlphanumeric(letter) || isOther)
        return undefined;
    return { value: letter, isByte: true, end: start + 2 };
}
/** So many digits, or any number of them in braces, after `\\x` or `\\u`. */
function readHexOrBraces(bytes, start, length) {
    if (bytes[start] !== OPEN_BRACE)
        return readHex(bytes, start, length);
    const { value, end } = readNumber(bytes, start + 1, 16, 8);
    return bytes[end] === CLOSE_BRACE && value <= MAX_CODE_POINT ? { value, isByte: false, end: end + 1 } : undefined;
}
/** So many digits. Two are a byte, more are a code point. */
function readHex(bytes, start, length) {
    const { value, end } = readNumber(bytes, start, 16, length);
    return end === start + length && value <= MAX_CODE_POINT ? { value, isByte: length === 2, end } : undefined;
}
/** `%41`, and `%u0041` of the old `escape()`. */
function readPercent(bytes, start) {
    return bytes[start + 1] === LETTER_U ? readHex(bytes, start + 2, 4) : readHex(bytes, start + 1, 2);
}
/**
 * `=3D`. Codes of letters and digits are left: an encoder has no reason to write them, and ordinary texts are full of `name=ab12`. A
 * text in which every byte is encoded is read as hexadecimal bytes.
 */
function readQuotedPrintable(bytes, start) {
    const code = readHex(bytes, start + 1, 2);
    return code === undefined || isAlphanumeric(code.value) ? undefined : code;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/escapes.js


const PLUS = byteOf('+');
const BLANK = byteOf(' ');
/** What a byte can be, apart from itself: the start of an escape sequence, or a blank. */
const LEAD = 1;
const BLANK_IN_FORMS = 2;
/** A short text can be form data even if nothing in it had to be escaped. */
const MAX_SHORT_LENGTH = 2000;
const FORM_ROLES = rolesOf(ESCAPE_LEADS).with(PLUS, BLANK_IN_FORMS);
const PERCENT_ROLES = rolesOf([byteOf('%')]);
/** Decodes one level of escape sequences. Those of all families are decoded together, since a text can mix them. */
const decodeEscapes = escapeDecoder(ESCAPE_LEADS);
/** Decodes one level of escape sequences in a part that can be form data, where a plus stands for a blank. */
const decodeFormData = (part, out) => {
    if (!part.bytes.includes(PLUS))
        return;
    if (part.bytes.length <= MAX_SHORT_LENGTH || hasEscape(part.bytes, PERCENT_ROLES))
        decode(part, FORM_ROLES, out);
};
/** @returns a decoder for the families of escape sequences that begin with these bytes */
function escapeDecoder(leads) {
    const roles = rolesOf(leads);
    return (part, out) => {
        if (hasEscape(part.bytes, roles))
            decode(part, roles, out);
    };
}
/** @returns for each byte its role, or 0 */
function rolesOf(leads) {
    const roles = new Uint8Array(256);
    for (const lead of leads)
        roles[lead] = LEAD;
    return roles;
}
function hasEscape(bytes, roles) {
    for (let i = 0; i < bytes.length; i += 1) {
        if (roles[bytes[i]] === LEAD && readEscape(bytes, i) !== undefined)
            return true;
    }
    return false;
}
function decode({ bytes, gaps, start }, roles, out) {
    out.reserve(bytes.length + 1);
    for (let i = 0; i < bytes.length;) {
        const byte = bytes[i];
        const role = roles[byte];
        if (gaps[i] === 1)
            out.leaveGap(start + i);
        const escaped = role === LEAD ? readEscape(bytes, i) : undefined;
        const end = escaped === undefined ? i + 1 : escaped.end;
        if (escaped === undefined)
            out.put(role === BLANK_IN_FORMS ? BLANK : byte, start + i, start + end);
        else if (escaped.isByte)
            out.put(escaped.value, start + i, start + end);
        else
            out.putCodePoint(escaped.value, start + i, start + end);
        i = end;
    }
    out.break();
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/hex.js


/** For each byte its value as a digit. Colons, blanks and `0x` can stand between two bytes, but no other letters. */
const hex_KINDS = separatorKinds();
for (let byte = 0; byte < 0x80; byte += 1) {
    if (isLetter(byte))
        hex_KINDS[byte] = END;
    if (HEX_VALUES[byte] !== NO_DIGIT)
        hex_KINDS[byte] = HEX_VALUES[byte];
}
hex_KINDS[byteOf('x')] = PREFIX;
hex_KINDS[byteOf('X')] = PREFIX;
const hex_digits = new Digits();
/** Decodes the hexadecimal bytes in a part of a view, also in groups and with anything but letters between them. */
const decodeHex = (part, minLength, emit) => {
    const { bytes } = part;
    for (let i = 0; i < bytes.length; i += 1) {
        i = startOfRun(bytes, i, 2 * minLength);
        if (i === bytes.length)
            return;
        i = hex_digits.read(part, i, hex_KINDS);
        if (hex_digits.length < 2 * minLength)
            continue;
        for (const skip of [0, 1])
            emit(hex_digits.runOf(joinNibbles(skip), 4, skip));
    }
};
/** @returns where so many bytes in a row can be in a run; the length of the bytes if they can't anywhere */
function startOfRun(bytes, start, length) {
    let first = start;
    let i = start + length - 1;
    while (i < bytes.length) {
        // Words end runs everywhere, so it is faster to look for their letters from the end.
        while (i >= first && hex_KINDS[bytes[i]] !== END)
            i -= 1;
        if (i < first)
            return first;
        first = i + 1;
        i += length;
    }
    return bytes.length;
}
/** @returns the bytes of the digits from `skip` on; valid until the next call */
function joinNibbles(skip) {
    const { values, length } = hex_digits;
    const bytes = hex_digits.roomFor((length - skip) >> 1);
    for (let i = skip, k = 0; k < bytes.length; i += 2, k += 1) {
        bytes[k] = (values[i] << 4) | values[i + 1];
    }
    return bytes;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/number-lists.js



/** Longer numbers are no bytes and no code points. */
const MAX_DIGITS = 7;
const DOUBLE_QUOTE = byteOf('"');
const COLON = byteOf(':');
const LETTER_O = byteOf('o');
const number_lists_KINDS = separatorKinds();
/** The bytes of a list of numbers, and the indexes of the digits in which they are written. Used again, since it can be large. */
class NumberList {
    #base;
    #max;
    #bytes = new Uint8Array(0);
    #firsts = new Int32Array(0);
    #lasts = new Int32Array(0);
    #length = 0;
    /** @param max larger numbers are not in the list */
    constructor(base, max) {
        this.#base = base;
        this.#max = max;
    }
    /** Empties the list and makes room. */
    reset(count) {
        this.#length = 0;
        if (this.#bytes.length >= count)
            return;
        this.#bytes = new Uint8Array(2 * count);
        this.#firsts = new Int32Array(2 * count);
        this.#lasts = new Int32Array(2 * count);
    }
    /** Adds a number that is written in a part. @returns whether it can be in the list */
    add({ bytes, start }, first, end) {
        const number = readNumber(bytes, first, this.#base, Math.min(end - first, MAX_DIGITS));
        if (number.end !== end || number.value > this.#max)
            return false;
        const { value } = number;
        if (value <= 0xff) {
            this.#append(value, start + first, start + end - 1);
            return true;
        }
        // The code point of a character is put into UTF-8.
        for (const byte of utf8Bytes(value))
            this.#append(byte, start + first, start + end - 1);
        return true;
    }
    #append(byte, first, last) {
        this.#bytes[this.#length] = byte;
        this.#firsts[this.#length] = first;
        this.#lasts[this.#length] = last;
        this.#length += 1;
    }
    /** Ends the list. */
    end(minLength, emit) {
        const length = this.#length;
        this.#length = 0;
        if (length < minLength)
            return;
        const bytes = this.#bytes.subarray(0, length);
        const firsts = this.#firsts;
        const lasts = this.#lasts;
        emit({
            bytes,
            firstOf: (index) => firsts[index],
            lastOf: (index) => lasts[index],
            put: (start, end, out) => {
                for (let i = start; i < end; i += 1)
                    out.put(bytes[i], firsts[i], lasts[i] + 1);
            },
        });
    }
    /** Whether something stands between two numbers that can't stand there in a list. */
    isEndedBetween(bytes, start, end) {
        for (let i = start; i < end; i += 1) {
            const byte = bytes[i];
            const isPrefix = this.#base === 8 && byte === LETTER_O;
            if (isLetter(byte) ? !isPrefix : number_lists_KINDS[byte] === END)
                return true;
        }
        return false;
    }
}
const LISTS = [new NumberList(10, 0x10ffff), new NumberList(8, 0xff)];
/** Decodes the lists of decimal and of octal bytes in a part of a view: `[115, 101]`, `{"0":115,"1":101}`, `163 145`, `0o163`. */
const decodeNumberLists = (part, minLength, emit) => {
    const { bytes, gaps } = part;
    // A byte takes at least one digit, and a character of several bytes takes as many digits.
    for (const list of LISTS)
        list.reset(bytes.length);
    let last = 0;
    for (let i = nextDigit(bytes, 0); i < bytes.length; i = nextDigit(bytes, last)) {
        const end = endOfDigits(bytes, gaps, i);
        for (const list of LISTS) {
            if (list.isEndedBetween(bytes, last, i))
                list.end(minLength, emit);
            if (!isKey(bytes, end) && !list.add(part, i, end))
                list.end(minLength, emit);
        }
        last = end;
    }
    for (const list of LISTS)
        list.end(minLength, emit);
};
function nextDigit(bytes, start) {
    let i = start;
    while (i < bytes.length && !isDigit(bytes[i]))
        i += 1;
    return i;
}
/** Digits on two lines are two numbers. */
function endOfDigits(bytes, gaps, start) {
    let i = start + 1;
    while (isDigit(bytes[i] ?? 0) && gaps[i] === 0)
        i += 1;
    return i;
}
/** Whether the number that ends here is a key of JSON, not an item. */
function isKey(bytes, end) {
    return bytes[end] === DOUBLE_QUOTE && bytes[end + 1] === COLON;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/readable-parts.js

/** So many readable bytes make a part. Fewer turn up everywhere, and hold no secret that is encoded once more. */
const MIN_PART_LENGTH = 8;
/** For each byte whether it is ASCII that a text can hold. */
const IS_ASCII_TEXT = new Uint8Array(256);
IS_ASCII_TEXT.fill(1, 0x20, 0x7f);
for (const character of '\t\n\r')
    IS_ASCII_TEXT[character.charCodeAt(0)] = 1;
/**
 * A state machine that finds {@link MIN_PART_LENGTH} bytes of text in a row. A state is four times the count of bytes of text so far, plus
 * how many bytes the last character still lacks. `NEXT_STATE[256 * state + byte]` is the next state, {@link FOUND} the last.
 */
const FOUND = 4 * MIN_PART_LENGTH;
const NEXT_STATE = new Uint8Array(256 * FOUND);
/** From each of these bytes to the next all are alike. */
const FIRST_BYTES = [0, 0x09, 0x0b, 0x0d, 0x0e, 0x20, 0x7f, 0x80, 0xc0, 0xc2, 0xe0, 0xf0, 0xf5];
for (let state = 0; state < FOUND; state += 1) {
    const row = NEXT_STATE.subarray(256 * state, 256 * (state + 1));
    for (const byte of FIRST_BYTES)
        row.fill(nextState(state, byte), byte);
}
function nextState(state, byte) {
    const count = state >> 2;
    const lacking = state & 3;
    if (isContinuation(byte))
        return lacking === 0 ? 0 : stateOf(count + 1, lacking - 1);
    const size = byte < 0x80 ? IS_ASCII_TEXT[byte] : sizeOfCharacter(byte);
    if (size === 0)
        return 0;
    return stateOf(lacking === 0 ? count + 1 : 1, size - 1);
}
function stateOf(count, lacking) {
    return count === MIN_PART_LENGTH ? FOUND : 4 * count + lacking;
}
/**
 * @returns the parts of a byte string that can be text in UTF-8, or in Latin-1 with few letters beyond ASCII. Nearly all that decoding
 * makes of ordinary words is in none of them.
 */
function readableParts(bytes) {
    const parts = [];
    let state = 0;
    for (let i = 0; i < bytes.length; i += 1) {
        state = NEXT_STATE[(state << 8) | bytes[i]];
        if (state !== FOUND)
            continue;
        const first = i - MIN_PART_LENGTH + 1;
        const end = extendRight(bytes, first);
        if (end - first >= MIN_PART_LENGTH)
            parts.push({ start: extendLeft(bytes, first, parts.at(-1)?.end ?? 0), end });
        i = end - 1;
        state = 0;
    }
    return parts;
}
/** @returns the end of the text that begins with a whole character at `start` */
function extendRight(bytes, start) {
    let end = start;
    while (end < bytes.length) {
        const size = IS_ASCII_TEXT[bytes[end]] === 1 ? 1 : sizeBeyondAscii(bytes, end);
        if (size === 0)
            break;
        end += size;
    }
    return end;
}
/** @returns the start of the text that has a whole character at `start`, but none of UTF-8 before it */
function extendLeft(bytes, start, min) {
    let first = start;
    while (first > min && (IS_ASCII_TEXT[bytes[first - 1]] === 1 || isLatin1(bytes, first - 1)))
        first -= 1;
    return first;
}
/** @returns how many bytes the character has that begins here; 0 if no text has one like it */
function sizeBeyondAscii(bytes, start) {
    const size = sizeOfCharacter(bytes[start]);
    let end = start + 1;
    while (end < start + size && isContinuation(bytes[end] ?? 0))
        end += 1;
    if (size > 1 && end === start + size)
        return size;
    return isLatin1(bytes, start) ? 1 : 0;
}
/** Whether this is a byte beyond ASCII between letters of ASCII. */
function isLatin1(bytes, i) {
    if (bytes[i] < 0x80)
        return false;
    return isAscii(bytes[i - 1]) && isAscii(bytes[i + 1]) && isAscii(bytes[i + 2]);
}
function isContinuation(byte) {
    return byte >= 0x80 && byte < 0xc0;
}
/** The ends of the byte string count as text. */
function isAscii(byte) {
    return byte === undefined || IS_ASCII_TEXT[byte] === 1;
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/utf16.js
/** So many bytes can lie between the NULs of two letters of ASCII: a few other characters. */
const MAX_DISTANCE = 20;
/** So many NULs make a text in UTF-16. */
const MIN_COUNT = 4;
/** Puts the parts of a run that look like UTF-16 into a view. */
function putUtf16(run, out) {
    const { bytes } = run;
    let first = 0;
    let last = 0;
    let count = 0;
    const endPart = () => {
        if (count >= MIN_COUNT)
            putPart(run, first, Math.min(last + MAX_DISTANCE, bytes.length), out);
        count = 0;
    };
    for (let i = bytes.indexOf(0); i !== -1; i = bytes.indexOf(0, i)) {
        // Letters of ASCII have their NULs at every other byte, and never two of them.
        if (bytes[i + 1] === 0) {
            while (bytes[i] === 0)
                i += 1;
            endPart();
            continue;
        }
        if (i - last > MAX_DISTANCE || (i - last) % 2 !== 0)
            endPart();
        if (count === 0)
            first = i;
        last = i;
        count += 1;
        i += 1;
    }
    endPart();
}
/** Puts bytes into a view as UTF-16 in either byte order: the NUL can stand before its letter or after it. */
function putPart(run, firstNul, end, out) {
    const start = Math.max(firstNul - MAX_DISTANCE, 0);
    for (const isLittleEndian of [true, false]) {
        const first = start + ((firstNul - start + (isLittleEndian ? 1 : 0)) % 2);
        // Three bytes of UTF-8 for two of UTF-16, and a break.
        out.reserve(2 * (end - first) + 1);
        for (let i = first; i + 1 < end; i += 2) {
            const [a, b] = [run.bytes[i], run.bytes[i + 1]];
            out.putCodePoint(isLittleEndian ? (b << 8) | a : (a << 8) | b, run.firstOf(i), run.lastOf(i + 1) + 1);
        }
        out.break();
    }
}

;// CONCATENATED MODULE: ./build/sanitize/decoding/view-decoder.js







const ESCAPE_DECODERS = [decodeEscapes, decodeFormData];
const RUN_DECODERS = [decodeBase64, decodeHex, decodeNumberLists];
/** So many encodings on top of each other are decoded, and so many of bytes among them, as in base64 of base64 in a URL. */
const MAX_DEPTH = 3;
const MAX_BYTE_DEPTH = 2;
/** No secret is shorter. */
const MIN_BYTE_STRING_LENGTH = 4;
/** It is faster to search all bytes for more strings than that than to search for one after the other. */
const MAX_BYTE_STRINGS = 32;
/** Reads a view in every other way. The views are made in buffers that are used again. */
class ViewDecoder {
    #buffers = [];
    #byteStrings;
    /** @param byteStrings what is looked for in bytes that are no text */
    constructor(byteStrings) {
        this.#byteStrings = byteStrings;
    }
    /** Calls `visit` with the view and with each one that can be decoded from it; none is to be used after the call. */
    visitAll(view, visit, depth = 0) {
        visit(view);
        if (depth === MAX_DEPTH)
            return;
        const parts = partsOf(view);
        const decoded = this.#buffer(depth);
        for (const decode of ESCAPE_DECODERS) {
            decoded.reset(view, view.byteDepth);
            for (const part of parts)
                decode(part, decoded);
            if (decoded.length > 0)
                this.visitAll(decoded, visit, depth + 1);
        }
        if (view.byteDepth === MAX_BYTE_DEPTH)
            return;
        const minLength = this.#byteStrings.length > 0 ? MIN_BYTE_STRING_LENGTH : MIN_PART_LENGTH;
        for (const decode of RUN_DECODERS) {
            decoded.reset(view, view.byteDepth + 1);
            for (const part of parts)
                decode(part, minLength, (run) => this.#putRun(run, decoded));
            if (decoded.length > 0)
                this.visitAll(decoded, visit, depth + 1);
        }
    }
    #buffer(depth) {
        const buffer = this.#buffers[depth] ?? new View();
        this.#buffers[depth] = buffer;
        return buffer;
    }
    #putRun(run, out) {
        const { bytes } = run;
        if (this.#byteStrings.length > MAX_BYTE_STRINGS) {
            view_decoder_putPart(run, 0, bytes.length, out);
            return;
        }
        putUtf16(run, out);
        for (const { start, end } of readableParts(bytes))
            view_decoder_putPart(run, start, end, out);
        if (this.#byteStrings.length === 0)
            return;
        const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        for (const string of this.#byteStrings) {
            for (let i = buffer.indexOf(string); i !== -1; i = buffer.indexOf(string, i + string.length)) {
                view_decoder_putPart(run, i, i + string.length, out);
            }
        }
    }
}
function partsOf(view) {
    const whole = view.part(0, view.length);
    if (view.parent === undefined)
        return [whole];
    return readableParts(whole.bytes).map(({ start, end }) => view.part(start, end));
}
function view_decoder_putPart(run, start, end, out) {
    out.reserve(end - start + 1);
    run.put(start, end, out);
    out.break();
}

;// CONCATENATED MODULE: ./build/sanitize/matching/replacements.js
/** What a secret is replaced by. */
const MASK = '***';
/** Adds one to a list, or to the last of the list if it continues that one. */
function addReplacement(list, added) {
    const last = list.at(-1);
    if (last === undefined || last.replacement !== MASK || added.replacement !== MASK) {
        list.push(added);
    }
    else if (added.from >= last.from && added.from <= last.to) {
        list[list.length - 1] = { ...last, to: Math.max(last.to, added.to) };
    }
    else {
        list.push(added);
    }
}
/** @returns the same, sorted; what overlaps goes as one, and so do neighbors that are secret */
function mergeReplacements(list) {
    const merged = [];
    for (const next of list.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
        const last = merged.at(-1);
        const isSecret = last?.replacement === MASK && next.replacement === MASK;
        if (last === undefined || next.from > last.to || (next.from === last.to && !isSecret)) {
            merged.push(next);
        }
        else if (next.to > last.to || next.replacement !== last.replacement) {
            const to = Math.max(last.to, next.to);
            merged[merged.length - 1] = { from: last.from, to, replacement: MASK };
        }
    }
    return merged;
}

;// CONCATENATED MODULE: ./build/sanitize/matching/redactor.js




/** So many bytes of a text, without what can't be seen, are searched at once: some milliseconds of work. */
const MAX_WINDOW_LENGTH = 64 * 1024;
/** So many of them are searched again with the next window: no secret is longer, however it is encoded. */
const OVERLAP = 8 * 1024;
/** Replaces secrets in texts of any length, part by part. */
class Redactor {
    #matcher;
    #decoder;
    #window = new View();
    constructor(matcher) {
        this.#matcher = matcher;
        this.#decoder = new ViewDecoder(matcher.byteStrings);
    }
    /** @returns the redacted text in pieces, each of them final */
    *redact(text) {
        if (text.length < this.#matcher.minTextLength) {
            yield text;
            return;
        }
        let pending = [];
        let copied = 0;
        for (let start = 0, isLast = false; !isLast;) {
            const window = this.#search(text, start);
            const replacements = mergeReplacements([...pending, ...window.found]);
            pending = replacements.filter(({ to }) => to > window.end);
            let piece = '';
            for (const { from, to, replacement } of replacements.slice(0, replacements.length - pending.length)) {
                piece += text.slice(copied, from) + replacement;
                copied = to;
            }
            const upTo = Math.min(window.end, pending[0]?.from ?? window.end);
            yield piece + text.slice(copied, upTo);
            copied = upTo;
            start = window.end;
            isLast = window.isLast;
        }
    }
    #search(text, start) {
        const view = this.#window.reset(undefined, 0);
        const end = readText(view, text, start, MAX_WINDOW_LENGTH);
        const found = [];
        this.#decoder.visitAll(view, (decoded) => found.push(...this.#matcher.find(decoded)));
        if (end === text.length)
            return { found, end, isLast: true };
        return { found, end: view.from[view.length - OVERLAP], isLast: false };
    }
}

;// CONCATENATED MODULE: ./build/sanitize/matching/secret-encodings.js



/** The names of the characters that HTML has to escape. */
const HTML_NAMES = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };
/** Whether a text has a character that encodings of text write as different bytes. */
const hasBeyondAscii = (text) => /[^\0-\x7f]/.test(text);
/** A text in the ways in which Unicode can write it. */
function normalFormsOf(text) {
    return [...new Set([text, text.toWellFormed(), text.normalize('NFC'), text.normalize('NFD')])];
}
/** @returns the byte strings that give the secret away but don't look like text: see {@link readableParts} */
function byteStringsOf(secret) {
    return normalFormsOf(secret).flatMap((text) => {
        const utf8 = Buffer.from(text, 'utf8');
        const short = utf8.length < MIN_PART_LENGTH ? [utf8] : [];
        return hasBeyondAscii(text) ? [...short, ...legacyEncodingsOf(text)] : short;
    });
}
/** @returns the text in UTF-16 and, if it can be, in Latin-1 */
function legacyEncodingsOf(text) {
    const utf16 = Buffer.from(text, 'utf16le');
    const latin1 = /[^\0-\xff]/.test(text) ? [] : [Buffer.from(text, 'latin1')];
    return [utf16, Buffer.from(utf16).swap16(), ...latin1];
}
/** The secret as text and as bytes, and as the text that a reader sees who takes its bytes for Latin-1 or Windows-1252. */
function encodingsOf(secret) {
    const texts = normalFormsOf(secret);
    const views = texts.map(viewOfText);
    if (!hasBeyondAscii(secret))
        return views;
    const utf8 = texts.map((text) => Buffer.from(text, 'utf8'));
    const byteStrings = texts.flatMap(legacyEncodingsOf);
    return [
        ...views,
        ...byteStrings.map(viewOfBytes),
        ...[...utf8, ...byteStrings].map((bytes) => viewOfText(bytes.toString('latin1'))),
        ...utf8.map((bytes) => viewOfText(new TextDecoder('windows-1252').decode(bytes))),
    ];
}
function viewOfText(text) {
    const view = new View();
    readText(view, text, 0, Number.POSITIVE_INFINITY);
    return view;
}
function viewOfBytes(bytes) {
    const view = new View();
    view.reserve(bytes.length);
    for (const [i, byte] of bytes.entries())
        view.put(byte, i, i + 1);
    return view;
}
/** The secret as it looks in JSON, in a URL, in a workflow command and in HTML. */
function escapesOf(secret) {
    return [
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret.toWellFormed()),
        secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
        secret.replace(/[&<>"']/g, (character) => `&${HTML_NAMES[character]};`),
    ];
}

;// CONCATENATED MODULE: ./build/sanitize/matching/folding.js

/** What stands for no letter of its own wherever texts are quoted: blanks, a plus for a blank, quotes, backslashes. */
const LEFT_OUT = ' +"\'`\\';
/** For each byte what it is compared as, 0 if it is left out: letters of ASCII in lower case. */
const FOLDED = new Uint8Array(256);
for (let byte = 0; byte < 256; byte += 1) {
    const character = String.fromCharCode(byte);
    FOLDED[byte] = LEFT_OUT.includes(character) ? 0 : byte < 0x80 ? character.toLowerCase().charCodeAt(0) : byte;
}
const folding_EQUALS = byteOf('=');
/** Whether a byte can be missing from the text of a form at the start or the end of the secret. */
const canBeLeftOutAtEnd = (byte) => FOLDED[byte] === 0 || byte === folding_EQUALS;

;// CONCATENATED MODULE: ./build/sanitize/matching/secret-forms.js





/** What two forms have to have in common to be found in the same places. */
function keyOf({ text, exact = text, gaps, leading, trailing }) {
    if (gaps === undefined && leading === 0 && trailing === 0)
        return exact;
    return `${exact}\n${leading}\n${trailing}\n${[...(gaps ?? [])].join()}`;
}
/** A shorter text turns up by chance. */
const MIN_FORM_LENGTH = 4;
/** From this length on a form is known in any case. */
const MIN_ANY_CASE_LENGTH = 8;
/** A longer secret is searched for in parts, so that a part of a text that holds one is never too long. */
const MAX_FORM_LENGTH = 128;
/** A secret that looks encoded is known decoded, too, since it is decoded together with the text around it. */
const MAX_ROUNDS = 3;
/** @returns everything that gives the secret away in a view of a text */
function formsOf(secret) {
    // Most of all secrets are hashes, one for each request, which have one form.
    if (/^[A-Za-z0-9]+$/.test(secret) && secret.length <= MAX_FORM_LENGTH)
        return [formOf(secret)];
    const views = encodingsOf(secret).flatMap(readingsOf);
    const forms = views.map(fold);
    // Hardly anything is left of a secret like `%41%42%43` once it is decoded.
    if (forms.some(([form]) => form === undefined || 'literal' in form))
        forms.push(...escapesOf(secret).map(viewOfText).map(fold));
    return forms.flat();
}
/** Decode the escape sequences of all families but one. */
const DECODERS_BUT_ONE = ESCAPE_LEADS.map((lead) => escapeDecoder(ESCAPE_LEADS.filter((other) => other !== lead)));
/**
 * A text as it is read in a view. The escape sequences that a secret holds are decoded together with the text around it: all of them,
 * round after round, or all but those of the family that the secret was then escaped with.
 */
function readingsOf(view) {
    const views = [view];
    for (let i = 0, round = view; i < MAX_ROUNDS; i += 1) {
        const next = decoded(round, decodeEscapes);
        if (next.length === 0)
            break;
        views.push(next);
        round = next;
    }
    if (views.length > 1)
        views.push(...DECODERS_BUT_ONE.map((decode) => decoded(view, decode)).filter(({ length }) => length > 0));
    return views;
}
function decoded(view, decode) {
    const out = new View();
    decode(view.part(0, view.length), out);
    return out;
}
function fold(view) {
    const kept = [];
    for (let i = 0; i < view.length; i += 1)
        if (isKept(view.bytes[i]))
            kept.push(i);
    // Base64 comes with or without them, and quoted-printable takes one at the end of a line for its own.
    while (kept.length > 0 && canBeLeftOutAtEnd(view.bytes[kept.at(-1)]))
        kept.pop();
    if (kept.length < MIN_FORM_LENGTH) {
        const bytes = view.bytes.subarray(0, view.length).filter((byte) => byte !== BREAK);
        const literal = latin1(bytes).replace(/(?<=.{4})=+$/s, '');
        return literal.length < MIN_FORM_LENGTH ? [] : [{ literal }];
    }
    const count = Math.ceil(kept.length / MAX_FORM_LENGTH);
    const size = Math.ceil(kept.length / count);
    const parts = Array.from({ length: count }, (_, i) => kept.slice(i * size, (i + 1) * size));
    return parts.map((part) => formOfBytes(view, part));
}
const isKept = (byte) => byte !== BREAK && FOLDED[byte] !== 0;
/** @param kept the indexes of the bytes that the form has */
function formOfBytes(view, kept) {
    const form = formOf(latin1(Uint8Array.from(kept, (i) => view.bytes[i])));
    const gaps = new Map();
    for (const [k, i] of kept.slice(1).entries()) {
        const hasLineBreak = view.gaps[i] === 1;
        const isShort = form.exact !== undefined;
        if (hasLineBreak || i !== kept[k] + 1)
            gaps.set(k, isShort && !hasLineBreak);
    }
    return {
        ...form,
        gaps: gaps.size > 0 ? gaps : undefined,
        leading: countLeftOut(view, kept[0], -1),
        trailing: countLeftOut(view, kept.at(-1), 1),
    };
}
function formOf(exact) {
    const text = exact.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    const isShort = text.length < MIN_ANY_CASE_LENGTH;
    return { text, exact: isShort ? exact : undefined, gaps: undefined, leading: 0, trailing: 0 };
}
/** @returns how many bytes beside the given one were left out, up to the next one that wasn't */
function countLeftOut(view, index, step) {
    let i = index + step;
    while (i >= 0 && i < view.length && canBeLeftOutAtEnd(view.bytes[i]))
        i += step;
    return Math.abs(i - index) - 1;
}
const latin1 = (bytes) => Buffer.from(bytes).toString('latin1');

;// CONCATENATED MODULE: ./build/sanitize/matching/bit-set.js
/** A set of numbers by their low bits: it never misses a number, but can take one for another. A fast answer to "surely not". */
class BitSet {
    #size;
    #words = new Int32Array(1);
    #mask = 31;
    /** @param bits how many bits of a number count */
    constructor(bits) {
        this.#size = 2 ** bits;
    }
    add(value) {
        if (this.#mask !== this.#size - 1)
            this.#allocate();
        const bit = value & this.#mask;
        this.#words[bit >>> 5] = this.#words[bit >>> 5] | (1 << (bit & 31));
    }
    /** Not before the first number: a run without secrets needs no memory for them. */
    #allocate() {
        this.#words = new Int32Array(this.#size / 32);
        this.#mask = this.#size - 1;
    }
    mayHave(value) {
        const bit = value & this.#mask;
        return ((this.#words[bit >>> 5] >>> (bit & 31)) & 1) === 1;
    }
}

;// CONCATENATED MODULE: ./build/sanitize/matching/match-range.js



/** This much of a secret gives it away where the rest can have been misread. */
const MIN_SHARE = 0.75;
/** At least so many bytes must be there; more where ordinary words can be. */
const MIN_SHARED_LENGTH = 10;
const MIN_SHARED_LENGTH_OF_BYTES = 6;
/**
 * Compares a form with a view around a byte that they seem to share.
 *
 * A character before an encoded secret can form an escape sequence with the first ones of it (as `\` before `nope%22`, or `=` before
 * `ab%2B`), so that they are missing from the view. They are then looked for in the view that this one was decoded from. If they are
 * encoded once more, that can't help, so a few missing bytes are put up with.
 *
 * @param place the end of the seed
 * @param seedLength at least so many bytes must be the same
 * @returns the range of the text that gives the secret away
 */
function locate(view, form, place, seedLength) {
    if (!isSame(view, form, place.index, place.at))
        return undefined;
    const first = walk(view, form, place, -1);
    if (place.at - first.at + 1 < seedLength)
        return undefined;
    const last = walk(view, form, place, 1);
    const start = findEdge(view, form, first, -1);
    const end = findEdge(view, form, last, 1);
    const missing = start.missing + end.missing;
    if (missing > 0) {
        const minLength = view.byteDepth > 0 ? MIN_SHARED_LENGTH_OF_BYTES : MIN_SHARED_LENGTH;
        if (form.text.length - missing < Math.max(minLength, MIN_SHARE * form.text.length))
            return undefined;
        if (start.missing > 0 && !canBeMisread(view, first.index, -1))
            return undefined;
        if (end.missing > 0 && !canBeMisread(view, last.index, 1))
            return undefined;
    }
    return { from: start.position, to: end.position };
}
/** Whether a byte or the next one in this direction is a decoded one, or something between them was left out. */
function canBeMisread(view, index, step) {
    const { from, to, parent } = view;
    if (parent === undefined)
        return false;
    if (view.byteDepth > 0)
        return true;
    const next = index + step;
    const edge = (step < 0 ? from[index] : to[index]);
    const nextEdge = next < 0 ? 0 : next >= view.length ? parent.length : (step < 0 ? to[next] : from[next]);
    const isDecoded = (i) => to[i] - from[i] > 1;
    if (nextEdge !== edge || isDecoded(index) || (next >= 0 && next < view.length && isDecoded(next)))
        return true;
    return canBeMisread(parent, step < 0 ? edge : edge - 1, step);
}
/** Follows the form from one shared byte to the last one in this direction. */
function walk(view, form, { index, at }, step) {
    let shared = { index, at };
    for (;;) {
        const next = { index: nextIndex(view, shared.index, step), at: shared.at + step };
        if (!isSame(view, form, next.index, next.at) || !hasSameGap(view, form, shared, next))
            return shared;
        shared = next;
    }
}
/** Follows the form on in the views that this one was decoded from. */
function findEdge(view, form, last, step) {
    const missing = step < 0 ? last.at : form.text.length - 1 - last.at;
    if (missing === 0)
        return { position: positionOf(view, skipLeftOut(view, last.index, form, step), step), missing };
    if (view.parent !== undefined) {
        const index = step < 0 ? view.from[last.index] : view.to[last.index] - 1;
        const edge = findEdge(view.parent, form, walk(view.parent, form, { index, at: last.at }, step), step);
        if (edge.missing === 0)
            return edge;
    }
    return { position: positionOf(view, skip(view, last.index, missing, step), step), missing };
}
/** @returns the index of the next byte that isn't left out */
function nextIndex({ bytes, length }, index, step) {
    let next = index + step;
    while (next >= 0 && next < length && FOLDED[bytes[next]] === 0)
        next += step;
    return next;
}
function isSame({ bytes, length }, { text, exact }, index, at) {
    if (index < 0 || index >= length || at < 0 || at >= text.length)
        return false;
    const byte = bytes[index];
    return FOLDED[byte] === text.charCodeAt(at) && (exact === undefined || byte === exact.charCodeAt(at));
}
/**
 * Whether what was left out between two bytes can also be left out in the secret: line breaks can come in anywhere, but blanks,
 * quotes and backslashes only where the secret has any. In a short secret they must also be there.
 */
function hasSameGap(view, { gaps }, a, b) {
    const first = Math.min(a.index, b.index);
    const last = Math.max(a.index, b.index);
    const isLeftOut = last - first > 1;
    const isRequired = gaps?.get(Math.min(a.at, b.at));
    if (isRequired === undefined ? !isLeftOut : !isRequired || isLeftOut)
        return true;
    return view.gaps.subarray(first + 1, last + 1).includes(1);
}
/** @returns the index of the last byte that belongs to what the form leaves out at this end */
function skipLeftOut({ bytes, length }, index, { leading, trailing }, step) {
    let last = index;
    for (let left = step < 0 ? leading : trailing; left > 0; left -= 1) {
        const next = last + step;
        if (next < 0 || next >= length || !canBeLeftOutAtEnd(bytes[next]))
            break;
        last = next;
    }
    return last;
}
/** @returns the index so many bytes further, but within the part of the view */
function skip({ bytes, length }, index, count, step) {
    let last = index;
    for (let left = count; left > 0; left -= 1) {
        const next = last + step;
        if (next < 0 || next >= length || bytes[next] === BREAK)
            break;
        last = next;
    }
    return last;
}
function positionOf(view, index, step) {
    const { from, to } = originalRange(view, index, index);
    return step < 0 ? from : to;
}

;// CONCATENATED MODULE: ./build/sanitize/matching/secret-matcher.js






/** A form is found by so many bytes in the middle of it, its seed. */
const SEED_LENGTH = 8;
/** The seed of a form of less than {@link MIN_LONG_LENGTH} bytes. */
const SHORT_SEED_LENGTH = MIN_FORM_LENGTH;
const MIN_LONG_LENGTH = 16;
/** So many places for the seed are tried until there is one that no other form has. */
const MAX_SEED_TRIES = 32;
/**
 * All forms of all secrets, found in one pass over a view however many there are: tens of thousands, if a run sends as many
 * requests.
 */
class SecretMatcher {
    #entries = new Map();
    #bySeed = new Map();
    #seedHashes = new BitSet(20);
    #literals = new Map();
    /** Secrets in encodings that are not text: a decoder needs them to distinguish them from nonsense. */
    byteStrings = [];
    /** The last two bytes of each seed: nearly all of a text is passed over by this alone. */
    #seedEnds = new BitSet(16);
    #minTextLength = Number.POSITIVE_INFINITY;
    /** No text that is shorter can hold a secret, however it is encoded. */
    get minTextLength() {
        return this.#minTextLength;
    }
    /** A form that is known already is replaced by {@link MASK} from now on if either is to be. */
    add(form, replacement) {
        const bytes = 'literal' in form ? form.literal : form.text;
        this.#minTextLength = Math.min(this.#minTextLength, minTextLengthOf(bytes));
        if ('literal' in form) {
            this.#literals.set(form.literal, replacement);
            return;
        }
        const key = keyOf(form);
        const known = this.#entries.get(key);
        if (known === undefined)
            this.#entries.set(key, this.#addEntry(form, replacement));
        else if (replacement === MASK)
            known.replacement = MASK;
    }
    #addEntry(form, replacement) {
        const { seed, seedEnd } = this.#chooseSeed(form.text);
        const entry = { form, seedEnd, replacement };
        const sameSeed = this.#bySeed.get(seed);
        if (sameSeed === undefined)
            this.#bySeed.set(seed, [entry]);
        else
            sameSeed.push(entry);
        this.#seedHashes.add(hashOf(seed));
        this.#seedEnds.add((form.text.charCodeAt(seedEnd - 1) << 8) | form.text.charCodeAt(seedEnd));
        return entry;
    }
    /** Takes the seed that the fewest forms have, and of these one from the middle. */
    #chooseSeed(text) {
        const length = seedLength(text);
        const middle = (text.length + length) >> 1;
        let best = { seed: 0, seedEnd: 0, count: Number.POSITIVE_INFINITY };
        for (let i = 0; i < MAX_SEED_TRIES && best.count > 0; i += 1) {
            const seedEnd = middle + ((i & 1) === 0 ? -i : i + 1) / 2 - 1;
            if (seedEnd < length - 1 || seedEnd >= text.length)
                continue;
            const seed = seedAt(text, seedEnd, length);
            const count = this.#bySeed.get(seed)?.length ?? 0;
            if (count < best.count)
                best = { seed, seedEnd, count };
        }
        return best;
    }
    /** @returns every place of every form, overlapping ones as well */
    find(view) {
        const findings = { view, replacements: [], found: new Map() };
        this.#findLiterals(view, findings.replacements);
        const { bytes, length } = view;
        const seedEnds = this.#seedEnds;
        let previous = 0;
        let last = 0;
        for (let i = 0; i < length; i += 1) {
            const byte = FOLDED[bytes[i]];
            if (byte === 0)
                continue;
            previous = (previous << 8) | (last >>> 24);
            last = (last << 8) | byte;
            if (!seedEnds.mayHave(last))
                continue;
            const seed = mix(previous, last);
            if (this.#seedHashes.mayHave(hashOf(seed)))
                this.#check(seed, i, findings);
            if (this.#seedHashes.mayHave(hashOf(last)))
                this.#check(last, i, findings);
        }
        for (const [entry, { skipped }] of findings.found)
            compareLast(entry, skipped, findings);
        return findings.replacements;
    }
    /** @param index where in the view the seed ends */
    #check(seed, index, findings) {
        for (const entry of this.#bySeed.get(seed) ?? []) {
            const last = findings.found.get(entry);
            if (last !== undefined && index < last.until) {
                last.skipped.push(index);
                continue;
            }
            if (last !== undefined) {
                compareLast(entry, last.skipped, findings);
                findings.found.delete(entry);
            }
            if (!compare(entry, index, findings))
                continue;
            findings.found.set(entry, { until: index + (entry.form.text.length >> 3), skipped: [] });
        }
    }
    #findLiterals(view, replacements) {
        if (this.#literals.size === 0)
            return;
        const bytes = Buffer.from(view.bytes.buffer, 0, view.length);
        for (const [literal, replacement] of this.#literals) {
            for (let i = bytes.indexOf(literal, 0, 'latin1'); i !== -1; i = bytes.indexOf(literal, i + 1, 'latin1')) {
                addReplacement(replacements, { ...originalRange(view, i, i + literal.length - 1), replacement });
            }
        }
    }
}
/**
 * Looks for a form where its seed ends.
 *
 * @returns whether it is there
 */
function compare({ form, seedEnd, replacement }, index, { view, replacements }) {
    const range = locate(view, form, { index, at: seedEnd }, seedLength(form.text));
    if (range === undefined)
        return false;
    addReplacement(replacements, { ...range, replacement });
    return true;
}
/** Of the places that were passed over, the last one where the form is reaches further than what was found before it. */
function compareLast(entry, skipped, findings) {
    for (let i = skipped.length - 1; i >= 0 && !compare(entry, skipped[i], findings);)
        i -= 1;
}
/** A secret can lack a quarter of its bytes where it is found, and a UTF-16 unit can be three bytes, but not of ASCII. */
function minTextLengthOf(bytes) {
    const beyondAscii = bytes.match(/[^\0-\x7f]/g)?.length ?? 0;
    return 0.75 * (bytes.length - beyondAscii + beyondAscii / 3);
}
function seedLength(form) {
    return form.length >= MIN_LONG_LENGTH ? SEED_LENGTH : SHORT_SEED_LENGTH;
}
/** @returns the number that stands for the bytes of a form that end here */
function seedAt(form, end, length) {
    const last = fourBytes(form, end - 3);
    return length === SHORT_SEED_LENGTH ? last : mix(fourBytes(form, end - 7), last);
}
function fourBytes(form, first) {
    const at = (i) => form.charCodeAt(first + i);
    return (at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3);
}
/** Makes one number of two of four bytes. */
function mix(previous, last) {
    return (Math.imul(previous, 0x9e3779b1) + last) | 0;
}
/** Spreads seeds that are alike: the high bits of a product depend on all bits of its factors. */
function hashOf(seed) {
    return Math.imul(seed, 0x85ebca6b) >>> 12;
}

// EXTERNAL MODULE: ./build/sanitize/printable.js
var printable = __nccwpck_require__(3781);
;// CONCATENATED MODULE: ./build/sanitize/secrets.js






/** A shorter text can't be masked without ruining the log. */
const MIN_SECRET_LENGTH = 4;
/** A shorter line of a secret (a brace, the last line of a key) says nothing and is not masked on its own. */
const MIN_LINE_LENGTH = 6;
/** What Atlas calls an identifier. Anything else could be a word of our own messages. */
const IDENTIFIER = /^[A-Za-z0-9]{16,128}$/;
/**
 * Everything that must not be shown in this run. A secret is registered before it is first used: the runner masks it, and
 * it is removed, in every encoding, from external texts before they are shown or written.
 *
 * Only external text is redacted. Our own sentences are `safe` texts that never pass through here as a whole, so a secret that is
 * an ordinary word can't blank them.
 */
class Secrets {
    #mask;
    #matcher = new SecretMatcher();
    #redactor = new Redactor(this.#matcher);
    /** @param mask makes the runner mask one line of text (`core.setSecret`) */
    constructor(mask) {
        this.#mask = mask;
    }
    /**
     * Masks a secret and remembers it. The runner masks a text with line breaks line by line, however short the line, and
     * would then blank every `{` of the log (actions/runner, ActionCommandManager.cs), so it is only given lines that say
     * something. Texts under four characters are ignored: the inputs refuse them.
     */
    protect(secret) {
        const lines = linesOf(secret, /[\r\n]+/);
        if (lines.length === 1)
            this.#protectLine(lines[0], MIN_SECRET_LENGTH);
        // A private key that was escaped, in JSON or once too often, has `\\n` for its line breaks.
        const parts = secret.includes('-----BEGIN') ? linesOf(secret, /[\r\n]+|\\n/) : lines;
        if (parts.length > 1) {
            for (const part of parts)
                if (!/^-----(BEGIN|END) /.test(part))
                    this.#protectLine(part, MIN_LINE_LENGTH);
            this.#protectLine(JSON.stringify(secret).slice(1, -1), MIN_LINE_LENGTH);
        }
        if (secret !== lines[0] && secret.trim().length >= MIN_SECRET_LENGTH)
            this.#remember(secret);
    }
    /**
     * Removes a secret from external texts without masking it. For what serves one request only: the runner looks for every mask in
     * every line of the log, and a run sends thousands of requests. Texts under four characters are ignored.
     */
    redactOnly(secret) {
        if (secret.length >= MIN_SECRET_LENGTH)
            this.#remember(secret);
    }
    #protectLine(line, minLength) {
        if (line.length < minLength)
            return;
        this.#mask(line);
        this.#remember(line);
    }
    #remember(secret) {
        for (const form of formsOf(secret))
            this.#matcher.add(form, MASK);
        this.#matcher.byteStrings.push(...byteStringsOf(secret));
    }
    /**
     * Shows an identifier by its last four characters alone. It is not masked, because the runner would then drop job outputs. Texts
     * that are no identifiers of Atlas are ignored.
     */
    abbreviate(identifier) {
        if (!IDENTIFIER.test(identifier))
            return;
        for (const form of formsOf(identifier))
            this.#matcher.add(form, lastFour(identifier));
    }
    /**
     * Replaces every known secret, however it is encoded, by `***`, and abbreviates identifiers. The rest of the text stays as it is.
     * It takes about 0.1 s for 1 MiB at most; use {@link redactLong} for more than that.
     */
    redact(text) {
        return [...this.#redactor.redact(text)].join('');
    }
    /**
     * Like {@link redact}, for texts of any length.
     *
     * @param pause waited for after each 128 KiB or so, so that signals and timeouts are heard; what it rejects with ends the work
     */
    async redactLong(text, pause) {
        let redacted = '';
        for (const piece of this.#redactor.redact(text)) {
            redacted += piece;
            await pause();
        }
        return redacted;
    }
    /**
     * External text as one short line without secrets: see {@link printable}. It is cut after it was redacted, so that no part of
     * a secret is left at the end.
     */
    sanitize(text, maxLength) {
        const [head = ''] = this.#redactor.redact(text);
        return (0,printable/* printable */.g)(head, maxLength);
    }
}
function linesOf(text, breaks) {
    return text
        .split(breaks)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** `\u2026` and the last four characters. */
function lastFour(identifier) {
    return `\u2026${identifier.slice(-4)}`;
}


/***/ }),

/***/ 5444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BS: () => (/* binding */ hexText),
/* harmony export */   Hd: () => (/* binding */ secondsText),
/* harmony export */   KG: () => (/* binding */ asSentence),
/* harmony export */   Ly: () => (/* binding */ isoTime),
/* harmony export */   Qu: () => (/* binding */ withoutFullStop),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   gQ: () => (/* binding */ lowerCase),
/* harmony export */   kh: () => (/* binding */ isoDay)
/* harmony export */ });
/** The text as a sentence: with a full stop, unless it ends with a mark already, or with one before a closing bracket. */
function asSentence(text) {
    return (/[.!?\u2026:]\)?$/.test(text) ? text : `${text}.`);
}
/** The text without the full stop at its end, to go on after it. */
function withoutFullStop(text) {
    return text.replace(/\.$/, '');
}
/** @param ms since 1970 @returns the day in UTC: `2027-01-31` */
function isoDay(ms) {
    return new Date(ms).toISOString().slice(0, 10);
}
/** @returns a time in seconds with one decimal: `1.5 s` */
function secondsText(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}
/** @returns a long time in its two largest units: `2 h 5 min`, `3 min 10 s`, `40 s` */
function durationText(ms) {
    const seconds = Math.round(ms / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    if (hours > 0)
        return `${hours} h ${minutes} min`;
    return (minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`);
}
/** @param ms since 1970 @returns an ISO 8601 date and time in UTC */
function isoTime(ms) {
    return new Date(ms).toISOString();
}
/** @returns the text if it consists of hexadecimal digits alone, in lower case; undefined otherwise */
function hexText(text) {
    return /^[0-9a-f]+$/i.test(text) ? text.toLowerCase() : undefined;
}
function lowerCase(text) {
    return text.toLowerCase();
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		"index": 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1296);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
