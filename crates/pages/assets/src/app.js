// app.js — enhancement only. Every page works with this file blocked.
// It never writes HTML, only text and attributes, so it needs no Trusted Types policy.
(() => {
  const root = document.documentElement;
  const $ = (s, r = document) => r.querySelector(s);
  const $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const say = (text) => { const live = $('#live'); if (live && text) live.textContent = text; };
  const kept = (area) => ({
    get: (k) => { try { return area().getItem(k); } catch { return null; } },
    set: (k, v) => { try { area().setItem(k, v); } catch { /* private mode */ } },
    drop: (k) => { try { area().removeItem(k); } catch { /* private mode */ } },
  });
  const device = kept(() => localStorage);
  const tab = kept(() => sessionStorage);

  // ---- theme and density: a cookie, so that the server can draw the page right at once
  const remember = (name, value) => {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
    device.set(name, value);
  };
  for (const name of ['theme', 'density']) {
    // what was chosen on one's own page comes as a cookie, and holds on this device from then on
    const chosen = document.cookie.match(new RegExp(`(?:^|; )${name}=([a-z]+)`))?.[1];
    if (chosen) device.set(name, chosen);
    const value = device.get(name);
    if (value && value !== 'system') root.dataset[name] = value;
  }
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);
  $$('[data-act="theme"]').forEach((b) => b.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    remember('theme', root.dataset.theme);
    say(isDark() ? b.dataset.dark : b.dataset.light);
  }));
  $$('[data-act="density"]').forEach((b) => {
    b.setAttribute('aria-pressed', String(root.dataset.density === 'compact'));
    b.addEventListener('click', () => {
      const next = root.dataset.density === 'compact' ? 'comfortable' : 'compact';
      root.dataset.density = next;
      remember('density', next);
      b.setAttribute('aria-pressed', String(next === 'compact'));
      say(next === 'compact' ? b.dataset.compact : b.dataset.comfortable);
    });
  });

  // ---- dialogs
  const shortcuts = $('#shortcuts');
  const printFor = $('#printfor');
  $$('[data-act="shortcuts"]').forEach((b) => b.addEventListener('click', () => shortcuts?.showModal()));
  $$('[data-act="print"]').forEach((b) => b.addEventListener('click', () => printFor?.showModal()));
  $$('[data-act="close"]').forEach((b) => b.addEventListener('click', () => {
    b.closest('dialog')?.close();
    const panel = b.closest('[popover]');
    if (panel?.matches(':popover-open')) panel.hidePopover();
  }));
  // a panel that opens takes the focus to its first field, also one that was swapped in later
  document.addEventListener('toggle', (e) => {
    if (e.newState === 'open' && e.target.matches('[popover].panel')) $('input:not([type=hidden]),select,textarea', e.target)?.focus();
  }, true);

  // the open arrival was swapped in: its row is the open one now, focus stays where it was, and it is said
  document.addEventListener('htmx:after:swap', (e) => {
    const link = e.detail?.ctx?.sourceElement?.closest?.('.row__link');
    if (!link) return;
    for (const row of $$('.row.is-open')) { row.classList.remove('is-open'); $('.row__link', row)?.removeAttribute('aria-current'); }
    link.closest('.row').classList.add('is-open');
    link.setAttribute('aria-current', 'true');
    const reading = $('#reading');
    say($('h2', reading)?.textContent);
    // below the list on a narrow screen, so that is where the reader wants to be
    if (reading && reading.getBoundingClientRect().top > innerHeight * 0.75) { reading.focus(); reading.scrollIntoView(); }
  });

  // ---- one switch turns every single-key shortcut off (WCAG 2.1.4)
  const keysSwitch = $('#keys-on');
  let keysOn = device.get('keys') !== 'off';
  if (keysSwitch) {
    keysSwitch.checked = keysOn;
    keysSwitch.addEventListener('change', () => { keysOn = keysSwitch.checked; device.set('keys', keysOn ? 'on' : 'off'); });
  }

  // ---- lists: moving, selecting, and the bar for what is selected
  const rows = () => $$('.row__link');
  const onRow = () => document.activeElement?.classList.contains('row__link');
  const move = (step) => {
    const all = rows();
    if (!all.length) return;
    let at = all.indexOf(document.activeElement);
    if (at < 0) at = all.findIndex((r) => r.closest('.row')?.classList.contains('is-open'));
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  const batch = $('.batch');
  const boxes = () => $$('.row .check input');
  const syncBatch = () => {
    if (!batch) return;
    const n = boxes().filter((b) => b.checked).length;
    batch.hidden = n === 0;
    const shown = $('[data-n]', batch);
    if (shown) shown.textContent = shown.dataset.n.replace('#', String(n));
  };
  boxes().forEach((b) => {
    b.addEventListener('change', syncBatch);
    // Enter in a box would press the form's first button; a box is only ticked here
    b.addEventListener('keydown', (e) => { if (e.key === 'Enter') e.preventDefault(); });
  });
  syncBatch();

  // after an act on a row the page comes back; focus goes to the row that took its place
  const place = tab.get('row');
  if (place) {
    tab.drop('row');
    const [path, index] = place.split(' ');
    const all = rows();
    if (path === location.pathname && all.length) all[Math.min(Number(index), all.length - 1)].focus();
  }
  const keepPlace = (row) => {
    const at = rows().findIndex((r) => r.closest('.row') === row);
    if (at >= 0) tab.set('row', `${location.pathname} ${at}`);
  };

  // a button of the bar acts on what is selected; with nothing selected, on the row in focus
  const actOnRow = (button) => {
    const row = document.activeElement?.closest('.row') || $('.row.is-open');
    if (!boxes().some((b) => b.checked)) {
      const box = row && $('.check input', row);
      if (!box) return;
      box.checked = true;
    }
    keepPlace(row || boxes().find((b) => b.checked)?.closest('.row'));
    button.form?.requestSubmit(button);
  };
  const press = (key) => {
    const all = $$(`[data-key="${CSS.escape(key)}"]`);
    const button = all.find((b) => !b.disabled && (b.closest('.batch') || b.checkVisibility?.() !== false));
    if (!button) return false;
    if (button.closest('.batch')) actOnRow(button);
    else button.click();
    return true;
  };

  // ---- keys
  let wentG = 0;
  const go = (key) => { const a = $(`[data-go="${CSS.escape(key)}"]`); if (a) a.click(); return Boolean(a); };
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    x: () => document.activeElement?.closest('.row')?.querySelector('.check input')?.click(),
    '/': () => ($('#search')?.checkVisibility?.() === false ? $('.phonebar a[href="/search"]')?.click() : $('#search')?.focus()),
    '?': () => shortcuts?.showModal(),
    g: () => { wentG = Date.now(); },
    c: () => go('i'),
    n: () => { const k = $('#k-note'); if (k) { k.checked = true; $('#compose')?.focus(); } },
  };
  addEventListener('keydown', (e) => {
    const chord = e.ctrlKey || e.metaKey;
    if (chord && e.key === 'p' && printFor) { e.preventDefault(); printFor.showModal(); return; }
    if (chord && e.key === 'Enter') {
      const form = e.target.closest?.('form');
      if (form && form.method === 'post') { e.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (!keysOn || chord || e.altKey || e.isComposing) return;
    if (e.target.closest?.('input:not([type=checkbox]):not([type=radio]),textarea,select,dialog,[popover].panel')) return;
    if (wentG && Date.now() - wentG < 1200) {
      wentG = 0;
      if (go(e.key)) e.preventDefault();
      return;
    }
    if (onRow() && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) { e.preventDefault(); move(e.key === 'ArrowDown' ? 1 : -1); return; }
    if (press(e.key)) { e.preventDefault(); return; }
    if (Object.hasOwn(keys, e.key)) { e.preventDefault(); keys[e.key](); }
  });

  // ---- forms: filters send themselves, a form is sent once, an error summary takes the focus
  $$('form[data-auto]').forEach((f) => f.addEventListener('change', () => f.requestSubmit()));
  $('[data-focus]')?.focus();
  addEventListener('submit', (e) => {
    const form = e.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = '1';
    drafts.get(form)?.stop();
    if (form.closest('.row')) keepPlace(form.closest('.row'));
    const label = form.dataset.saving && $('button.btn--primary[type=submit] span', form);
    if (label) label.textContent = form.dataset.saving;
  });
  // a page brought back by the Back button sends under a new key: it is a new act
  addEventListener('pageshow', (e) => {
    if (!e.persisted) return;
    $$('form[data-sent]').forEach((f) => { delete f.dataset.sent; });
    $$('input[name="once"]').forEach((i) => { i.value = `${i.value.slice(0, 60)}-${crypto.randomUUID()}`; });
  });

  // ---- drafts: kept on the server after a pause in typing, per form
  const drafts = new Map();
  class Draft {
    constructor(form) {
      this.form = form;
      this.state = $('[data-draft-state]', form);
      this.timer = 0;
      this.dirty = false;
      this.stopped = false;
      form.addEventListener('input', () => { this.dirty = true; this.later(); });
    }
    later() { clearTimeout(this.timer); this.timer = setTimeout(() => this.save(), 900); }
    show(word) { if (this.state) this.state.textContent = this.state.dataset[word] || ''; }
    stop() { this.stopped = true; clearTimeout(this.timer); this.flight?.abort(); }
    async save(leaving = false) {
      if (!this.dirty || this.stopped) return;
      this.dirty = false;
      clearTimeout(this.timer);
      this.flight?.abort();
      this.flight = new AbortController();
      this.show('saving');
      try {
        const answer = await fetch(this.form.dataset.draft, {
          method: 'POST', credentials: 'same-origin', redirect: 'error', keepalive: leaving,
          body: new URLSearchParams(new FormData(this.form)), signal: this.flight.signal,
        });
        if (!answer.ok) throw new Error(String(answer.status));
        if (!this.dirty) this.show('saved');
      } catch (trouble) {
        if (trouble.name === 'AbortError') return;
        this.dirty = true;
        this.show('kept');
        if (!this.stopped) this.timer = setTimeout(() => this.save(), 15000);
      }
    }
  }
  $$('form[data-draft]').forEach((f) => drafts.set(f, new Draft(f)));
  addEventListener('online', () => drafts.forEach((d) => d.save()));
  document.addEventListener('visibilitychange', () => { if (document.hidden) drafts.forEach((d) => d.save(true)); });

  // ---- a shown identifier hides itself
  $$('[data-hide-after]').forEach((shown) => setTimeout(() => {
    shown.textContent = shown.dataset.mask || '';
    say(shown.dataset.say);
  }, Number(shown.dataset.hideAfter) * 1000));

  // ---- leave this page: blank it first, then replace it in the history; Esc three times does the same
  const leave = $('[data-act="leave"]');
  if (leave) {
    const away = () => { document.body.hidden = true; location.replace(leave.href); };
    leave.addEventListener('click', (e) => { e.preventDefault(); away(); });
    let escapes = [];
    addEventListener('keydown', (e) => {
      if (e.key !== 'Escape') return;
      escapes = escapes.filter((t) => Date.now() - t < 1500).concat(Date.now());
      if (escapes.length > 2) away();
    });
  }

  // ---- connection
  const offline = $('#offline');
  const net = () => { if (offline) offline.hidden = navigator.onLine; };
  addEventListener('online', net);
  addEventListener('offline', net);
  net();
})();
