// What every browser test needs: a page that reports its own faults, a login, axe, and a look at every width and theme.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [320, 390, 1440];
const THEMES = ['light', 'dark'];
const SCREENS = join('target', 'screens');

/** The office this file was given: its address, logins and engine. */
export const office = JSON.parse(process.env.CASEWORK_OFFICE ?? 'null');
if (!office) throw new Error('run the browser tests with `node tests/browser/run.mjs`: it opens the office they visit');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ],
});
after(() => browser.close());

/** A page in a browser session of its own. When the test ends, anything the page complained of fails it. */
export async function visit(t, { width = 1440, height = 900, theme = 'light', scripts = true } = {}) {
  const context = await browser.newContext({
    baseURL: office.address, viewport: { width, height }, colorScheme: theme, javaScriptEnabled: scripts,
    reducedMotion: 'reduce', locale: 'en-US',
  });
  const page = await context.newPage();
  const faults = watch(page);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} stopped ${event.blockedURI || 'inline'} in ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  page.faults = faults;
  t.after(async () => {
    await context.close();
    assert.deepEqual(faults, [], 'the page complained');
  });
  return page;
}

/** Collects what a page says went wrong. A refused form (422) is an answer, which Chromium logs as an error. */
export function watch(page) {
  const faults = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 422/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page left before it was loaded gives up its requests: no fault of the page.
    if (why !== 'net::ERR_ABORTED') faults.push(`${request.url()}: ${why}`);
  });
  return faults;
}

/** Logs in as the first person of the demo whose row in the table of logins has this word. */
export async function login(page, who) {
  const person = office.logins.find((login) => login.who.toLowerCase().includes(who.toLowerCase()));
  assert.ok(person, `nobody called \`${who}\` among ${office.logins.map((login) => login.who).join(', ')}`);
  await page.goto('/login');
  await page.locator('input[name=email]').fill(person.email);
  await page.locator('input[name=password]').fill(person.password);
  await Promise.all([page.waitForURL((url) => url.pathname !== '/login'), page.keyboard.press('Enter')]);
  return person;
}

/** What axe finds against WCAG 2.2 AA, one line a fault. */
export async function axe(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), WCAG_22_AA);
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
    `${id} (${help}) at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`));
}

/** How far the page can be scrolled sideways, in CSS pixels. */
export function sideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Looks at the page in every theme and width: axe, no sideways scroll, and a picture of each in target/screens. */
export async function look(page, name) {
  const before = page.viewportSize();
  mkdirSync(SCREENS, { recursive: true });
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 500 ? 800 : 900 });
      assert.equal(await sideways(page), 0, `${name}: sideways scroll at ${width} px`);
      await page.screenshot({ path: join(SCREENS, `${name}-${width}-${theme}.png`), fullPage: true });
      // Narrow pages hide and fold: what axe sees differs at both ends, not in between.
      if (width !== 390) assert.deepEqual(await axe(page), [], `${name}: axe at ${width} px, ${theme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
}
