// Presses every key on the gallery's pages and looks at what the server is asked, under the product's own policy.
// Each promise has its twin: with the single keys switched off nothing is asked, and without a script the page still
// works. `node crates/pages/assets/keys.mjs FOLDER`
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? 'target/gallery');
const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.html': 'text/html; charset=utf-8' };
const policy = "default-src 'none'; script-src 'self' 'nonce-gallery'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
  + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types htmx";

/** What was posted: path and fields. */
let asked = [];
let draftAnswer = 204;
const server = createServer((request, answer) => {
  const path = new URL(request.url, 'http://x').pathname;
  if (request.method === 'POST') {
    let body = '';
    request.on('data', (piece) => { body += piece; });
    request.on('end', () => {
      asked.push({ path, fields: new URLSearchParams(body) });
      if (path.endsWith('/drafts')) { answer.writeHead(draftAnswer); answer.end(); return; }
      answer.writeHead(303, { location: request.headers.referer ?? '/en/my-work.html' });
      answer.end();
    });
    return;
  }
  if (path === '/arrivals/2') {
    // Another nonce each time, as the product does; the library has to follow.
    answer.writeHead(200, { 'content-type': types['.html'], 'content-security-policy': policy.replace('nonce-gallery', 'nonce-other') });
    answer.end(readFileSync(join(folder, 'en/arrivals.html'), 'utf8').replaceAll('gallery"', 'other"')
      .replaceAll('Nobody answers about my mother’s pension', 'Reembolso retenido por identidad'));
    return;
  }
  const file = path.startsWith('/assets/') ? join(here, 'built', path.slice(8)) : join(folder, path);
  if (!existsSync(file)) { answer.writeHead(200, { 'content-type': 'text/html' }); answer.end(`<!doctype html><title>${path}</title>`); return; }
  answer.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': policy });
  answer.end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });

let passed = 0;
async function promise(name, options, look) {
  asked = [];
  draftAnswer = 204;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const said = [];
  page.on('console', (m) => { if (m.type() === 'error' && !m.text().includes('503')) said.push(m.text()); });
  page.on('pageerror', (e) => said.push(e.message));
  await look(page);
  assert.deepEqual(said, [], `${name}: the browser complained`);
  await context.close();
  passed += 1;
  console.log(`ok  ${name}`);
}
const open = (page, name) => page.goto(`${base}/en/${name}.html`);
const settle = (page) => page.waitForTimeout(250);

await promise('j moves, x selects, e marks what is selected done', {}, async (page) => {
  await open(page, 'my-work');
  await page.locator('.row__link').first().focus();
  await page.keyboard.press('j');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Josiah Pritchard-Bell');
  await page.keyboard.press('x');
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  assert.equal(await page.locator('.batch [data-n]').textContent(), '2 selected');
  await page.keyboard.press('e');
  await settle(page);
  assert.equal(asked[0]?.path, '/work/done');
  assert.deepEqual(asked[0].fields.getAll('item'), ['harriet-olasky', 'josiah-pritchard-bell']);
  assert.equal(asked[0].fields.get('csrf'), 'sample');
  assert.equal(asked.length, 1);
});

await promise('s puts the row in focus off, and focus comes back to its place', {}, async (page) => {
  await open(page, 'my-work');
  await page.locator('.row__link').nth(2).focus();
  await page.keyboard.press('s');
  await settle(page);
  assert.equal(asked[0]?.path, '/work/snooze');
  assert.deepEqual(asked[0].fields.getAll('item'), ['benedetto-fuentes']);
  assert.equal(asked[0].fields.get('until'), '1');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Benedetto Fuentes');
});

await promise('Enter in a box marks nothing done', {}, async (page) => {
  await open(page, 'my-work');
  await page.locator('.check input').first().focus();
  await page.keyboard.press('Enter');
  await settle(page);
  assert.equal(asked.length, 0);
});

await promise('with the single keys off, e and g w ask nothing', {}, async (page) => {
  await open(page, 'my-work');
  await page.keyboard.press('?');
  await page.locator('#keys-on').uncheck();
  await page.keyboard.press('Escape');
  await page.locator('.row__link').first().focus();
  await page.keyboard.press('e');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await settle(page);
  assert.equal(asked.length, 0);
  assert.ok(page.url().endsWith('my-work.html'));
});

await promise('g then a goes to arrivals, c to a new intake', {}, async (page) => {
  await open(page, 'my-work');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.waitForURL(`${base}/arrivals`);
  await open(page, 'my-work');
  await page.keyboard.press('c');
  await page.waitForURL(`${base}/intake/new`);
});

