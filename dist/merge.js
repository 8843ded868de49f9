export const id = "merge";
export const ids = ["merge"];
export const modules = {

/***/ 1243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mergeReports: () => (/* binding */ mergeReports)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/domain/checkpoint.js
var domain_checkpoint = __webpack_require__(7779);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(7177);
// EXTERNAL MODULE: ./build/sanitize/safe-text.js
var safe_text = __webpack_require__(4033);
// EXTERNAL MODULE: ./build/domain/errors.js
var errors = __webpack_require__(6046);
;// CONCATENATED MODULE: ./build/projects/errors.js


/** A file is no report that can be merged. */
class ReportFileError extends Error {
    /** The end of a sentence that begins with the name of the file. It quotes nothing of the file. */
    problem;
    constructor(problem) {
        super(problem);
        this.name = 'ReportFileError';
        this.problem = problem;
    }
}
/**
 * The reports cannot be merged.
 *
 * @param problem a sentence without its period
 * @param advice what to do, if the problem does not say so
 */
function mergeError(problem, advice) {
    return new errors/* ActionError */.lZ('INPUT', { what: (0,safe_text/* safe */.gB) `Nothing was merged: ${problem}.`, advice });
}

// EXTERNAL MODULE: ./build/projects/shard.js
var projects_shard = __webpack_require__(3175);
;// CONCATENATED MODULE: ./build/projects/check-matrix.js



/** Of a matrix, as many as the input `shard` takes. */
const MAX_SHARDS = 1000;
/** Shards that a message names. */
const MAX_NAMED = 10;
/**
 * Checks that the reports are those of one matrix, and all of them: a job that failed before it could upload its report would
 * otherwise leave its projects unseen.
 *
 * @throws ActionError `INPUT`
 */
function requireOneMatrix(files, secrets) {
    requireOneMode(files);
    requireAllShards(files, secrets);
    requireEachProjectOnce(files, secrets);
}
function requireOneMode([first, ...others]) {
    const other = others.find(({ report }) => report.mode !== first?.report.mode);
    if (first === undefined || other === undefined)
        return;
    throw mergeError((0,safe_text/* safe */.gB) `${first.label} is of \`mode: ${first.report.mode}\`, but ${other.label} of \`mode: ${other.report.mode}\`; merge the reports of one matrix`);
}
function requireAllShards(files, secrets) {
    const sharded = files.filter(({ report }) => report.shard !== null);
    const [first] = sharded;
    if (first === undefined)
        return;
    const whole = files.find(({ report }) => report.shard === null);
    if (whole !== undefined)
        throw mergeError((0,safe_text/* safe */.gB) `${first.label} is shard ${first.report.shard ?? ''}, but ${whole.label} is of a run over all projects`);
    const { count } = shardOf(first);
    const seen = new Map();
    for (const file of sharded) {
        const shard = shardOf(file);
        if (shard.count !== count)
            throw mergeError((0,safe_text/* safe */.gB) `${first.label} is one shard of ${count}, but ${file.label} one of ${shard.count}`);
        const other = seen.get(shard.index);
        if (other !== undefined)
            throw mergeError((0,safe_text/* safe */.gB) `${other.label} and ${file.label} are both shard ${shard.index}/${count}`);
        seen.set(shard.index, file);
        requireProjectsOfShard(file, shard, secrets);
    }
    requireNoneMissing(seen, count);
}
/** @throws ActionError if there cannot be such a shard */
function shardOf({ label, report }) {
    const [index = 0, count = 0] = (report.shard ?? '').split('/').map(Number);
    if (index >= 1 && index <= count && count <= MAX_SHARDS)
        return { index, count };
    throw mergeError((0,safe_text/* safe */.gB) `${label} is of shard ${report.shard ?? ''}, which does not exist`);
}
function requireProjectsOfShard({ label, report }, shard, secrets) {
    const foreign = report.projects.find(({ projectId }) => !(0,projects_shard/* isInShard */.O)(projectId, shard));
    if (foreign === undefined)
        return;
    const id = secrets.sanitize(foreign.projectId);
    throw mergeError((0,safe_text/* safe */.gB) `${label} is shard ${shard.index}/${shard.count}, but its project ${id} belongs to another shard; it was changed, or is not a report of this action`);
}
function requireNoneMissing(seen, count) {
    const missing = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !seen.has(index));
    if (missing.length === 0)
        return;
    const named = missing.slice(0, MAX_NAMED).map((index) => (0,safe_text/* safe */.gB) `${index}/${count}`);
    const more = missing.length > MAX_NAMED ? (0,safe_text/* safe */.gB) `, \u2026` : (0,safe_text/* safe */.gB) ``;
    throw mergeError((0,safe_text/* safe */.gB) `the report of shard ${(0,safe_text/* joinSafe */.e)(named, (0,safe_text/* safe */.gB) `, `)}${more} is missing; check why its job did not upload it`);
}
function requireEachProjectOnce(files, secrets) {
    const seen = new Map();
    for (const file of files) {
        for (const { projectId } of file.report.projects) {
            const other = seen.get(projectId);
            if (other !== undefined) {
                const where = other === file ? (0,safe_text/* safe */.gB) `twice in ${file.label}` : (0,safe_text/* safe */.gB) `in ${other.label} and in ${file.label}`;
                throw mergeError((0,safe_text/* safe */.gB) `project ${secrets.sanitize(projectId)} is ${where}; assign each project to one job only`);
            }
            seen.set(projectId, file);
        }
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/projects/glob-pattern.js


const MAX_LENGTH = 1000;
/** Patterns that braces may stand for. */
const MAX_ALTERNATIVES = 100;
const MAX_BRACES = 20;
/** `*` and `?`, each pair `**` counted as one. */
const MAX_WILDCARDS = 30;
/** `**`: any number of folders, none included. */
const ANY_FOLDERS = Symbol('**');
/**
 * Parses the glob of `report-files`: `*`, `?`, `[a-z]`, `[!a-z]`, `**` as a whole segment, `{a,b}`, `{1..9}`. Wildcards do not
 * match a dot at the beginning of a name. A backslash counts as a slash. Everything is bounded here, and matching takes a time
 * proportional to the lengths of pattern and name, because a glob that is expanded or tried out by backtracking can keep the
 * process busy for hours.
 *
 * @param workspace an absolute glob must begin with this folder
 * @throws ActionError `INPUT`
 */
function parseGlob(glob, workspace) {
    const slashed = glob.replaceAll('\\', '/');
    const root = `${workspace.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
    const relative = slashed.startsWith(root) ? slashed.slice(root.length) : slashed;
    const problem = problemOf(relative);
    if (problem !== undefined)
        throw mergeError((0,safe_text/* safe */.gB) `\`report-files\` ${problem}`);
    return expandBraces(relative).map(parsePattern);
}
function problemOf(glob) {
    const count = (sign) => glob.match(sign)?.length ?? 0;
    if (glob.length > MAX_LENGTH)
        return (0,safe_text/* safe */.gB) `is longer than ${MAX_LENGTH} characters`;
    if (count(/\{/g) > MAX_BRACES)
        return (0,safe_text/* safe */.gB) `has more than ${MAX_BRACES} pairs of braces`;
    if (count(/\*\*|[*?]/g) > MAX_WILDCARDS)
        return (0,safe_text/* safe */.gB) `has more than ${MAX_WILDCARDS} wildcards`;
    if (/[@!+?*]\(/.test(glob))
        return (0,safe_text/* safe */.gB) `has a pattern in parentheses, such as \`+(a|b)\`; use braces instead`;
    return undefined;
}
/** @throws ActionError if there are too many */
function expandBraces(glob) {
    const braces = firstBraces(glob);
    if (braces === undefined)
        return [glob];
    const { before, alternatives, after } = braces;
    const ends = expandBraces(after);
    const middles = alternatives.flatMap(expandBraces);
    if (middles.length * ends.length > MAX_ALTERNATIVES)
        throw mergeError((0,safe_text/* safe */.gB) `the braces of \`report-files\` stand for more than ${MAX_ALTERNATIVES} patterns`);
    return middles.flatMap((middle) => ends.map((end) => before + middle + end));
}
/** The first pair of braces that holds alternatives; others are characters like any. */
function firstBraces(glob) {
    for (let open = glob.indexOf('{'); open !== -1; open = glob.indexOf('{', open + 1)) {
        const parts = splitBraces(glob, open);
        if (parts === undefined)
            continue;
        const alternatives = parts.texts.length > 1 ? parts.texts : range(parts.texts[0]);
        if (alternatives !== undefined) {
            return { before: glob.slice(0, open), alternatives, after: glob.slice(parts.end + 1) };
        }
    }
    return undefined;
}
/** The texts between the commas of the braces that open at `open`; undefined if the braces do not close. */
function splitBraces(glob, open) {
    const texts = [];
    let depth = 0;
    let from = open + 1;
    for (let at = open; at < glob.length; at += 1) {
        const sign = glob[at];
        if (sign === '{')
            depth += 1;
        else if (sign === '}')
            depth -= 1;
        const ends = depth === 0;
        if (!ends && !(sign === ',' && depth === 1))
            continue;
        texts.push(glob.slice(from, at));
        from = at + 1;
        if (ends)
            return { texts, end: at };
    }
    return undefined;
}
/** The numbers of `1..9`; undefined if the text is no range. */
function range(text) {
    const [, first, last] = /^(0|[1-9]\d{0,5})\.\.([1-9]\d{0,5})$/.exec(text)?.map(Number) ?? [];
    if (first === undefined || last === undefined || last < first)
        return undefined;
    // One more than is allowed is enough to be refused.
    return Array.from({ length: Math.min(last - first, MAX_ALTERNATIVES) + 1 }, (_, i) => String(first + i));
}
function parsePattern(pattern) {
    if (/^([a-zA-Z]:)?\//.test(pattern) || pattern.split('/').includes('..')) {
        throw mergeError((0,safe_text/* safe */.gB) `\`report-files\` points outside the workspace; use a glob that is relative to the workspace, without \`..\``);
    }
    const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
    const segments = parts.map((part) => (part === '**' ? ANY_FOLDERS : matcher(part)));
    return segments.filter((segment, i) => segment !== ANY_FOLDERS || segments[i - 1] !== ANY_FOLDERS);
}
function matcher(pattern) {
    const tokens = tokensOf(pattern);
    const matchesDot = pattern.startsWith('.');
    return (name) => (matchesDot || !name.startsWith('.')) && matches(tokens, Array.from(name));
}
function tokensOf(pattern) {
    return [...pattern.matchAll(/\[([!^]?)(\][^\]]*|[^\]]+)\]|\*+|./gsu)].map(([text, negation, set]) => {
        if (set !== undefined)
            return oneOf(set, negation !== '');
        if (text.startsWith('*'))
            return '*';
        return text === '?' ? () => true : (character) => character === text;
    });
}
/** The characters of `[\u2026]`, in which `a-z` is a range. */
function oneOf(set, isNegated) {
    const ranges = [...set.matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, one]) => [from ?? one, to ?? one]);
    return (character) => isNegated !== ranges.some(([from, to]) => character >= from && character <= to);
}
/** Whether the name matches as a whole. Only the last `*` is ever given more characters, which is enough. */
function matches(tokens, name) {
    let token = 0;
    let at = 0;
    let star = -1;
    let starAt = 0;
    while (at < name.length) {
        const current = tokens[token];
        if (current === '*') {
            star = token;
            starAt = at;
            token += 1;
        }
        else if (current?.(name[at])) {
            token += 1;
            at += 1;
        }
        else if (star >= 0) {
            token = star + 1;
            starAt += 1;
            at = starAt;
        }
        else {
            return false;
        }
    }
    return tokens.slice(token).every((rest) => rest === '*');
}

