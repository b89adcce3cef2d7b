// What clients of other APIs, unchanged, make of the presets of a running demo: node presets.mjs http://localhost:8080
import assert from 'node:assert/strict';
import Parse from 'parse/node';
import PocketBase from 'pocketbase';
import Strapi from 'strapi-sdk-js';
import { withPreset, withUser } from './keycloak.mjs';

const base = process.argv[2];
const wrong = 'another password';

async function pocketbase(url, { username, email }, password) {
    const client = new PocketBase(url);
    const { record, token } = await client.collection('users').authWithPassword(username, password);
    assert.equal(record.email, email);
    assert.equal(client.authStore.isValid, true);
    assert.equal(client.authStore.token, token);
    await client.collection('users').authRefresh();
    assert.equal(client.authStore.isValid, true);
    assert.equal(client.authStore.record.id, record.id);
    await assert.rejects(new PocketBase(url).collection('users').authWithPassword(username, wrong),
        { status: 400, message: 'Failed to authenticate.' });
}

async function parse(url, { username, email }, password) {
    Parse.initialize('any');
    Parse.serverURL = `${url}/parse`;
    const user = await Parse.User.logIn(username, password);
    assert.equal(user.get('username'), username);
    assert.equal(user.get('email'), email);
    assert(user.createdAt instanceof Date);
    const sessionToken = user.getSessionToken();
    assert.equal((await Parse.User.me(sessionToken)).id, user.id);
    await Parse.User.logOut({ sessionToken });
    await assert.rejects(Parse.User.me(sessionToken), { code: Parse.Error.INVALID_SESSION_TOKEN });
    await assert.rejects(Parse.User.logIn(username, wrong), { code: Parse.Error.OBJECT_NOT_FOUND, message: 'Invalid username/password.' });
}

async function strapi(url, { username, email }, password) {
    const client = new Strapi({ url });
    const { user, jwt } = await client.login({ identifier: email, password });
    assert.equal(user.username, username);
    client.setToken(jwt);
    assert.equal((await client.request('get', '/users/me', { headers: { Authorization: `Bearer ${jwt}` } })).email, email);
    await assert.rejects(new Strapi({ url }).login({ identifier: email, password: wrong }), (refusal) => {
        assert.deepEqual(refusal.error, { status: 400, name: 'ValidationError', message: 'Invalid identifier or password', details: {} });
        return true;
    });
}

for (const [preset, check] of Object.entries({ 'pocketbase-native': pocketbase, parse, strapi })) {
    const username = `sdk-${process.pid}-${preset}`;
    const user = { username, firstName: 'Anna', lastName: 'Lee', email: `${username}@example.org` };
    await withPreset(base, preset, (url) => withUser(base, user, (password) => check(url, user, password)));
}
console.log('The clients of PocketBase, Parse and Strapi log in, ask who they are, and tell a refusal.');
