// The shapes of the dashboard are those of the demo realm, by the settings that each client carries.
import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { options, shapes } from './dashboard.mjs';

const realm = JSON.parse(readFileSync('realm-config/legacy-realm.json', 'utf8'));
const shipped = realm.clients.flatMap((client) =>
    (client.protocolMappers ?? [])
        .filter((mapper) => mapper.protocolMapper.startsWith('legacy-login-'))
        .map((mapper) => [mapper.protocolMapper.replace('legacy-login-', ''), client.clientId]),
);

deepStrictEqual([...shapes].sort(), shipped.sort());
deepStrictEqual(options, ['$__all', ...shapes.values()], 'the options of the variable are not its query');
console.log(`the dashboard knows ${[...shapes].map(([shape, client]) => `${shape} (${client})`).join(', ')}`);
