/** The stylesheet of the reference page. */
export const style = /* css */ `
:root {
  color-scheme: light dark;
  --text: #1a2230;
  --muted: #5a6577;
  --page: #ffffff;
  --side: #f6f7f9;
  --line: #e2e6ec;
  --accent: #0b6b63;
  --chip: #edf1f4;
  --code-page: #f6f8fa;
  --key: #0a558c;
  --string: #1b6b2f;
  --atom: #9a3d06;
  --get: #0b5cad;
  --post: #1b6b2f;
  --put: #8a4b00;
  --delete: #b3261e;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Code', 'Roboto Mono', Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #dfe5ee;
    --muted: #98a4b5;
    --page: #10151d;
    --side: #0b0f15;
    --line: #263040;
    --accent: #5fd0c3;
    --chip: #1d2633;
    --code-page: #0b0f15;
    --key: #86c3f7;
    --string: #8fd69e;
    --atom: #f2ab77;
    --get: #7ab8ff;
    --post: #7ed492;
    --put: #f0b35e;
    --delete: #ff8f86;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  display: grid;
  grid-template-columns: 17.5rem minmax(0, 1fr);
  background: var(--page);
  color: var(--text);
  font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 2.25rem; letter-spacing: -0.02em; }
h2 { font-size: 1.6rem; letter-spacing: -0.01em; }
h3 { font-size: 1.25rem; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
h4 { margin-top: 1.75rem; font-size: 0.95rem; }
p { margin: 0.6rem 0; max-width: 44rem; }
code { font: 0.875em/1.5 var(--mono); overflow-wrap: anywhere; }
:where(p, td, .server) code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--chip); }
.skip { position: absolute; left: -100vw; padding: 0.5rem 1rem; background: var(--page); z-index: 2; }
.skip:focus { left: 0.5rem; top: 0.5rem; }

header {
  position: sticky;
  top: 0;
  height: 100vh;
  overflow-y: auto;
  padding: 1.75rem 1rem 2rem 1.5rem;
  background: var(--side);
  border-right: 1px solid var(--line);
}
.brand { display: block; margin-bottom: 1rem; font-weight: 700; color: var(--text); text-decoration: none; }
nav { font-size: 0.9rem; scroll-target-group: auto; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav > ul > li { margin-top: 1.1rem; }
nav > ul > li > a { font-weight: 600; color: var(--text); }
nav a {
  display: flex;
  justify-content: space-between;
  gap: 0.75rem;
  padding: 0.22rem 0.5rem;
  margin-left: -0.5rem;
  border-radius: 5px;
  color: var(--muted);
  text-decoration: none;
  line-height: 1.4;
}
nav a:hover { background: var(--chip); color: var(--text); }
nav a:target-current { color: var(--accent); }
nav .method { font-size: 0.66rem; padding-top: 0.2em; }

main { padding: 2.5rem clamp(1.25rem, 4vw, 4rem) 6rem; max-width: 92rem; }
.lead { font-size: 1.2rem; color: var(--muted); }
.version { margin-left: 0.35rem; font: 500 0.9rem var(--mono); letter-spacing: 0; color: var(--muted); }
.server { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1.5rem; margin: 1.5rem 0 0; }
.server dt { color: var(--muted); }
.server dd { margin: 0; }
section { margin-top: 3.5rem; padding-top: 3rem; border-top: 1px solid var(--line); }
.endpoints { margin: 1.25rem 0 0; padding: 0.6rem 1rem; list-style: none; border: 1px solid var(--line); border-radius: 8px; }
.endpoints li { display: flex; gap: 0.75rem; align-items: baseline; padding: 0.2rem 0; }
.endpoints .method { width: 3.6rem; flex: none; }
.endpoints a { color: inherit; text-decoration: none; }
.endpoints .summary { margin-left: auto; color: var(--muted); font-size: 0.85rem; text-align: right; }
.endpoints a:hover { text-decoration: underline; }
article { margin-top: 3.5rem; }
.method { font: 700 0.78rem/1.4 var(--mono); letter-spacing: 0.02em; }
.method.get { color: var(--get); }
.method.post { color: var(--post); }
.method.put { color: var(--put); }
.method.delete { color: var(--delete); }
.endpoint { display: flex; gap: 0.6rem; align-items: baseline; margin-top: 0.5rem; max-width: none; }
.endpoint code { padding: 0; background: none; }
.endpoint .method { padding: 0.1rem 0.45rem; border: 1px solid; border-radius: 4px; }
.path var { font-style: normal; color: var(--accent); }
.callers { color: var(--muted); font-size: 0.9rem; }
.role { display: inline-block; padding: 0 0.55rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--text); font-size: 0.82rem; }
.fields { margin: 0.6rem 0 0; border-top: 1px solid var(--line); }
.fields > div { padding: 0.7rem 0; border-bottom: 1px solid var(--line); }
.fields dt { display: flex; flex-wrap: wrap; gap: 0.1rem 0.7rem; align-items: baseline; }
.fields dd { margin: 0; }
.fields p { margin: 0.15rem 0 0; font-size: 0.93rem; }
.name { font-weight: 600; }
.type { color: var(--muted); font-size: 0.85rem; font-weight: 400; }
.required { color: var(--delete); font-size: 0.78rem; font-weight: 600; }
:is(.fields, .about) .facts { color: var(--muted); font-size: 0.84rem; }
.facts::first-letter { text-transform: uppercase; }
.facts span:not(:last-child)::after { content: ' · '; }
details { margin-top: 1.75rem; border: 1px solid var(--line); border-radius: 8px; }
summary { padding: 0.6rem 0.9rem; cursor: pointer; font-size: 0.95rem; font-weight: 600; }
.statuses { margin-left: 0.5rem; color: var(--muted); font: 400 0.82rem var(--mono); }
details table { border-top: 1px solid var(--line); }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; line-height: 1.5; }
th, td { padding: 0.5rem 0.9rem; text-align: left; vertical-align: top; }
th { color: var(--muted); font-size: 0.8rem; font-weight: 500; }
td:first-child { width: 4.5rem; font-variant-numeric: tabular-nums; }
td p { margin: 0.15rem 0 0; }
tbody tr { border-top: 1px solid var(--line); }
section > table, section > .code { margin-top: 1.25rem; }

.code { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; background: var(--code-page); }
.code figcaption { padding: 0.4rem 0.9rem; border-bottom: 1px solid var(--line); color: var(--muted); font-size: 0.8rem; }
pre { margin: 0; padding: 0.8rem 0.9rem; overflow-x: auto; font: 0.82rem/1.55 var(--mono); }
pre:focus-visible { outline-offset: -2px; }
pre code { font: inherit; overflow-wrap: normal; }
.shell code { user-select: all; white-space: pre-wrap; overflow-wrap: anywhere; }
.key { color: var(--key); }
.text { color: var(--string); }
.atom { color: var(--atom); }
.no-body { color: var(--muted); font-size: 0.9rem; }

@media (min-width: 75rem) {
  article { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 30rem); gap: 0 3rem; }
}
@media (max-width: 75rem) {
  .examples { margin-top: 1.75rem; }
}
@media (max-width: 52rem) {
  html { scroll-padding-top: 4.5rem; }
  body { display: block; }
  header { z-index: 1; height: auto; padding: 0.6rem 1.25rem; border-right: 0; border-bottom: 1px solid var(--line); }
  .brand, nav ul ul, .endpoints .summary { display: none; }
  nav > ul { display: flex; gap: 0.25rem; overflow-x: auto; }
  nav > ul > li { margin: 0; flex: none; }
  nav a { margin: 0; }
  main { padding-top: 1.75rem; }
  h1 { font-size: 1.9rem; }
  th, td { padding: 0.45rem 0.6rem; }
}
@media print {
  body { display: block; }
  header { display: none; }
}
`;