;// CONCATENATED MODULE: ./build/projects/find-report-files.js





/** A matrix has at most 256 jobs. */
const MAX_FILES = 1000;
const MAX_PATH_LENGTH = 200;
/**
 * The files that the glob matches, ordered by path. Folders are passed over. `**` does not follow links; the rest of a glob does.
 *
 * @throws ActionError `INPUT` if a match is a broken link, is outside the workspace once its links are resolved, or is
 * neither file nor folder, or if there are too many
 */
async function findReportFiles(search) {
    const { glob, workspace, secrets } = search;
    const root = await ifReadable((0,promises_.realpath)(workspace), (0,safe_text/* safe */.gB) `the workspace`);
    const matches = new Set();
    for (const pattern of parseGlob(glob, workspace)) {
        await walk({ ...search, root, pattern, matches }, '', new Set([0]));
    }
    const files = [];
    for (const match of [...matches].sort()) {
        const label = (0,safe_text/* safe */.gB) `\`${secrets.sanitize(match, MAX_PATH_LENGTH)}\``;
        const path = await resolveFile(root, match, label);
        if (path !== undefined)
            files.push({ label, path });
    }
    return files;
}
/**
 * @param folder relative to the workspace
 * @param positions the segments of the pattern that a name in this folder may match
 */
