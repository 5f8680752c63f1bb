// The first page anybody sees.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { login, look, office, visit } from './browser.mjs';

test('the login page is readable in every width and theme', async (t) => {
  const page = await visit(t);
  const answer = await page.goto('/login');
  assert.equal(answer.status(), 200);
  assert.equal(await page.locator('h1').count(), 1);
  await look(page, 'login');
});

test('a page asked for by nobody in particular leads to the login', async (t) => {
  const page = await visit(t);
  await page.goto('/');
  assert.equal(new URL(page.url()).pathname, '/login');
});

test('a wrong password is refused, and the page says so without saying which of the two was wrong', async (t) => {
  const page = await visit(t);
  const said = [];
  for (const email of [office.logins[0].email, 'nobody@office.example']) {
    await page.goto('/login');
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill('not the password');
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), page.keyboard.press('Enter')]);
    await page.waitForLoadState();
    assert.equal(new URL(page.url()).pathname, '/login');
    said.push(await page.locator('[role=alert]').innerText());
  }
  assert.equal(said[0], said[1]);
  assert.notEqual(said[0].trim(), '');
});

test('a caseworker logs in with scripts and without', async (t) => {
  for (const scripts of [true, false]) {
    const page = await visit(t, { scripts });
    await login(page, 'caseworker');
    assert.notEqual(new URL(page.url()).pathname, '/login');
    assert.equal(await page.locator('h1').count(), 1);
  }
});
