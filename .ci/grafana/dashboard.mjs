// The queries of the dashboard as Grafana sends them, and what each of them must answer for what was used.
import { readFileSync } from 'node:fs';

const JOB = 'keycloak';
const dashboard = JSON.parse(readFileSync('docs/grafana/legacy-login.json', 'utf8'));
const variables = new Map(dashboard.templating.list.map((variable) => [variable.name, variable]));

/** The client ids (a regular expression) by shape: "name : value, name : value" is Grafana's form of it. */
export const shapes = new Map(variables.get('shape').query.split(', ').map((pair) => pair.split(' : ')));

/** What that variable offers. */
export const options = variables.get('shape').options.map((option) => option.value);

/** Queries of variables: label_values(SELECTOR, LABEL). */
export const labelQueries = dashboard.templating.list
    .filter((variable) => variable.type === 'query')
    .map((variable) => {
        const [, selector, label] = /^label_values\((.*), (\w+)\)$/.exec(variable.query.query);
        return { name: variable.name, selector: replaced(selector, {}), label };
    });

function replaced(text, values) {
    const all = { job: `(${JOB})`, realm: variables.get('realm').allValue, ...values };
    return text.replace(/\$\{?(\w+)(:pipe)?\}?/g, (found, name) => {
        if (!(name in all)) throw new Error(`${found} is unknown in ${text}`);
        return all[name];
    });
}

/** Every target of every panel; a panel below a repeated row once for each shape. Range and resolution in seconds. */
export function queries(range, resolution) {
    const result = [];
    let repeated = [['all', [...shapes.values()].join('|')]];
    for (const panel of dashboard.panels) {
        if (panel.type === 'row') {
            if (panel.repeat !== 'shape') throw new Error(`the row ${panel.title} is not repeated by shape`);
            repeated = [...shapes];
            continue;
        }
        for (const [shape, clients] of repeated) {
            for (const target of panel.targets) {
                const values = { shape: clients, resolution: `${resolution}s`, __interval: `${resolution}s`, __interval_ms: `${resolution * 1000}`, __range: `${range}s` };
                const name = `${panel.title}, ${target.refId}, ${shape}`;
                result.push({ name, panel: panel.title, refId: target.refId, shape, range: target.range === true, expr: replaced(target.expr, values) });
            }
        }
    }
    return result;
}

const total = (use) => Object.values(use.failures).reduce((sum, count) => sum + count, 0);
const count = (key) => (use) => (key === 'failures' ? total(use) : use[key]);

function byClient(value) {
    return (_, uses) =>
        Object.entries(uses)
            .map(([shape, use]) => [{ client_id: shapes.get(shape) }, value(use)])
            .filter(([, number]) => number);
}

function single(value) {
    return (use) => (value(use) === undefined ? [] : [[{}, value(use)]]);
}

const answers = {
    'Who still uses it, A': byClient((use) => use.lastUsed),
    'Who still uses it, B': byClient(count('logins')),
    'Who still uses it, C': byClient(count('refreshes')),
    'Who still uses it, D': byClient(count('failures')),
    'Last used, A': single((use) => use.lastUsed),
    'Logins and refreshes, A': single(count('logins')),
    'Logins and refreshes, B': single(count('refreshes')),
    'Failures by cause, A': (use) => Object.entries(use.failures).map(([error, number]) => [{ error }, number]),
    'Over time, A': single(count('logins')),
    'Over time, B': single(count('refreshes')),
    'Over time, C': single(count('failures')),
};

/**
 * What a query must answer, as [labels, value] for each series; for a range the sum of its values. Of each shape, uses
 * has the logins, the refreshes, the failures by error, and lastUsed unless it never was: in milliseconds, or
 * [from, to].
 */
export function expected(query, uses) {
    const answer = answers[`${query.panel}, ${query.refId}`];
    if (!answer) throw new Error(`nothing is known of ${query.name}: add it to the expected answers`);
    return answer(uses[query.shape], uses);
}