async function walk(context, folder, positions) {
    const { root, pattern, matches, secrets, yieldToEventLoop } = context;
    const label = (0,safe_text/* safe */.gB) `the folder \`${secrets.sanitize(folder || '.', MAX_PATH_LENGTH)}\``;
    const entries = await ifReadable((0,promises_.opendir)((0,external_node_path_.join)(root, folder)), label);
    for await (const entry of entries) {
        await yieldToEventLoop();
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        const next = advance(pattern, positions, entry);
        if (next.has(pattern.length) && !entry.isDirectory())
            matches.add(path);
        if (matches.size > MAX_FILES)
            throw mergeError((0,safe_text/* safe */.gB) `\`report-files\` matches more than ${MAX_FILES} files`);
        const goesOn = next.size > (next.has(pattern.length) ? 1 : 0);
        if (goesOn && (await isFolder(context, entry, path)))
            await walk(context, path, next);
    }
}
/** The segments that may match below this entry; the pattern's length if the pattern ends with it. */
function advance(pattern, positions, entry) {
    const next = new Set();
    for (const position of withSkippedFolders(pattern, positions)) {
        const segment = pattern[position];
        if (segment === ANY_FOLDERS) {
            if (entry.name.startsWith('.'))
                continue;
            if (entry.isDirectory())
                next.add(position);
            if (position === pattern.length - 1)
                next.add(pattern.length);
        }
        else if (segment?.(entry.name)) {
            next.add(position + 1);
        }
    }
    return next;
}
/** `**` also stands for no folder at all. At the end of a pattern it matches everything below. */
function withSkippedFolders(pattern, positions) {
    const all = new Set(positions);
    for (const position of all)
        if (pattern[position] === ANY_FOLDERS)
            all.add(position + 1);
    return all;
}
async function isFolder({ root, secrets }, entry, path) {
    if (!entry.isSymbolicLink())
        return entry.isDirectory();
    const label = (0,safe_text/* safe */.gB) `\`${secrets.sanitize(path, MAX_PATH_LENGTH)}\``;
    return (await resolveLink((0,promises_.stat)((0,external_node_path_.join)(root, path)), label)).isDirectory();
}
/** @returns the path without links, undefined if it is a folder */
async function resolveFile(root, match, label) {
    const path = await resolveLink((0,promises_.realpath)((0,external_node_path_.join)(root, match)), label);
    const inside = (0,external_node_path_.relative)(root, path);
    if (inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.join)(root, inside) !== path)
        throw mergeError((0,safe_text/* safe */.gB) `${label} is outside the workspace after links are resolved`);
    const stats = await ifReadable((0,promises_.stat)(path), label);
    if (stats.isDirectory())
        return undefined;
    if (!stats.isFile())
        throw mergeError((0,safe_text/* safe */.gB) `${label} is not a file`);
    return path;
}
async function resolveLink(found, label) {
    try {
        return await found;
    }
    catch (error) {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ELOOP')
            throw mergeError((0,safe_text/* safe */.gB) `${label} is a broken link`);
        throw mergeError((0,safe_text/* safe */.gB) `${label} cannot be read`);
    }
}
async function ifReadable(found, label) {
    try {
        return await found;
    }
    catch {
        throw mergeError((0,safe_text/* safe */.gB) `${label} cannot be read`);
    }
}

;// CONCATENATED MODULE: ./build/projects/merged-run.js

/** Reports of one matrix are made within a day. */
const MAX_AGE_DIFFERENCE_MS = 24 * 60 * 60 * 1000;
/**
 * The run that merged reports are of: what they agree on, the highest attempt, since failed jobs can be run again, and the
 * oldest time, since the verdict is as old as that.
 */
function mergedRun(files) {
    const [first] = files;
    const isOneRun = first !== undefined && files.every(({ run }) => run.id === first.run.id);
    const attempts = files.flatMap(({ run }) => run.attempt ?? []);
    const highest = attempts.toSorted((a, b) => Number(b) - Number(a))[0];
    return {
        id: isOneRun ? first.run.id : null,
        attempt: isOneRun ? (highest ?? null) : null,
        at: byTime(files)[0]?.run.at ?? null,
    };
}
/** A warning if the reports do not seem to be of one run: one that is left over from an earlier run looks like any other. */
function staleReportWarning(files) {
    const timed = byTime(files);
    const oldest = timed[0];
    const newest = timed.at(-1);
    if (oldest && newest && timeOf(newest) - timeOf(oldest) > MAX_AGE_DIFFERENCE_MS) {
        return [
            (0,safe_text/* safe */.gB) `The reports were made more than a day apart: ${oldest.label} at ${oldest.run.at ?? ''}, ${newest.label} at ${newest.run.at ?? ''}. ${ADVICE}`,
        ];
    }
    const known = files.filter(({ run }) => run.id !== null);
    const [first] = known;
    const other = known.find(({ run }) => run.id !== first?.run.id);
    if (first === undefined || other === undefined)
        return [];
    return [
        (0,safe_text/* safe */.gB) `The reports are of different workflow runs: ${first.label} of run ${first.run.id ?? ''}, ${other.label} of run ${other.run.id ?? ''}. ${ADVICE}`,
    ];
}
const ADVICE = (0,safe_text/* safe */.gB) `Check that none of them is left over from an earlier run: its verdict may be out of date.`;
/** Those whose time is known, the oldest first. */
function byTime(files) {
    return files.filter(({ run }) => run.at !== null).toSorted((a, b) => timeOf(a) - timeOf(b));
}
const timeOf = ({ run }) => Date.parse(run.at ?? '');

// EXTERNAL MODULE: ./build/domain/modes.js
var modes = __webpack_require__(7385);
// EXTERNAL MODULE: ./build/domain/providers.js
var domain_providers = __webpack_require__(7947);
// EXTERNAL MODULE: ./build/domain/result.js
var result = __webpack_require__(4424);
;// CONCATENATED MODULE: ./build/projects/consistency.js


/**
 * Whether the statements of a project agree with each other whatever the desired state is: those that follow from others, and
 * those that a run of the mode cannot make.
 */
