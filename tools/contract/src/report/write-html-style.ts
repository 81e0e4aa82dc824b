/** The style of the page: system fonts, two schemes of colours that both keep a contrast of at least 4.5 to 1. */
export const styleSheet = `
:root {
  --paper: #fbfbfa; --sheet: #ffffff; --ink: #1d2126; --soft: #555d66; --line: #dcdfe3; --wash: #f1f2f4;
  --good: #0f6b36; --good-wash: #e5f4ea; --bad: #b0201a; --bad-wash: #fdeceb; --open: #7a4b00; --open-wash: #fbf0d9;
  --link: #0b57a4;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --sheet: #1b1f24; --ink: #e4e7eb; --soft: #a3acb6; --line: #343a42; --wash: #242930;
    --good: #7fd99a; --good-wash: #16301f; --bad: #ffaaa3; --bad-wash: #3d1c1b; --open: #efc46c; --open-wash: #37290d;
    --link: #8cc2ff;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2.5rem 2rem 4rem; max-width: 68rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
}
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 0; font-size: 1.375rem; line-height: 1.3; overflow-wrap: anywhere; }
h3 { margin: 2rem 0 0.5rem; font-size: 1.0625rem; }
p { margin: 0.5rem 0; max-width: 46rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
.lead { margin-bottom: 1.5rem; color: var(--soft); font-size: 1.125rem; }
.origin { color: var(--soft); font-size: 0.875rem; overflow-wrap: anywhere; }
.api { margin-top: 2rem; padding: 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.5rem; }
.tally { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.verdict, .blame { display: inline-block; padding: 0.05rem 0.5rem; border-radius: 0.25rem; font-size: 0.875rem; font-weight: 600; letter-spacing: 0; white-space: nowrap; }
.good { color: var(--good); } .bad { color: var(--bad); } .open { color: var(--open); }
.verdict.good, .cell.good { background: var(--good-wash); }
.verdict.bad, .cell.bad, .blame { background: var(--bad-wash); color: var(--bad); }
.verdict.open, .cell.open { background: var(--open-wash); }
.reasons { margin: 1rem 0; padding: 0.75rem 1rem 0.75rem 2rem; border-left: 3px solid var(--open); background: var(--wash); border-radius: 0 0.25rem 0.25rem 0; }
.reasons.failed { border-color: var(--bad); }
code, pre { font-family: var(--mono); font-size: 0.8125rem; }
code { overflow-wrap: anywhere; }
pre { margin: 0; padding: 0.5rem 0.75rem; background: var(--wash); border-radius: 0.25rem; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 20rem; overflow: auto; }
small { display: block; color: var(--soft); font-size: 0.8125rem; font-weight: 400; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
.matrix th[scope=row] { min-width: 15rem; }
.matrix tbody code { font-size: 0.75rem; }
table { width: 100%; margin: 0.5rem 0; border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
caption { padding: 0.25rem 0; text-align: left; color: var(--soft); font-size: 0.875rem; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
tbody th { min-width: 9rem; font-weight: 500; overflow-wrap: anywhere; }
tbody tr:last-child > * { border-bottom: 0; }
td { overflow-wrap: anywhere; }
.cell { white-space: nowrap; display: inline-block; padding: 0.05rem 0.5rem; border-radius: 0.25rem; font-size: 0.875rem; }
.cell.none { color: var(--soft); }
.method { color: var(--soft); font: 600 0.75rem var(--mono); }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { padding: 0.5rem 0.25rem; cursor: pointer; overflow-wrap: anywhere; }
summary:hover { background: var(--wash); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.folded { padding: 0 0 1rem 1.25rem; }
.failure { margin: 0.75rem 0; border: 1px solid var(--line); border-left: 3px solid var(--bad); border-radius: 0.25rem; }
.failure > details { border: 0; }
.failure > details > summary { padding: 0.625rem 0.75rem; }
.failure > details > summary code { font-weight: 600; }
.failure .folded { padding: 0 0.75rem 0.75rem; }
dl { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0.5rem 1rem; margin: 0.75rem 0 0; }
dt { color: var(--soft); font-size: 0.875rem; }
dd { margin: 0; min-width: 0; }
dd strong { font-weight: 600; }
.count { color: var(--soft); font-size: 0.875rem; }
.classes summary { display: grid; grid-template-columns: 11rem minmax(3rem, 1fr) 3.5rem 14rem; gap: 0.75rem; align-items: center; }
.classes .folded summary { display: list-item; }
.classes .class::before { content: "▸ "; color: var(--soft); }
.classes details[open] > summary .class::before { content: "▾ "; }
.percent { text-align: right; font-variant-numeric: tabular-nums; }
.bar { height: 0.375rem; background: var(--line); border-radius: 1rem; overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--good); }
.plain { margin: 0; padding: 0; list-style: none; font-size: 0.875rem; }
.plain li { padding: 0.125rem 0; overflow-wrap: anywhere; }
.plain small { display: inline; }
@media (max-width: 40rem) {
  body { padding: 1.25rem 0.75rem 3rem; }
  .api { margin-inline: -0.25rem; padding: 1rem 0.75rem; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tbody th, .matrix th[scope=row] { min-width: 0; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; }
  th, td { padding: 0.125rem 0; border: 0; }
  td { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0.75rem; }
  .matrix td:has(.none) { display: none; }
  td::before { content: attr(data-column); color: var(--soft); font-size: 0.8125rem; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0.125rem; }
  dt { margin-top: 0.5rem; }
  .folded { padding-left: 0.25rem; }
  .classes summary { grid-template-columns: minmax(0, 1fr) auto; gap: 0.125rem 0.75rem; }
  .classes .bar { grid-column: 1 / -1; grid-row: 2; }
  .classes .count { grid-column: 1 / -1; }
}
@media print { .api { break-inside: auto; border: 0; padding: 0; } pre { max-height: none; } }
`;
