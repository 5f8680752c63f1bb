// Builds the front-end files: our CSS and script, htmx with its CSP extension, two fonts, one icon sprite.
// Every file gets a name with a piece of its own SHA-256 in it, so browsers may keep it for ever;
// manifest.json says which name stands for which. Run by `cargo x assets` after `npm ci --ignore-scripts`.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = resolve(here, '../../../node_modules');
const built = join(here, 'built');
const ours = join(here, 'src');

if (!existsSync(modules)) {
  console.error('node_modules is not here: run `npm ci --ignore-scripts` in the project folder first (or `cargo x assets`).');
  process.exit(1);
}

const manifest = {};
const files = new Map();

/** Keeps a file under a name with its hash, and tells the manifest. Gives the address it will be served at. */
function keep(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const ending = extname(name);
  const hashed = `${name.slice(0, -ending.length)}.${hash}${ending}`;
  manifest[name] = hashed;
  files.set(hashed, bytes);
  return `/assets/${hashed}`;
}

const fonts = {
  'public-sans-latin-wght-normal.woff2': '@fontsource-variable/public-sans',
  'public-sans-latin-ext-wght-normal.woff2': '@fontsource-variable/public-sans',
  'newsreader-latin-wght-normal.woff2': '@fontsource-variable/newsreader',
};
const fontAddress = {};
for (const [name, pack] of Object.entries(fonts)) {
  fontAddress[name] = keep(name, readFileSync(join(modules, pack, 'files', name)));
}

keep('tokens.css', readFileSync(join(ours, 'tokens.css')));
// One stylesheet for the browser, in the order its layers are told; a later file adds to the layers of an earlier one.
const sheets = ['base', 'components', 'pages', 'safety', 'product'];
const whole = sheets.map((name) => readFileSync(join(ours, 'css', `${name}.css`), 'utf8')).join('');
const css = whole.replace(/url\("fonts\/([^"]+)"\)/g, (_, name) => {
  if (!fontAddress[name]) throw new Error(`the stylesheet asks for the font ${name}, which is not in the list`);
  return `url("${fontAddress[name]}")`;
});
keep('app.css', Buffer.from(css));
keep('app.js', readFileSync(join(ours, 'app.js')));
keep('favicon.svg', readFileSync(join(ours, 'favicon.svg')));
keep('htmx.js', withoutMap(readFileSync(join(modules, 'htmx.org/dist/htmx.min.js'), 'utf8')));
keep('hx-csp.js', withoutMap(readFileSync(join(modules, 'htmx.org/dist/ext/hx-csp.min.js'), 'utf8')));

/** The minified files name a source map that is not served; a missing one is a console error. */
function withoutMap(script) {
  return Buffer.from(script.replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, '\n'));
}

// The icons are named once, in Rust, where the compiler holds them: src/ui/icon.rs, `Inbox => "inbox"`.
const list = readFileSync(resolve(here, '../src/ui/icon.rs'), 'utf8');
const names = [...list.matchAll(/^\s+\w+ => "([a-z0-9-]+)",$/gm)].map((m) => m[1]);
if (!names.length) throw new Error('src/ui/icon.rs names no icons');
const symbols = names.map((name) => {
  const file = join(modules, 'lucide-static/icons', `${name}.svg`);
  if (!existsSync(file)) throw new Error(`lucide-static has no icon named ${name}`);
  const inside = readFileSync(file, 'utf8')
    .replace(/<!--.*?-->/gs, '')
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return `<symbol id="${name}" viewBox="0 0 24 24">${inside}</symbol>`;
});
keep('icons.svg', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`));

// Written beside and moved into place, so a running server never meets half a folder.
mkdirSync(built, { recursive: true });
for (const [name, bytes] of files) {
  const target = join(built, name);
  if (existsSync(target)) continue;
  writeFileSync(`${target}.part`, bytes);
  renameSync(`${target}.part`, target);
}
writeFileSync(join(built, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
for (const old of readdirSync(built)) {
  if (old !== 'manifest.json' && !files.has(old)) rmSync(join(built, old));
}
const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
console.log(`built ${files.size} files, ${names.length} icons, ${Math.round(total / 1024)} kB, in crates/pages/assets/built`);
