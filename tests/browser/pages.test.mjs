// The daily pages of a furnished office: readable in every theme and width, worked by key, and by no script at all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { login, look, visit } from './browser.mjs';

const firstCase = async (page) => {
  await page.goto('/cases');
  return page.locator('.row__link').first().getAttribute('href');
};

for (const [name, path] of [
  ['work', '/work'], ['arrivals', '/arrivals'], ['intake', '/intake/new'], ['cases', '/cases'], ['people', '/people'],
  ['search', '/search?q=card'],
]) {
  test(`${name} is readable in every width and theme`, async (t) => {
    const page = await visit(t);
    await login(page, 'caseworker');
    const answer = await page.goto(path);
    assert.equal(answer.status(), 200);
    assert.equal(await page.locator('h1').count(), 1);
    await look(page, name);
  });
}

test('a case and its history are readable in every width and theme', async (t) => {
  const page = await visit(t);
  await login(page, 'caseworker');
  const path = await firstCase(page);
  for (const [name, where] of [['case', path], ['ledger', `${path}/ledger`]]) {
    assert.equal((await page.goto(where)).status(), 200);
    await look(page, name);
  }
});

test('j moves down the list, and g with c leads to the cases', async (t) => {
  const page = await visit(t);
  await login(page, 'caseworker');
  await page.goto('/work');
  await page.locator('.row__link').first().focus();
  const before = await page.evaluate(() => document.activeElement.getAttribute('href'));
  await page.keyboard.press('j');
  assert.notEqual(await page.evaluate(() => document.activeElement.getAttribute('href')), before);
  await page.keyboard.press('g');
  await Promise.all([page.waitForURL((url) => url.pathname === '/cases'), page.keyboard.press('c')]);
});

test('a note is written without any script, and stands on the timeline', async (t) => {
  const page = await visit(t, { scripts: false });
  await login(page, 'caseworker');
  const path = await firstCase(page);
  await page.goto(path);
  const words = 'The office called back and asked for the form again.';
  await page.locator('#compose').fill(words);
  await page.locator('.composer__panel--note button[type=submit]').last().click();
  await page.waitForLoadState();
  assert.match(await page.locator('.timeline').innerText(), /asked for the form again/);
});
