// The harness under test: each of its checks finds the fault it is there for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, sideways, visit, watch } from './browser.mjs';
import { loginsIn } from './office.mjs';

test('axe finds what a reader cannot read', async (t) => {
  const page = await visit(t);
  await page.setContent('<html lang="en"><title>Plain</title><main><h1>Plain</h1><p>Text</p></main></html>');
  assert.deepEqual(await axe(page), []);
  await page.setContent('<html lang="en"><title>Pale</title><main><h1 style="color:#ccc">Pale</h1><img src="data:,"></main></html>');
  const found = (await axe(page)).join('\n');
  assert.match(found, /color-contrast/);
  assert.match(found, /image-alt/);
});

test('a page wider than the window is found', async (t) => {
  const page = await visit(t, { width: 320 });
  await page.setContent('<p>narrow</p>');
  assert.equal(await sideways(page), 0);
  await page.setContent('<p style="width:400px">wide</p>');
  assert.ok((await sideways(page)) > 0);
});

test('an error on the console is found, and a script the policy stops', async (t) => {
  const page = await visit(t);
  const faults = watch(page);
  await page.route('**/strict', (route) => route.fulfill({
    contentType: 'text/html',
    headers: { 'content-security-policy': "script-src 'none'" },
    body: '<title>Strict</title><script>document.title = "ran"</script>',
  }));
  await page.goto('/strict');
  assert.equal(await page.title(), 'Strict');
  assert.match(faults.join('\n'), /CSP: script-src/);
  await page.evaluate(() => console.error('broken'));
  assert.match(faults.join('\n'), /broken/);
  // These faults were wanted.
  page.faults.length = 0;
});

test('logins are read from the table the demo prints', () => {
  const lines = ['Address: http://127.0.0.1:1', 'Ana Ruiz  caseworker  ana@office.example  swift-river', 'no address here'];
  assert.deepEqual(loginsIn(lines), [{ email: 'ana@office.example', password: 'swift-river', who: 'Ana Ruiz caseworker' }]);
});
