// What Fusio's SDK, unchanged, makes of the answers of a running demo: node fusio.mjs http://localhost:8080
import assert from 'node:assert/strict';
import { Client, CommonMessageException } from 'fusio-sdk';
import { Anonymous, HttpBearer } from 'sdkgen-client';
import { save, withUser } from './keycloak.mjs';

const base = process.argv[2];
const account = (credentials) => new Client(`${base}/`, credentials).consumer().account();
const username = `sdk-${process.pid}`;
const user = { username, firstName: 'Anna', lastName: 'Lee', attributes: { legacy_id: ['37'] } };

function verify(answer) {
    assert.deepEqual(Object.keys(answer).sort(), ['expires_in', 'refresh_token', 'scope', 'token']);
    assert.equal(answer.expires_in, 300);
    const claims = JSON.parse(Buffer.from(answer.token.split('.')[1], 'base64url'));
    assert.equal(claims.sub, '37');
    assert.equal(claims.name, username); // which is what Fusio's own tokens have there
}

await save(base, 'fusio', { response: 'extended', claims: 'origin' });
await withUser(base, user, async (password) => {
    const login = await account(new Anonymous()).login({ username, password });
    verify(login);
    verify(await account(new HttpBearer(login.token)).refresh({ refresh_token: login.refresh_token }));
    await assert.rejects(account(new Anonymous()).login({ username, password: 'another password' }), (error) => {
        assert(error instanceof CommonMessageException);
        assert.deepEqual(error.getPayload(), { success: false, title: 'Internal Server Error', message: 'Invalid name or password' });
        return true;
    });
});
await save(base, 'fusio', { response: 'documented', claims: 'keycloak' });
console.log("Fusio's SDK logs in, refreshes and tells a refusal.");
