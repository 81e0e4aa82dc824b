import { docStyle } from "./style-sheet-doc.ts";

/**
 * The style of the page: system fonts, two schemes of colours that both keep a contrast of at least 4.5 to 1. It has the
 * colours and the type of the contract report, whose reader it shares.
 */
export const styleSheet = `
:root {
  --paper: #fbfbfa; --sheet: #ffffff; --ink: #1d2126; --soft: #555d66; --line: #dcdfe3; --wash: #f1f2f4;
  --good: #0f6b36; --good-wash: #e5f4ea; --bad: #b0201a; --bad-wash: #fdeceb; --open: #7a4b00; --open-wash: #fbf0d9;
  --good-mark: #b9e3c8; --bad-mark: #f8c9c5; --link: #0b57a4;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --sheet: #1b1f24; --ink: #e4e7eb; --soft: #a3acb6; --line: #343a42; --wash: #242930;
    --good: #7fd99a; --good-wash: #16301f; --bad: #ffaaa3; --bad-wash: #3d1c1b; --open: #efc46c; --open-wash: #37290d;
    --good-mark: #23593a; --bad-mark: #722f2b; --link: #8cc2ff;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2.5rem 2rem 4rem; max-width: 84rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
}
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.25rem 0.75rem; background: var(--sheet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 0; font-size: 1.375rem; line-height: 1.3; overflow-wrap: anywhere; }
header h2 { margin-top: 2rem; font-size: 1.0625rem; }
h3 { margin: 2.25rem 0 0.5rem; font-size: 1.125rem; }
h4 { margin: 1.25rem 0 0.5rem; font-size: 0.9375rem; }
h5 { margin: 1.25rem 0 0.375rem; font-size: 0.875rem; }
p { margin: 0.5rem 0; max-width: 46rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
.wide { max-width: none; }
.lead { margin-bottom: 0.5rem; color: var(--soft); font-size: 1.125rem; }
.origin { color: var(--soft); font-size: 0.875rem; overflow-wrap: anywhere; }
header .origin { margin-bottom: 1.5rem; }
main tbody th { width: 45%; }
.api { margin-top: 2rem; padding: 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.5rem; }
.contents { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 1rem 0 0; padding: 0; list-style: none; font-size: 0.9375rem; }
.tally { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
.verdict, .mark { display: inline-block; padding: 0.05rem 0.5rem; border-radius: 0.25rem; font-size: 0.875rem; font-weight: 600; letter-spacing: 0; white-space: nowrap; }
h2 .verdict { margin-left: 0.25rem; vertical-align: 0.125rem; }
.verdict.good { background: var(--good-wash); color: var(--good); }
.verdict.bad { background: var(--bad-wash); color: var(--bad); }
.verdict.open { background: var(--open-wash); color: var(--open); }
.verdict.plain, .mark { background: var(--wash); color: var(--soft); }
.mark { font-size: 0.8125rem; }
.mark.lost { background: var(--bad-wash); color: var(--bad); }
.mark.won { background: var(--good-wash); color: var(--good); }
code, pre { font-family: var(--mono); font-size: 0.8125rem; }
code { overflow-wrap: anywhere; }
pre { margin: 0; padding: 0.5rem 0.75rem; background: var(--wash); border-radius: 0.25rem; white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { font-size: inherit; }
small { display: block; color: var(--soft); font-size: 0.8125rem; font-weight: 400; overflow-wrap: anywhere; }
table { width: 100%; margin: 0.5rem 0; border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
caption { padding: 0.25rem 0; text-align: left; color: var(--soft); font-size: 0.875rem; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
tbody th { min-width: 12rem; font-weight: 500; overflow-wrap: anywhere; }
tbody tr:last-child > * { border-bottom: 0; }
td { overflow-wrap: anywhere; }
.method { font: 600 0.8125rem var(--mono); }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { padding: 0.5rem 0.25rem; cursor: pointer; overflow-wrap: anywhere; }
summary:hover { background: var(--wash); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
:target { outline: 2px solid var(--link); outline-offset: 0.25rem; border-radius: 0.125rem; }
.folded { padding: 0 0 1rem 1.25rem; }
.finding { margin: 0.75rem 0; border: 1px solid var(--line); border-left: 3px solid var(--bad); border-radius: 0.25rem; }
.finding > details { border: 0; }
.finding > details > summary { padding: 0.625rem 0.75rem; }
.finding > details > .folded { padding: 0 0.75rem 0.75rem; }
.finding dd details { border: 0; }
.finding dd summary { padding: 0.125rem 0; color: var(--soft); font-size: 0.875rem; }
.finding dd .folded { padding: 0.25rem 0 0; }
.message { font-weight: 600; }
.message code { font-size: 0.875rem; }
.status, .count, .times { color: var(--soft); font-size: 0.875rem; font-weight: 400; }
.none { color: var(--soft); }
.facts { display: grid; grid-template-columns: minmax(0, 8fr) minmax(0, 5fr); gap: 0 2rem; scroll-margin-top: 4rem; }
.facts dl { align-content: start; }
.facts dl + dl { grid-template-columns: 5.5rem minmax(0, 1fr); }
dl { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: 0.5rem 1rem; margin: 0.25rem 0 0; font-size: 0.9375rem; }
dt { color: var(--soft); font-size: 0.875rem; }
dd { margin: 0; min-width: 0; }
dd p { margin: 0 0 0.25rem; }
dd pre + p { margin-top: 0.5rem; }
dd pre { display: inline-block; max-width: 100%; }
.lost-value pre { background: var(--bad-wash); }
.won-value pre { background: var(--good-wash); }
.list { margin: 0; padding: 0; list-style: none; font-size: 0.9375rem; }
.list li { padding: 0.0625rem 0; overflow-wrap: anywhere; }
td .list { font-size: 0.875rem; }
ul.list small { display: inline; }
ins, del { color: inherit; text-decoration: none; border-radius: 0.125rem; }
ins { background: var(--good-mark); box-shadow: inset 0 -1px 0 var(--good); }
del { background: var(--bad-mark); box-shadow: inset 0 -1px 0 var(--bad); }
${docStyle}
@media (max-width: 46rem) {
  body { padding: 1.25rem 0.75rem 3rem; }
  .api { margin-inline: -0.25rem; padding: 1rem 0.75rem; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tbody th, main tbody th { width: auto; min-width: 0; }
  tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  tbody tr:last-child { border-bottom: 0; }
  th, td { padding: 0.125rem 0; border: 0; }
  td { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0.75rem; }
  td:has(.nil) { display: none; }
  td::before { content: attr(data-column); color: var(--soft); font-size: 0.8125rem; }
  .facts { grid-template-columns: minmax(0, 1fr); }
  dl, .facts dl + dl { grid-template-columns: minmax(0, 1fr); gap: 0.125rem; }
  dt { margin-top: 0.5rem; }
  .folded { padding-left: 0.25rem; }
}
@media print {
  :root { --paper: #ffffff; }
  body { padding: 0; max-width: none; font-size: 0.8125rem; }
  .skip { display: none; }
  .api { break-inside: auto; border: 0; padding: 0; }
  .finding, .row, tr { break-inside: avoid; }
  h2, h3, h4, h5, summary { break-after: avoid; }
  .finding > details::details-content, .operation::details-content { content-visibility: visible; block-size: auto; }
}
`;
