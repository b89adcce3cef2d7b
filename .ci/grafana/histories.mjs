// A test for promtool: the dashboard's queries over six hours, a scrape a minute, in which counters appear, nodes restart
// and come and go, and scrapes fail.
import { expected, queries } from './dashboard.mjs';

const MINUTES = 360;
const RESOLUTION = 60;
const LONG_AGO = -7200;

/** Values from a minute on, until the next: {30: 1, 100: 'stale'}. Nothing before the first. */
function values(steps) {
    const result = [];
    for (let minute = 0, current = '_'; minute <= MINUTES; minute++) {
        current = steps[minute] ?? current;
        result.push(current);
        if (current === 'stale') current = '_';
    }
    return result.join(' ');
}

const process = (instance, steps) => ({
    series: `process_start_time_seconds{job="keycloak", instance="${instance}"}`,
    values: values(steps),
});
const counter = (instance, client, event, error, steps) => ({
    series: `keycloak_user_events_total{job="keycloak", instance="${instance}", realm="legacy", client_id="${client}", event="${event}", error="${error}"}`,
    values: values(steps),
});

const series = [
    // one that restarts: gone from 100 to 102
    process('a', { 0: LONG_AGO, 100: 'stale', 103: 102.5 * 60 }),
    counter('a', 'legacy-fusio', 'login', '', { 30: 1, 100: 'stale', 110: 1 }), // the same value after the restart
    counter('a', 'legacy-pocketbase', 'login', '', { 0: 3, 100: 'stale' }), // used before it was scraped, not since
    counter('a', 'legacy-nomic', 'refresh_token', '', { 0: 5, 50: 7, 100: 'stale', 103: 4 }), // used before the first scrape
    // one that runs on, but is not scraped from 200 to 239
    process('b', { 0: LONG_AGO, 200: 'stale', 240: LONG_AGO }),
    counter('b', '2', 'login', '', { 0: 10, 150: 11, 200: 'stale', 240: 13 }), // used meanwhile
    counter('b', 'legacy-sphinx', 'login', '', { 0: 4, 60: 5, 200: 'stale', 240: 5 }), // not used meanwhile
    counter('b', 'legacy-sphinx', 'login', 'user_not_found', { 250: 1, 300: 2 }),
    counter('b', 'another-client', 'login', '', { 0: 1, 340: 2 }),
    counter('b', 'legacy-sphinx', 'logout', '', { 0: 1, 340: 2 }),
    // one that is added later
    process('c', { 300: 299.5 * 60 }),
    counter('c', '2', 'refresh_token', '', { 300: 1 }),
];
const never = { logins: 0, refreshes: 0, failures: {} };
const uses = {
    fusio: { ...never, logins: 2, lastUsed: 110 * 60_000 },
    pocketbase: never,
    nomic: { ...never, refreshes: 6, lastUsed: 103 * 60_000 },
    passport: { ...never, logins: 3, refreshes: 1, lastUsed: 300 * 60_000 },
    sphinx: { logins: 1, refreshes: 0, failures: { user_not_found: 2 }, lastUsed: 60 * 60_000 },
};

const text = (labels) => `{${Object.entries(labels).map(([name, value]) => `${name}="${value}"`).join(', ')}}`;

/** A graph's values are looked at as their sum, which is absent where it has none and 0 where it has only such. */
function test(query) {
    const expr = query.range ? `sum_over_time((${query.expr})[${MINUTES}m:${RESOLUTION}s]) > 0` : query.expr;
    const samples = expected(query, uses).filter(([, value]) => !query.range || value > 0);
    return {
        expr,
        eval_time: `${MINUTES}m`,
        exp_samples: samples.map(([labels, value]) => ({ labels: text(labels), value })),
    };
}

const tests = queries(MINUTES * 60, RESOLUTION).map(test);
console.log(JSON.stringify({ tests: [{ interval: '1m', input_series: series, promql_expr_test: tests }] }, null, 1));