function isConsistent(mode, project) {
    const { providers, differences, notComparable, requirements, atRisk, error, failureReason, result } = project;
    const { comparesFields, checksConditions } = modes/* MODE_TABLE */.T[mode];
    return ((error !== null) === (failureReason === 'error') &&
        (result === 'failed') === (failureReason !== null) &&
        project.enabled === providers.some(({ enabled }) => enabled) &&
        project.drifted === differences.length > 0 &&
        areDistinct(providers.map(({ provider }) => provider)) &&
        providers.every(({ enabled, valid }) => enabled || !valid) &&
        areDistinct(differences.map(({ provider, field }) => `${provider} ${field}`)) &&
        differences.every((difference) => isPossible(difference, project)) &&
        (comparesFields || (differences.length === 0 && notComparable.length === 0)) &&
        (checksConditions || requirements.length === 0) &&
        (mode === 'apply' || mode === 'plan' || !project.changed) &&
        (atRisk === null || providers.some(({ enabled, valid }) => enabled && !valid)));
}
const areDistinct = (values) => new Set(values).size === values.length;
/** Whether a run can report the difference at all. Equal texts are possible: two values may look the same once they are redacted. */
function isPossible(difference, { projectId, providers }) {
    const { provider, expected, actual } = difference;
    if (difference.projectId !== projectId)
        return false;
    if (typeof expected === 'boolean' && expected === actual)
        return false;
    if (provider !== null && !providers.some((state) => state.provider === provider))
        return false;
    const type = typeOfValue(difference, provider);
    return typeof expected === type && (typeof actual === type || (actual === null && !isSwitch(difference)));
}
/** The JSON type of a field's values; undefined if there is no such field or it never shows in a difference. */
function typeOfValue({ field }, provider) {
    if (provider === null)
        return field === 'enabledForSearchNodes' ? 'boolean' : undefined;
    if (field === 'enabled')
        return 'boolean';
    if (isOfPart({ field }))
        return 'string';
    const known = (0,domain_providers/* fieldOf */._F)(provider, field);
    if (known === undefined || known.secret)
        return undefined;
    return known.format === 'boolean' ? 'boolean' : 'string';
}
/** Whether the field is true or false in Atlas and never `null`. */
const isSwitch = ({ field }) => field === 'enabled' || field === 'enabledForSearchNodes';
/** Whether the difference is about a cluster or a private endpoint, which are changed by requests of their own. */
function isOfPart({ field }) {
    return field.includes('.');
}

;// CONCATENATED MODULE: ./build/projects/project-end.js



/** Whether `changed`, `failureReason` and `result` are those that the run ends with. */
function agreesWithEnd(assumption, mode, project) {
    const { changed, error, failureReason, result } = project;
    const change = changeOf(assumption, project);
    if (mode === 'apply' || mode === 'plan') {
        if (changed && !change.mayChange)
            return false;
        if (error === null && !changed && change.mustChange)
            return false;
    }
    if (error !== null)
        return true;
    if (!canEndWith(failureReason, assumption, mode, project))
        return false;
    return failureReason !== null || successesOf(mode, change, project).includes(result);
}
function changeOf({ desired }, project) {
    const { differences, notComparable } = project;
    const own = differences.filter((difference) => !isOfPart(difference));
    // Atlas never returns a secret, so one that is given is always sent.
    const sendsSecret = [...(desired ?? [])].some(([provider, isDesired]) => isDesired && notComparable.some((field) => (0,domain_providers/* fieldOf */._F)(provider, field)?.secret));
    const mustSend = own.length > 0 || sendsSecret;
    const enabling = own.filter(({ field }) => field === 'enabled');
    const result = enabling.some(({ expected }) => expected === true)
        ? 'created'
        : enabling.length > 0
            ? 'disabled'
            : mustSend
                ? 'updated'
                : 'unchanged';
    const isInParts = hasParts(project);
    return { mustChange: mustSend && !isInParts, mayChange: mustSend || isInParts, result, isInParts };
}
/** Whether clusters or private endpoints are changed too, of which a part may wait for a later run. */
function hasParts({ differences, clusters, privateEndpoints }) {
    return differences.some(isOfPart) || clusters.length > 0 || privateEndpoints.length > 0;
}
function successesOf(mode, { result, isInParts }, { changed }) {
    const { changesAtlas, results } = modes/* MODE_TABLE */.T[mode];
    if (!changesAtlas)
        return results;
    if (!changed)
        return ['unchanged'];
    return isInParts ? [result === 'unchanged' ? 'updated' : result, 'updated'] : [result];
}
/** Whether the reason is the first finding that no input excuses. */
function canEndWith(reason, assumption, mode, project) {
    for (const finding of findingsOf(assumption, mode, project)) {
        if (finding === reason)
            return true;
        if (!mayBeExcused(finding, mode, assumption))
            return false;
    }
    return reason === null;
}
/** `fail-on-invalid: false` does not excuse that a provider is not enabled; in drift that is drift. */
function mayBeExcused(finding, mode, { targets }) {
    if (finding === 'invalid')
        return targets.length > 0 && (mode === 'drift' || targets.every(({ enabled }) => enabled));
    return finding === 'drift';
}
/** In the order in which they decide the verdict. */
function findingsOf(assumption, mode, project) {
    const { requirements, drifted } = project;
    const findings = isInvalidFinding(assumption, mode, project) ? ['invalid'] : [];
    if (requirements.some(({ held }) => held !== true))
        findings.push('requirement');
    if (mode === 'drift' && drifted)
        findings.push('drift');
    return findings;
}
function isInvalidFinding({ desired, targets }, mode, { valid, enabled }) {
    switch (mode) {
        case 'apply':
            return targets.length > 0 && !valid;
        case 'plan':
        case 'export':
            return false;
        case 'verify':
            // A project that names only providers that are to be disabled passes when they are.
            return desired !== null && targets.length === 0 ? enabled : !valid;
        case 'drift':
            return targets.some((target) => target.enabled && !target.valid);
    }
}

;// CONCATENATED MODULE: ./build/projects/explanations.js





/** All desired states with which a run of the mode can report this on the project; none if no run can. */
function explanationsOf(mode, project) {
    if (!isConsistent(mode, project))
        return [];
    return candidates(mode, project).filter((explanation) => explains(explanation, mode, project));
}
/** Whether the project counts as `invalid` in the totals of a report, if the explanation is right. */
function isInvalid({ answered, desired }, { valid }) {
    const wantsProvider = desired === null || [...desired.values()].includes(true);
    return answered && wantsProvider && !valid;
}
function candidates(mode, { providers }) {
    const { comparesFields, needsProvider } = modes/* MODE_TABLE */.T[mode];
    const names = providers.map(({ provider }) => provider);
    const named = combinations(names)
        // verify looks at the named providers that are to be enabled, or if there is none, at all of them.
        .filter((desired) => comparesFields || new Set(desired.values()).size === 1)
        .map((desired) => ({ answered: true, desired }));
    return [
        ...(names.length === 0 ? [{ answered: false, desired: null }] : named),
        ...(needsProvider ? [] : [{ answered: true, desired: null }]),
    ];
}
/** Each way in which some providers are to be enabled and the others disabled. */
function combinations([first, ...others]) {
    if (first === undefined)
        return [new Map()];
    return combinations(others).flatMap((rest) => [true, false].map((isDesired) => new Map([[first, isDesired], ...rest])));
}
function explains(explanation, mode, project) {
    const { answered, desired } = explanation;
    if (!answered)
        return project.error !== null && isBlank(project);
    if (desired === null && !project.providers.every(({ enabled }) => enabled))
        return false;
    return possibleTargets(desired, mode, project).some((targets) => project.valid === (0,result/* allValid */.a7)(targets) &&
        (desired === null || agreesWithComparison({ desired, targets }, mode, project)) &&
        agreesWithEnd({ desired, targets }, mode, project));
}
/**
 * What the verdict may be about: the providers that are to be enabled, and with `wait-timeout: 0` also those that an apply leaves
 * enabled until their clusters and private endpoints are gone.
 */
