// What the checks of SDKs ask of a running demo, as an admin does in the console.
import assert from 'node:assert/strict';

const realm = (base) => `${base}/admin/realms/legacy`;

export async function call(url, method, body, token) {
    const form = body instanceof URLSearchParams;
    const headers = { 'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json' };
    if (token) headers.Authorization = `Bearer ${token}`;
    const response = await fetch(url, { method, headers, body: form || !body ? body : JSON.stringify(body) });
    assert(response.ok, `${method} ${url}: ${response.status} ${await response.clone().text()}`);
    return { location: response.headers.get('location'), json: () => response.json() };
}

async function admin(base) {
    const form = new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', username: 'admin', password: 'admin' });
    return (await (await call(`${base}/realms/master/protocol/openid-connect/token`, 'POST', form)).json()).access_token;
}

/** Saves settings in the form of an API. */
export async function save(base, api, values) {
    const token = await admin(base);
    const [client] = await (await call(`${realm(base)}/clients?clientId=legacy-${api}`, 'GET', undefined, token)).json();
    const form = client.protocolMappers.find((mapper) => mapper.protocolMapper === `legacy-login-${api}`);
    Object.assign(form.config, values);
    await call(`${realm(base)}/clients/${client.id}/protocol-mappers/models/${form.id}`, 'PUT', form, token);
}

/** Does something with a user who is there as long. */
export async function withUser(base, user, action) {
    const password = 'a password';
    const whole = { email: `${user.username}@example.org`, enabled: true, credentials: [{ type: 'password', value: password }], ...user };
    const { location } = await call(`${realm(base)}/users`, 'POST', whole, await admin(base));
    try {
        await action(password);
    } finally {
        await call(location, 'DELETE', undefined, await admin(base));
    }
}

/** Does something with the base URL of a client that answers a preset's calls, and is there as long. */
export async function withPreset(base, preset, action) {
    const clientId = `sdk-${process.pid}-${preset}`;
    const form = { name: 'Legacy login', protocol: 'openid-connect', protocolMapper: 'legacy-login-described', config: { api: preset } };
    const client = { clientId, standardFlowEnabled: false, directAccessGrantsEnabled: true, protocolMappers: [form] };
    const { location } = await call(`${realm(base)}/clients`, 'POST', client, await admin(base));
    try {
        await action(`${base}/realms/legacy/legacy-login/clients/${clientId}`);
    } finally {
        await call(location, 'DELETE', undefined, await admin(base));
    }
}
