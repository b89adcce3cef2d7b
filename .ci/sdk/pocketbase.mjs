// What PocketBase's SDK, unchanged in two versions, makes of the tokens of a running demo: node pocketbase.mjs http://localhost:8080
// Users with names in ten alphabets log in at /auth/login with each setting; the SDK has to take their tokens for good.
import assert from 'node:assert/strict';
import NewPocketBase, { BaseAuthStore as NewStore } from 'pocketbase';
import OldPocketBase, { BaseAuthStore as OldStore } from 'pocketbase-0.21';
import { call, withUser, save } from './keycloak.mjs';

const base = process.argv[2];
const names = ['Anna Lee', 'Zoë ÿÿ', 'Jürgen Groß', 'Łukasz Żółć', 'Ольга Иванова', 'Ελένη Παπαδοπούλου', 'محمد علي', 'דוד כהן',
    'राम शर्मा', '王小明', 'さくら やまだ', '김민준'];

function verify(Store, PocketBase, record, token, { claims, type }) {
    const store = new Store();
    store.save(token, record);
    assert.equal(store.isValid, true, 'the token counts as expired');
    if (PocketBase === OldPocketBase) {
        assert.equal(store.isAuthRecord, claims === 'origin' && type === 'authRecord');
        assert.equal(store.isAdmin, false);
    } else {
        assert.equal(store.isSuperuser, false);
    }

    const cookie = store.exportToCookie();
    const expires = new Date(/expires=([^;]*)/i.exec(cookie)[1]);
    assert(expires > new Date(), `the cookie is over since ${expires}`);
    const browser = new PocketBase(base);
    browser.authStore.loadFromCookie(cookie.split(';')[0]);
    assert.equal(browser.authStore.isValid, true);
    assert.equal(browser.authStore.token, token);
    assert.equal((browser.authStore.record ?? browser.authStore.model).id, record.id);

    const [header, , signature] = token.split('.');
    store.save(`${header}.${Buffer.from('{"exp":1}').toString('base64url')}.${signature}`, record);
    assert.equal(store.isValid, false);
}

let logins = 0;
for (const setting of [{ claims: 'origin', type: 'authRecord' }, { claims: 'origin', type: 'auth' }, { claims: 'keycloak', type: 'authRecord' }]) {
    await save(base, 'pocketbase', { claims: setting.claims, 'token.type': setting.type });
    for (const [index, name] of names.entries()) {
        const username = `sdk-${process.pid}-${setting.claims}-${setting.type.toLowerCase()}-${index}`;
        const [firstName, lastName = name] = name.split(' ');
        await withUser(base, { username, firstName, lastName, attributes: { legacy_id: ['k7p2x9m4q1w8z3b'] } }, async (password) => {
            const { record, token } = await (await call(`${base}/auth/login`, 'POST', { username, password })).json();
            assert.equal(record.id, 'k7p2x9m4q1w8z3b');
            verify(OldStore, OldPocketBase, record, token, setting);
            verify(NewStore, NewPocketBase, record, token, setting);
            logins++;
        });
    }
}
await save(base, 'pocketbase', { claims: 'origin', 'token.type': 'authRecord' });
console.log(`${logins} logins, and each token is good for PocketBase's SDK 0.21 and the newest.`);