function possibleTargets(desired, mode, project) {
    const targets = project.providers.filter(({ provider, enabled }) => desired?.get(provider) ?? enabled);
    if (desired === null || !modes/* MODE_TABLE */.T[mode].changesAtlas || !hasParts(project))
        return [targets];
    const withKept = project.providers.filter(({ provider, enabled }) => desired.get(provider) || enabled);
    return withKept.length === targets.length ? [targets] : [targets, withKept];
}
const isBlank = (project) => !project.valid &&
    !project.changed &&
    [project.differences, project.notComparable, project.requirements].every(({ length }) => length === 0);
/** Whether the differences are those between what is desired and what Atlas had before any change. */
function agreesWithComparison({ desired, targets }, mode, project) {
    const { providers, differences, notComparable, error } = project;
    const { comparesFields, changesAtlas } = modes/* MODE_TABLE */.T[mode];
    // verify compares nothing, and an error may come before the comparison.
    const isCompared = differences.length > 0 || notComparable.length > 0 || (error === null && comparesFields);
    if (!isCompared)
        return true;
    // Atlas is asked again after a change, and while a key is not valid.
    const isReadAgain = changesAtlas && (project.changed || targets.length > 0 || hasParts(project));
    const isGivenFor = (field) => [...desired].some(([name, isDesired]) => isDesired && (0,domain_providers/* fieldOf */._F)(name, field));
    return (notComparable.every(isGivenFor) &&
        providers.every(({ provider, enabled }) => {
            const isDesired = desired.get(provider);
            const own = differences.filter((difference) => difference.provider === provider && !isOfPart(difference));
            const enabling = own.find(({ field }) => field === 'enabled');
            const before = enabling === undefined ? isDesired : !isDesired;
            return ((enabling === undefined || enabling.expected === isDesired) &&
                // Fields of a provider that is to be disabled are not compared.
                (isDesired || own.length === (enabling === undefined ? 0 : 1)) &&
                (isReadAgain || enabled === before));
        }));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __webpack_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 2 modules
var mini_schemas = __webpack_require__(5395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(3759);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/schemas.js + 2 modules
var core_schemas = __webpack_require__(1041);
;// CONCATENATED MODULE: ./node_modules/zod/v4/mini/iso.js


const ZodMiniISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniISODateTime", (inst, def) => {
    core_schemas/* $ZodISODateTime */.Ko.init(inst, def);
    mini_schemas/* ZodMiniStringFormat */.zUr.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function datetime(params) {
    return api/* _isoDateTime */.G1(ZodMiniISODateTime, params);
}
const ZodMiniISODate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISODate", (inst, def) => {
    core.$ZodISODate.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function date(params) {
    return core._isoDate(ZodMiniISODate, params);
}
const ZodMiniISOTime = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISOTime", (inst, def) => {
    core.$ZodISOTime.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function time(params) {
    return core._isoTime(ZodMiniISOTime, params);
}
const ZodMiniISODuration = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniISODuration", (inst, def) => {
    core.$ZodISODuration.init(inst, def);
    schemas.ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function duration(params) {
    return core._isoDuration(ZodMiniISODuration, params);
}

// EXTERNAL MODULE: ./build/domain/conditions.js
var conditions = __webpack_require__(475);
;// CONCATENATED MODULE: ./build/projects/report-schema.js







core_core/* config */.$W({ jitless: true });
// What a later version adds is dropped, and what an earlier version did not have may be missing.
const count = mini_schemas/* int */.Whr().check(api/* _nonnegative */.UI());
const projectId = mini_schemas/* string */.YjP().check(api/* _regex */.Fk(/^[0-9a-f]{24}$/));
const provider = mini_schemas/* enum */.k5n(domain_providers/* PROVIDER_LIST */.Pj.map(({ name }) => name));
const fieldName = mini_schemas/* string */.YjP().check(api/* _regex */.Fk(/^([A-Za-z]{1,60}|(clusters|privateEndpoints)\..{1,200})$/s));
const clusterProvider = mini_schemas/* enum */.k5n(['AWS', 'AZURE', 'GCP', 'NONE']);
const value = mini_schemas/* union */.KCZ([mini_schemas/* string */.YjP(), mini_schemas/* boolean */.zMY()]);
const report_schema_text = mini_schemas/* nullable */.mee(mini_schemas/* string */.YjP());
const number = mini_schemas/* nullable */.mee(mini_schemas/* string */.YjP().check(api/* _regex */.Fk(/^\d{1,20}$/)));
const error = mini_schemas/* nullable */.mee(mini_schemas/* object */.Ikc({ code: mini_schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z]\w{0,99}$/)), message: mini_schemas/* string */.YjP() }));
const failureReason = mini_schemas/* nullable */.mee(mini_schemas/* enum */.k5n(result/* FAILURE_REASONS */.N9));
const report_schema_result = mini_schemas/* enum */.k5n([...modes/* MODES */.F.flatMap((mode) => modes/* MODE_TABLE */.T[mode].results), 'failed']);
/** Everything but the projects. */
const rest = mini_schemas/* object */.Ikc({
    mode: mini_schemas/* nullable */.mee(mini_schemas/* enum */.k5n([...modes/* MODES */.F, 'merge'])),
    shard: mini_schemas/* nullable */.mee(mini_schemas/* string */.YjP().check(api/* _regex */.Fk(/^\d{1,6}\/\d{1,6}$/))),
    run: mini_schemas/* nullish */.cl6(mini_schemas/* object */.Ikc({ id: number, attempt: number, at: mini_schemas/* nullable */.mee(datetime()) })),
    result: report_schema_result,
    failureReason,
    error,
    totals: mini_schemas/* object */.Ikc({
        projects: count,
        passed: count,
        failed: count,
        changed: count,
        drifted: count,
        invalid: count,
        errors: count,
    }),
    projects: mini_schemas/* array */.YOg(mini_schemas/* unknown */.L5J()).check(api/* _maxLength */.Eb(0)),
});
/** Of a project everything but its lists. */
const project = mini_schemas/* object */.Ikc({
    projectId,
    name: report_schema_text,
    result: report_schema_result,
    failureReason,
    valid: mini_schemas/* boolean */.zMY(),
    enabled: mini_schemas/* boolean */.zMY(),
    changed: mini_schemas/* boolean */.zMY(),
    drifted: mini_schemas/* boolean */.zMY(),
    atRisk: mini_schemas/* nullish */.cl6(mini_schemas/* object */.Ikc({ since: report_schema_text })),
    error,
});
const lists = {
    providers: listOf(3, mini_schemas/* object */.Ikc({ provider, enabled: mini_schemas/* boolean */.zMY(), valid: mini_schemas/* boolean */.zMY() })),
    differences: listOf(2000, mini_schemas/* object */.Ikc({
        projectId,
        provider: mini_schemas/* nullable */.mee(provider),
        field: fieldName,
        expected: value,
        actual: mini_schemas/* nullable */.mee(value),
    })),
    notComparable: listOf(64, mini_schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Za-z]{1,60}$/))),
    requirements: listOf(64, mini_schemas/* object */.Ikc({ condition: mini_schemas/* enum */.k5n(conditions/* CONDITIONS */.V), held: mini_schemas/* nullable */.mee(mini_schemas/* boolean */.zMY()), detail: mini_schemas/* string */.YjP() })),
    clusters: listOf(1000, mini_schemas/* object */.Ikc({ name: mini_schemas/* string */.YjP(), expected: clusterProvider, actual: mini_schemas/* nullable */.mee(clusterProvider), state: report_schema_text })),
    privateEndpoints: listOf(256, mini_schemas/* object */.Ikc({ provider, region: mini_schemas/* string */.YjP(), status: report_schema_text, connectionName: report_schema_text, id: report_schema_text })),
    atRisk: listOf(1000, mini_schemas/* string */.YjP()),
};
/** @throws ReportFileError */
function parseRest(json, secrets) {
    return check(rest, json, { path: [], secrets });
}
/**
 * Checks a project item by item, since zod would collect what is wrong with every item of a list.
 *
 * @param index of the project, for messages
 * @throws ReportFileError
 */
