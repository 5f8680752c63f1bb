// Starts what the browser visits: a demo office in a folder of its own, and a PostgreSQL cluster for the second engine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 240_000;

// In memory where there is some: the demo lives through a year of acts, and each waits for its flush.
const room = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A demo office, on SQLite or on the PostgreSQL database given. `facts` go to the test file. */
export async function openOffice(database) {
  const folder = mkdtempSync(join(room, 'casework-office-'));
  const words = ['demo', '--listen', '127.0.0.1:0', '--dir', folder];
  if (database) words.push('--database', database);
  const server = start('CASEWORK_BIN', 'casework', words);
  const lines = [];
  server.lines.on('line', (line) => lines.push(line));
  await until(server, () => addressIn(lines) && loginsIn(lines).length > 0);
  // The rest of the table is written in one breath with its first row.
  await setTimeout(200);
  const facts = { address: addressIn(lines), logins: loginsIn(lines), folder, engine: database ? 'postgres' : 'sqlite' };
  return { facts, close: () => end(server).finally(() => rmSync(folder, { recursive: true, force: true })) };
}

function addressIn(lines) {
  return lines.map((line) => /^Address:\s*(http:\S+)/.exec(line.trim())?.[1]).find(Boolean);
}

/** Rows of the table of logins: the columns are an e-mail address, a password, and who it is. */
export function loginsIn(lines) {
  return lines
    .map((line) => line.trim().split(/\s{2,}|\s*\|\s*|\t/).filter(Boolean))
    .filter((columns) => columns.some((column) => /^\S+@\S+$/.test(column)))
    .map((columns) => {
      const at = columns.findIndex((column) => /^\S+@\S+$/.test(column));
      const who = columns.filter((_, place) => place !== at && place !== at + 1).join(' ');
      return { email: columns[at], password: columns[at + 1], who };
    });
}

/** A cluster that makes one more empty database each time it is asked. */
export async function openCluster() {
  const cluster = start('CLUSTER_BIN', 'cluster', [], 'pipe');
  const next = async () => {
    let owner;
    await until(cluster, (line) => {
      owner ??= /^Owner: (\S+)/.exec(line)?.[1];
      return line.trim() === '' && owner;
    });
    return owner;
  };
  const first = next();
  let asked = 0;
  await first;
  const database = async () => {
    if (asked++ === 0) return first;
    cluster.process.stdin.write('\n');
    return next();
  };
  return { database, close: () => cluster.process.stdin.end() };
}

function start(setting, name, words, stdin = 'ignore') {
  const program = process.env[setting] ?? join('target', 'debug', name);
  const child = spawn(program, words, { stdio: [stdin, 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`\`${name} ${words.join(' ')}\` ended (${code}) before it was ready`);
  });
  died.catch(() => {});
  return { process: child, lines, died, name };
}

/** Reads lines until one is the last we wait for. The reader stays on, so that the program never blocks on us. */
async function until({ lines, died, name }, isLast) {
  const waiting = new AbortController();
  const patience = setTimeout(PATIENCE_MS, null, { signal: waiting.signal }).then(() => {
    throw new Error(`\`${name}\` was not ready in time`);
  });
  patience.catch(() => {});
  const seen = new Promise((resolve) => {
    const look = (line) => {
      if (!isLast(line)) return;
      lines.off('line', look);
      resolve();
    };
    lines.on('line', look);
  });
  await Promise.race([seen, died, patience]).finally(() => waiting.abort());
}

async function end({ process: child }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = new AbortController();
  setTimeout(10_000, null, { signal: patience.signal }).then(() => child.kill('SIGKILL'), () => {});
  await gone;
  patience.abort();
}