await promise('o opens the panel with the focus in its first field, Escape shuts it', {}, async (page) => {
  await open(page, 'arrivals');
  await page.keyboard.press('o');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'about');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#open').isVisible(), false);
  for (const [key, id] of [['m', 'join'], ['i', 'inform'], ['t', 'transfer'], ['a', 'set-aside']]) {
    await page.keyboard.press(key);
    await page.locator(`#${id}`).waitFor({ state: 'visible', timeout: 2000 });
    await page.keyboard.press('Escape');
    await page.locator(`#${id}`).waitFor({ state: 'hidden', timeout: 2000 });
  }
  assert.equal(asked.length, 0);
});

await promise('an arrival opens beside the list, and its acts work at once', {}, async (page) => {
  await open(page, 'arrivals');
  await page.evaluate(() => { globalThis.samePage = true; });
  await page.locator('.row__link').nth(1).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('#rd-t')?.textContent === 'Reembolso retenido por identidad');
  assert.equal(await page.evaluate(() => globalThis.samePage), true, 'the page was not loaded anew');
  assert.ok(page.url().includes('/arrivals/2'));
  assert.equal(await page.evaluate(() => document.querySelector('.row.is-open .row__link').textContent), 'Web form, in Spanish');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Web form, in Spanish');
  await page.keyboard.press('o');
  await page.locator('#open').waitFor({ state: 'visible', timeout: 2000 });
  assert.equal(await page.evaluate(() => document.activeElement.name), 'about');
  await page.keyboard.press('Escape');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('#rd-t')?.textContent.startsWith('Nobody answers'));
});

await promise('u undoes', {}, async (page) => {
  await open(page, 'arrivals');
  await page.keyboard.press('u');
  await settle(page);
  assert.equal(asked[0]?.path, '/arrivals/2/undo');
});

await promise('n writes a note; a pause keeps the draft on the server; Ctrl Enter saves it once', {}, async (page) => {
  await open(page, 'case');
  await page.keyboard.press('n');
  await page.keyboard.type('She called back, e and s and g are only letters here.');
  await page.waitForTimeout(1300);
  assert.equal(asked.length, 1, 'one pause, one draft');
  assert.equal(asked[0].path, '/cases/7K4-M2Q/drafts');
  assert.equal(asked[0].fields.get('kind'), 'note');
  assert.equal(await page.locator('.composer__panel--note [data-draft-state]').textContent(), 'Draft saved');
  await page.keyboard.type(' More.');
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(1300);
  const kinds = asked.map((a) => a.path);
  assert.deepEqual(kinds, ['/cases/7K4-M2Q/drafts', '/cases/7K4-M2Q/entries'], 'no draft comes after the note');
  assert.match(asked[1].fields.get('text'), /More\.$/);
});

await promise('a draft that is not taken says so, and is tried again', {}, async (page) => {
  await open(page, 'case');
  draftAnswer = 503;
  await page.keyboard.press('n');
  await page.keyboard.type('Text');
  await page.waitForTimeout(1300);
  assert.match(await page.locator('.composer__panel--note [data-draft-state]').textContent(), /not saved yet/);
  draftAnswer = 204;
  await page.keyboard.type('.');
  await page.waitForTimeout(1300);
  assert.equal(await page.locator('.composer__panel--note [data-draft-state]').textContent(), 'Draft saved');
});

await promise('a form pressed twice is sent once', {}, async (page) => {
  await open(page, 'case');
  await page.locator('#compose').fill('Once');
  await page.evaluate(() => { const f = document.querySelector('#compose').form; f.requestSubmit(); f.requestSubmit(); });
  await settle(page);
  assert.equal(asked.filter((a) => a.path.endsWith('/entries')).length, 1);
});

await promise('the theme is kept, for this page and for the server', {}, async (page) => {
  await open(page, 'my-work');
  await page.locator('[data-act="theme"]').click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.match(await page.evaluate(() => document.cookie), /theme=dark/);
});

await promise('without a script: kinds switch, panels open, tasks and drafts are plain forms', { javaScriptEnabled: false }, async (page) => {
  await open(page, 'case');
  await page.locator('#k-call').check();
  assert.equal(await page.locator('.composer__panel--call').isVisible(), true);
  assert.equal(await page.locator('.composer__panel--note').isVisible(), false);
  await page.locator('.taskbox').first().click();
  assert.equal(asked[0]?.path, '/cases/7K4-M2Q/tasks/1');
  await open(page, 'arrivals');
  await page.locator('.acts .btn').first().click();
  assert.equal(await page.locator('#open').isVisible(), true);
  await open(page, 'my-work');
  assert.equal(await page.locator('.batch').isVisible(), true, 'the bar is always there without a script');
});

await browser.close();
server.close();
console.log(`${passed} promises kept`);