function parseProject(json, index, secrets) {
    const at = (...keys) => ({ path: ['projects', index, ...keys], secrets });
    const { atRisk, ...head } = check(project, json, at());
    const given = json;
    const { clusters } = (given.atRisk ?? {});
    return {
        ...head,
        providers: lists.providers(given.providers, at('providers')),
        differences: lists.differences(given.differences, at('differences')),
        notComparable: lists.notComparable(given.notComparable, at('notComparable')),
        requirements: lists.requirements(given.requirements, at('requirements')),
        clusters: lists.clusters(given.clusters ?? [], at('clusters')),
        privateEndpoints: lists.privateEndpoints(given.privateEndpoints ?? [], at('privateEndpoints')),
        atRisk: atRisk ? { since: atRisk.since, clusters: lists.atRisk(clusters, at('atRisk', 'clusters')) } : null,
    };
}
function listOf(maxLength, item) {
    return (list, { path, secrets }) => {
        if (!Array.isArray(list))
            throw wrongAt({ path, secrets });
        if (list.length > maxLength)
            throw new ReportFileError((0,safe_text/* safe */.gB) `is not a report of this action: it is larger than any report can be`);
        return list.map((one, i) => check(item, one, { path: [...path, i], secrets }));
    };
}
function check(schema, json, { path, secrets }) {
    const { data, error: problem } = schema.safeParse(json);
    if (problem === undefined)
        return data;
    throw wrongAt({ path: [...path, ...(problem.issues[0]?.path ?? [])], secrets });
}
/** The path has only keys that the schema knows, so it quotes nothing of the file. */
function wrongAt({ path, secrets }) {
    const where = path.length === 0 ? (0,safe_text/* safe */.gB) `` : (0,safe_text/* safe */.gB) ` (at \`${secrets.sanitize(path.join('.'))}\`)`;
    return new ReportFileError((0,safe_text/* safe */.gB) `is not a report of this action${where}`);
}

// EXTERNAL MODULE: ./build/domain/limits.js
var limits = __webpack_require__(545);
;// CONCATENATED MODULE: ./build/projects/report-structure.js



/** Of a project, in bytes. */
const MAX_PROJECT_BYTES = 4 * 1024 * 1024;
/** Of everything that is no project, in bytes. */
const MAX_REST_BYTES = 256 * 1024;
/** Of a text as it is written in JSON, in bytes. No text of a report has more than 8193 characters, each at most six bytes. */
const MAX_TEXT_BYTES = 64 * 1024;
/** Of a project: values in lists and objects. */
const MAX_VALUES = 20_000;
const MAX_DEPTH = 8;
/** Scanned without a break, in bytes. */
const STRIDE = 1024 * 1024;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/**
 * Finds the projects in a report file without parsing it, so that the file is bounded before anything is made of it, and each
 * project can be parsed by itself: to parse a file of 64 MiB takes longer than signals may wait. Whether the parts are JSON shows
 * when they are parsed.
 *
 * @throws ReportFileError if there is no list of projects, or more of anything than a report can hold
 */
