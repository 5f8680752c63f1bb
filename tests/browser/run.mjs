// Runs the browser tests: a fresh demo office for each file, the real binary, a real browser.
// Files named story-*.test.mjs run on both engines, the rest on SQLite. `node tests/browser/run.mjs [WORD]` runs
// the files with that word in their name. Closes with a line that `cargo x test` counts.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openCluster, openOffice } from './office.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv[2] ?? '';
const files = readdirSync(here).filter((name) => name.endsWith('.test.mjs') && name.includes(wanted));
const withoutPostgres = process.env.CASEWORK_SKIP_POSTGRES === '1';

const tally = { passed: 0, failed: 0 };
const cluster = withoutPostgres ? null : await openCluster();
try {
  for (const file of files) {
    await runIn(file, null);
    if (file.startsWith('story-') && cluster) await runIn(file, await cluster.database());
  }
} finally {
  cluster?.close();
}

/** One file in one office; an office that does not open fails the file, and the others still run. */
async function runIn(file, database) {
  const shown = `${file} on ${database ? 'PostgreSQL' : 'SQLite'}`;
  console.log(`\n${shown}`);
  let office;
  try {
    office = await openOffice(database);
    process.env.CASEWORK_OFFICE = JSON.stringify(office.facts);
    await runFile(join(here, file));
  } catch (error) {
    report('FAILED', shown, error);
  } finally {
    await office?.close();
  }
}

async function runFile(file) {
  for await (const { type, data } of run({ files: [file], concurrency: false })) {
    // A file and a suite are told as tests too: they count only if they fail outside any test of theirs.
    const isTest = data?.name !== file && data?.details?.type !== 'suite';
    const failedByItself = data?.details?.error?.failureType !== 'subtestsFailed';
    if (type === 'test:pass' && isTest) report('ok', data.name);
    if (type === 'test:fail' && failedByItself) report('FAILED', data.name, data.details.error?.cause ?? data.details.error);
    if (type === 'test:stderr' || type === 'test:stdout') process.stdout.write(data.message);
  }
}

function report(word, name, error) {
  tally[word === 'ok' ? 'passed' : 'failed'] += 1;
  console.log(`browser: ${name} ... ${word}`);
  if (error) console.log(error.stack ?? String(error));
}

if (files.length === 0) report('FAILED', `no file has \`${wanted}\` in its name`);
console.log(`\ntest result: ${tally.failed ? 'FAILED' : 'ok'}. ${tally.passed} passed; ${tally.failed} failed;`);
process.exitCode = tally.failed ? 1 : 0;
