// Photographs the gallery's pages, in both themes and two widths, under the product's own security policy, and says
// what the browser complained about. `node crates/pages/assets/shots.mjs FOLDER [OUT] [name,name]`
import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? 'target/gallery');
const out = resolve(process.argv[3] ?? join(folder, 'shots'));
const only = process.argv[4]?.split(',');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.html': 'text/html; charset=utf-8' };
const policy = "default-src 'none'; script-src 'self' 'nonce-gallery'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
  + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types htmx";

const server = createServer((asked, answer) => {
  const path = new URL(asked.url, 'http://x').pathname;
  const file = path.startsWith('/assets/') ? join(here, 'built', path.slice(8)) : join(folder, path);
  if (!existsSync(file)) { answer.writeHead(404); answer.end(); return; }
  answer.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': policy });
  answer.end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
const langs = process.env.LANGS?.split(',') ?? ['en'];
let faults = 0;
for (const lang of langs) {
  const names = readdirSync(join(folder, lang)).filter((f) => f.endsWith('.html')).map((f) => f.slice(0, -5)).filter((n) => !only || only.includes(n));
  for (const theme of ['light', 'dark']) {
    for (const [size, width] of [['d', 1440], ['p', 390], ['n', 320]]) {
      if (size === 'n' && theme === 'dark') continue;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, bypassCSP: false, reducedMotion: 'reduce' });
      for (const name of names) {
        const page = await context.newPage();
        const said = [];
        page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) said.push(m.text().slice(0, 200)); });
        page.on('pageerror', (e) => said.push(`page error: ${e.message}`));
        await page.goto(`${base}/${lang}/${name}.html`);
        await page.waitForTimeout(150);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
        if (sideways) said.push('scrolls sideways');
        if (size !== 'n') {
          // As tall as the page, so that bars that stick to an edge stand where they end up.
          await page.setViewportSize({ width, height: await page.evaluate(() => Math.max(900, document.documentElement.scrollHeight)) });
          await page.screenshot({ path: join(out, `${name}${lang === 'en' ? '' : `-${lang}`}-${size}-${theme}.png`), fullPage: true });
          // The policy forbids an added script, as it should; the tool that looks is let in past it.
          const session = await context.newCDPSession(page);
          await session.send('Runtime.evaluate', { expression: axe });
          const result = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
          for (const v of result.violations) said.push(`axe ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 140)).join(' | ')}`);
        }
        for (const line of said) { faults += 1; console.log(`${lang} ${name} ${size} ${theme}: ${line}`); }
        await page.close();
      }
      await context.close();
    }
  }
}
await browser.close();
server.close();
console.log(faults ? `${faults} complaints` : 'no complaints');
process.exit(faults ? 1 : 0);