async function findStructure(bytes, yieldToEventLoop) {
    const scanner = new StructureScanner(bytes);
    for (let end = STRIDE; !scanner.isDone; end += STRIDE) {
        scanner.scanTo(end);
        await yieldToEventLoop();
    }
    return scanner.structure();
}
class StructureScanner {
    #bytes;
    #at = 0;
    #depth = 0;
    #values = 0;
    /** The last text at the top level, which may turn out to be a key. */
    #text = { from: 0, to: 0 };
    #isKeyOfProjects = false;
    /** The list of projects, once it has begun. */
    #list;
    #isInList = false;
    #projectFrom = 0;
    #projects = [];
    constructor(bytes) {
        this.#bytes = bytes;
    }
    get isDone() {
        return this.#at >= this.#bytes.length;
    }
    structure() {
        if (this.#list === undefined || this.#isInList)
            throw notAReport();
        const { from, to } = this.#list;
        if (this.#bytes.length - (to - from) > MAX_REST_BYTES)
            throw tooMuch();
        const rest = `${this.#bytes.toString('utf8', 0, from)}[]${this.#bytes.toString('utf8', to)}`;
        return { rest, projects: this.#projects };
    }
    scanTo(end) {
        const stop = Math.min(end, this.#bytes.length);
        while (this.#at < stop) {
            const byte = this.#bytes[this.#at];
            if (byte === QUOTE)
                this.#skipText();
            else if (byte === OPEN_LIST || byte === OPEN_OBJECT)
                this.#open(byte);
            else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT)
                this.#close();
            else if (byte === COMMA)
                this.#next();
            else if (byte === COLON && this.#depth === 1)
                this.#readKey();
            this.#at += 1;
        }
    }
    #skipText() {
        const from = this.#at;
        const limit = Math.min(from + MAX_TEXT_BYTES, this.#bytes.length);
        let at = from + 1;
        for (; at < limit && this.#bytes[at] !== QUOTE; at += 1)
            if (this.#bytes[at] === BACKSLASH)
                at += 1;
        if (at >= this.#bytes.length)
            throw notAReport();
        if (at >= limit)
            throw tooMuch();
        if (this.#depth === 1)
            this.#text = { from, to: at + 1 };
        this.#at = at;
    }
    #readKey() {
        this.#isKeyOfProjects = this.#bytes.toString('latin1', this.#text.from, this.#text.to) === '"projects"';
    }
    #open(byte) {
        if (this.#depth === 1 && byte === OPEN_LIST && this.#isKeyOfProjects) {
            if (this.#list !== undefined)
                throw notAReport();
            this.#list = { from: this.#at, to: this.#at };
            this.#isInList = true;
            this.#projectFrom = this.#at + 1;
        }
        this.#depth += 1;
        if (this.#depth > MAX_DEPTH)
            throw tooMuch();
        this.#count();
    }
    #close() {
        this.#depth -= 1;
        if (!this.#isInList || this.#depth > 1)
            return;
        this.#isInList = false;
        this.#list = { from: this.#list.from, to: this.#at + 1 };
        const isEmpty = this.#projects.length === 0 && this.#bytes.subarray(this.#projectFrom, this.#at).every(report_structure_isBlank);
        if (!isEmpty)
            this.#endProject();
    }
    #next() {
        if (this.#isInList && this.#depth === 2)
            this.#endProject();
        else
            this.#count();
    }
    #count() {
        this.#values += 1;
        if (this.#values > MAX_VALUES)
            throw tooMuch();
    }
    #endProject() {
        const project = { from: this.#projectFrom, to: this.#at };
        this.#projects.push(project);
        if (this.#projects.length > limits/* MAX_PROJECTS */.U || project.to - project.from > MAX_PROJECT_BYTES)
            throw tooMuch();
        this.#projectFrom = this.#at + 1;
        this.#values = 0;
    }
}
const report_structure_isBlank = (byte) => byte <= 0x20;
const notAReport = () => new ReportFileError((0,safe_text/* safe */.gB) `is not a report of this action`);
const tooMuch = () => new ReportFileError((0,safe_text/* safe */.gB) `is not a report of this action: it is larger than any report can be`);

;// CONCATENATED MODULE: ./build/projects/sanitize-project.js


/** Of a name, status or other word of Atlas's. */
const MAX_WORD_LENGTH = 300;
/** The project with its texts made safe, as the run that wrote the report should have done it. */
async function sanitizeProject(project, context) {
    const { secrets } = context;
    const { error, atRisk } = project;
    const word = (text) => secrets.sanitize(text, MAX_WORD_LENGTH);
    const wordOrNull = (text) => (text === null ? null : word(text));
    const detail = (text) => secrets.sanitize(text, report_report/* MAX_LENGTHS */.ve.detail);
    return {
        // In the order in which a run writes them.
        projectId: word(project.projectId),
        name: project.name === null ? null : secrets.sanitize(project.name, limits/* MAX_NAME_LENGTH */.E),
        result: project.result,
        failureReason: project.failureReason,
        valid: project.valid,
        enabled: project.enabled,
        changed: project.changed,
        drifted: project.drifted,
        providers: project.providers,
        differences: await each(project.differences, context, (one) => sanitizeDifference(one, secrets)),
        notComparable: project.notComparable.map(word),
        requirements: await each(project.requirements, context, (one) => ({ ...one, detail: detail(one.detail) })),
        clusters: await each(project.clusters, context, ({ name, expected, actual, state }) => ({
            name: word(name),
            expected,
            actual,
            state: wordOrNull(state),
        })),
        privateEndpoints: await each(project.privateEndpoints, context, ({ provider, ...texts }) => ({
            provider,
            region: word(texts.region),
            status: wordOrNull(texts.status),
            connectionName: wordOrNull(texts.connectionName),
            id: wordOrNull(texts.id),
        })),
        atRisk: atRisk && { clusters: await each(atRisk.clusters, context, word), since: wordOrNull(atRisk.since) },
        error: error && { code: word(error.code), message: secrets.sanitize(error.message, report_report/* MAX_LENGTHS */.ve.message) },
    };
}
async function each(items, { yieldToEventLoop }, sanitizeItem) {
    const sanitized = [];
    for (const item of items) {
        await yieldToEventLoop();
        sanitized.push(sanitizeItem(item));
    }
    return sanitized;
}
function sanitizeDifference({ projectId, provider, field, expected, actual }, secrets) {
    return {
        projectId: secrets.sanitize(projectId),
        provider,
        field: secrets.sanitize(field, MAX_WORD_LENGTH),
        expected: redact(expected, secrets),
        actual: actual === null ? null : redact(actual, secrets),
    };
}
const redact = (value, secrets) => typeof value === 'string' ? secrets.redact(value) : value;

;// CONCATENATED MODULE: ./build/projects/read-report.js







/**
 * Reads a report file, which is untrusted: sizes and types are checked, each statement is checked against what the others imply,
 * and texts are sanitized as the action does when it writes a report.
 *
 * @throws ReportFileError if it is no report that can be merged
 */
async function readReport(bytes, context) {
    const { secrets, yieldToEventLoop } = context;
    const structure = await findStructure(bytes, yieldToEventLoop);
    const stated = parseRest(parseJson(structure.rest), secrets);
    const mode = requireWholeRun(stated);
    const projects = [];
    let possiblyInvalid = 0;
    let certainlyInvalid = 0;
    for (const [i, { from, to }] of structure.projects.entries()) {
        await yieldToEventLoop();
        const json = parseJson(bytes.toString('utf8', from, to));
        const project = await sanitizeProject(parseProject(json, i, secrets), context);
        const explanations = explanationsOf(mode, project);
        if (explanations.length === 0)
            throw contradiction((0,safe_text/* safe */.gB) `in project ${secrets.sanitize(project.projectId)}`);
        if (explanations.some((explanation) => isInvalid(explanation, project)))
            possiblyInvalid += 1;
        if (explanations.every((explanation) => isInvalid(explanation, project)))
            certainlyInvalid += 1;
        projects.push(project);
    }
    const { invalid } = stated.totals;
    if (invalid < certainlyInvalid || invalid > possiblyInvalid)
        throw contradiction((0,safe_text/* safe */.gB) `in \`totals\``);
    const shard = stated.shard === null ? null : secrets.sanitize(stated.shard);
    const report = (0,report_report/* assembleReport */.xr)({ mode, shard, isMultiProject: true, error: null, projects, invalid });
    requireAgreement(stated, report);
    return { report: { ...report, mode }, run: runOf(stated, secrets) };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new ReportFileError((0,safe_text/* safe */.gB) `is not a report of this action`);
    }
}
/** @returns the mode of the run */
function requireWholeRun({ mode, error }) {
    if (mode === 'export')
        throw new ReportFileError((0,safe_text/* safe */.gB) `is of \`mode: export\`, which writes a file and cannot be merged`);
    if (mode !== null && mode !== 'merge' && error === null)
        return mode;
    throw new ReportFileError((0,safe_text/* safe */.gB) `is the report of a run that failed as a whole, so not all of its projects were checked; run that job again`);
}
/** What the report states of all projects must be what they add up to. */
function requireAgreement(stated, derived) {
    const { totals, failureReason, result, projects } = derived;
    const names = Object.keys(totals);
    const wrong = names.find((name) => stated.totals[name] !== totals[name]);
    if (wrong !== undefined)
        throw contradiction((0,safe_text/* safe */.gB) `in \`totals\``);
    if (stated.failureReason !== failureReason)
        throw contradiction((0,safe_text/* safe */.gB) `in \`failureReason\``);
    // The result of a run on one project is that of the project.
    const [only] = projects;
    const possible = projects.length === 1 && failureReason === null ? [result, only?.result] : [result];
    if (!possible.includes(stated.result))
        throw contradiction((0,safe_text/* safe */.gB) `in \`result\``);
}
function contradiction(place) {
    return new ReportFileError((0,safe_text/* safe */.gB) `contradicts itself ${place}; it was changed, or is not a report of this action`);
}
function runOf({ run }, secrets) {
    const word = (text) => text === null || text === undefined ? null : secrets.sanitize(text, 100);
    return { id: word(run?.id), attempt: word(run?.attempt), at: word(run?.at) };
}

;// CONCATENATED MODULE: ./build/projects/merge.js









const MEBIBYTE = 1024 * 1024;
const MAX_FILE_MEBIBYTES = 64;
const MAX_TOTAL_MEBIBYTES = 256;
/** Five times what one report may have. All of them are in memory at once. */
const MAX_MERGED_PROJECTS = 50_000;
/**
 * Joins the reports of a job matrix into the one that a single run over all projects would have written.
 *
 * @throws ActionError `INPUT` if a report is missing, or the files are not what one matrix wrote; the signal's reason if the
 * run ends before
 */
async function mergeReports({ reportFiles, workspace }, secrets, signal) {
    const checkpoint = new domain_checkpoint/* Checkpoint */.F(signal);
    const context = { secrets, signal, yieldToEventLoop: async () => await checkpoint.pass() };
    const files = await readAll(await findReportFiles({ ...context, glob: reportFiles, workspace }), context);
    const [first] = files;
    if (first === undefined) {
        throw mergeError((0,safe_text/* safe */.gB) `no file matches \`report-files\``, (0,safe_text/* safe */.gB) `Download the artifacts of the matrix before this step. The glob is relative to the workspace.`);
    }
    requireOneMatrix(files, secrets);
    return outcomeOf(files, first.report.mode);
}
async function readAll(found, context) {
    await requireSizes(found, context);
    const files = [];
    let projects = 0;
    for (const file of found) {
        const bytes = await merge_ifReadable(file, (0,promises_.readFile)(file.path, { signal: context.signal }), context);
        const read = await parse(file, bytes, context);
        projects += read.report.projects.length;
        if (projects > MAX_MERGED_PROJECTS)
            throw mergeError((0,safe_text/* safe */.gB) `the reports together have more than ${MAX_MERGED_PROJECTS} projects`);
        files.push(read);
    }
    return files;
}
/** Checked before anything is read. */
async function requireSizes(found, context) {
    let total = 0;
    for (const file of found) {
        const { size } = await merge_ifReadable(file, (0,promises_.stat)(file.path), context);
        if (size > MAX_FILE_MEBIBYTES * MEBIBYTE)
            throw mergeError((0,safe_text/* safe */.gB) `${file.label} is larger than ${MAX_FILE_MEBIBYTES} MiB`);
        total += size;
    }
    if (total > MAX_TOTAL_MEBIBYTES * MEBIBYTE)
        throw mergeError((0,safe_text/* safe */.gB) `the reports together are larger than ${MAX_TOTAL_MEBIBYTES} MiB`);
}
async function merge_ifReadable(file, found, { signal }) {
    try {
        return await found;
    }
    catch {
        signal.throwIfAborted();
        throw mergeError((0,safe_text/* safe */.gB) `${file.label} cannot be read`);
    }
}
async function parse({ label }, bytes, context) {
    try {
        return { label, ...(await readReport(bytes, context)) };
    }
    catch (error) {
        if (error instanceof ReportFileError)
            throw mergeError((0,safe_text/* safe */.gB) `${label} ${error.problem}`);
        throw error;
    }
}
function outcomeOf(files, mode) {
    const projects = files.flatMap(({ report }) => report.projects);
    const report = (0,report_report/* assembleReport */.xr)({
        mode,
        shard: null,
        isMultiProject: true,
        error: null,
        projects: projects.sort((a, b) => (a.projectId < b.projectId ? -1 : 1)),
        invalid: files.reduce((sum, file) => sum + file.report.totals.invalid, 0),
    });
    const links = { issueUrl: (0,safe_text/* safe */.gB) ``, commentUrl: (0,safe_text/* safe */.gB) `` };
    return {
        report,
        run: mergedRun(files),
        project: null,
        links,
        atlasOrigin: null,
        warnings: staleReportWarning(files),
    };
}


/***/ }),

/***/ 3175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isInShard),
/* harmony export */   c: () => (/* binding */ projectsOfShard)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The projects of a shard. A hash of the project's id decides: the shards are disjoint, together they have every project, and
 * a project stays in its shard when others are added or removed.
 *
 * @param shard null for all projects
 */
function projectsOfShard(projects, shard) {
    return projects.filter(({ id }) => shard === null || isInShard(id, shard));
}
/** Whether the project with this id belongs to the shard. */
function isInShard(id, { index, count }) {
    return ((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(id).digest().readUInt32BE(0) % count) + 1 === index;
}


/***/ })

};
