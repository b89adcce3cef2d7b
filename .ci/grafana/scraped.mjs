// Asks a Prometheus what Grafana would ask it, and compares with what was really used.
//
//   node scraped.mjs PROMETHEUS STARTED USES    STARTED in milliseconds, USES a file, see expected()
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expected, labelQueries, queries } from './dashboard.mjs';

const [prometheus, started, file] = process.argv.slice(2);
const uses = JSON.parse(readFileSync(file, 'utf8'));
const RESOLUTION = 1;
const DEADLINE = Date.now() + 60_000;
/** How much later than the call a scrape can see its event, in milliseconds. */
const LATE = 5_000;
const LABELS = { job: ['keycloak'], realm: ['legacy', 'master'] };

async function api(path, parameters) {
    const url = `${prometheus}/api/v1/${path}?${new URLSearchParams(parameters)}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    const answer = await response.json();
    if (answer.status !== 'success') throw new Error(`${answer.error}: ${JSON.stringify(parameters)}`);
    return answer.data;
}

/** Since Prometheus was started. */
async function ask(query) {
    const now = Math.floor(Date.now() / 1000);
    if (!query.range) {
        const { result } = await api('query', { query: query.expr, time: now });
        return result.map(({ metric, value }) => [metric, Number(value[1])]);
    }
    const range = { start: Math.floor(started / 1000), end: now, step: RESOLUTION };
    const { result } = await api('query_range', { query: query.expr, ...range });
    if (result.length !== 1) return result.map(({ metric }) => [metric, 'one of several series']);
    return [[result[0].metric, result[0].values.reduce((sum, [, value]) => sum + Number(value), 0)]];
}

function same(actual, wanted, range) {
    if (range && wanted[0][1] === 0 && actual.length === 0) return true;
    const rest = [...actual];
    for (const [labels, value] of wanted) {
        const at = rest.findIndex(([metric, number]) => isDeepStrictEqual(metric, labels) && fits(number, value));
        if (at < 0) return false;
        rest.splice(at, 1);
    }
    return rest.length === 0;
}

function fits(number, value) {
    return Array.isArray(value) ? value[0] <= number && number <= value[1] + LATE : number === value;
}

/** Until it answers so: the newest scrape may be a moment away. */
async function check(what, wanted, answer, matches) {
    for (;;) {
        const actual = await answer();
        if (matches(actual)) return console.log(`ok ${what}: ${JSON.stringify(actual)}`);
        if (Date.now() > DEADLINE) {
            throw new Error(`${what} answers ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
    }
}

for (const { name, selector, label } of labelQueries) {
    const answer = () => api(`label/${label}/values`, { 'match[]': selector });
    await check(`the variable ${name}`, LABELS[name], answer, (actual) => isDeepStrictEqual(actual, LABELS[name]));
}
const all = queries(Math.ceil((Date.now() - started) / 1000), RESOLUTION);
for (const query of all) {
    const wanted = expected(query, uses);
    await check(query.name, wanted, () => ask(query), (actual) => same(actual, wanted, query.range));
}
console.log(`${all.length} queries answer what was used`);
