/** Of the documentation: two columns, of which a narrow screen makes one, and the lines of code that changed. */
export const docStyle = `
.operation { margin: 0.75rem 0; border: 1px solid var(--line); border-radius: 0.25rem; }
.operation > summary { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; padding: 0.625rem 0.75rem; }
.operation > summary::before { content: "▸"; color: var(--soft); }
.operation[open] > summary::before { content: "▾"; }
.operation > summary::-webkit-details-marker { display: none; }
.operation h4 { flex: 1 1 16rem; min-width: 0; margin: 0; font-size: 0.9375rem; overflow-wrap: anywhere; }
.operation h4 code { font-size: 0.875rem; }
.operation .marks { margin-left: auto; }
.operation .marks .verdict { font-size: 0.8125rem; }
.doc { padding: 0 0.75rem 0.75rem; font-size: 0.9375rem; scroll-margin-top: 4rem; }
.doc h5 { padding-top: 0.75rem; border-top: 1px solid var(--line); }
.row { --step: 1.125rem; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1rem; }
.side {
  position: relative; min-width: 0; padding: 0.25rem 0.5rem 0.25rem calc(1.25rem + var(--depth, 0) * var(--step)); overflow-wrap: anywhere;
  background: repeating-linear-gradient(to right, transparent 0 calc(var(--step) - 1px), var(--line) calc(var(--step) - 1px) var(--step)) 0.25rem 0 / calc(var(--depth, 0) * var(--step)) 100% no-repeat;
}
.side.empty { background: repeating-linear-gradient(-45deg, var(--wash) 0 4px, transparent 4px 8px); }
.row.gone > .base, .row.changed > .base { background-color: var(--bad-wash); }
.row.new > .head, .row.changed > .head { background-color: var(--good-wash); }
.heads { position: sticky; top: 0; z-index: 1; background: var(--sheet); border-bottom: 1px solid var(--line); color: var(--soft); font-size: 0.8125rem; font-weight: 600; }
.single .row { grid-template-columns: minmax(0, 1fr); }
.single .side.empty { display: none; }
.sign { position: absolute; left: 0.375rem; font: 600 0.875rem var(--mono); }
.base > .sign { color: var(--bad); }
.head > .sign { color: var(--good); }
.label { font-weight: 600; }
.label code { font-size: 0.875rem; }
.fact { color: var(--soft); font-size: 0.8125rem; }
.fact.type, .fact.component { font-family: var(--mono); }
.fact.component { font-style: italic; }
.fact.strong { color: var(--ink); font-weight: 600; }
.words::before, .strong::before { content: "· "; color: var(--soft); font-weight: 400; }
.label + .fact::before, ins > .fact::before, del > .fact::before, .side > .fact:first-child::before, .side > .unseen + .fact::before { content: none; }
.fact code { color: var(--ink); font-size: 0.78125rem; }
ins .fact, del .fact { color: inherit; }
.fact.value code { padding: 0 0.1875rem; border: 1px solid var(--line); border-radius: 0.1875rem; }
.prose { color: var(--soft); font-size: 0.875rem; }
.prose > :first-child { margin-top: 0; }
.prose > :last-child { margin-bottom: 0; }
.prose p, .prose ul, .prose ol, .prose blockquote, .prose pre { margin: 0.25rem 0; }
.prose ul, .prose ol { padding-left: 1.25rem; }
.prose blockquote { padding-left: 0.75rem; border-left: 3px solid var(--line); }
.prose table { width: auto; font-size: 0.8125rem; }
.prose table, .prose .plain-text { margin: 0.25rem 0; }
.prose th { min-width: 0; padding: 0.125rem 0.75rem 0.125rem 0; }
.prose td { display: table-cell; padding: 0.125rem 0.75rem 0.125rem 0; }
.plain-text { white-space: pre-wrap; }
.row.changed .prose, .row.gone > .base .prose, .row.new > .head .prose { color: var(--ink); }
.all-base { background: var(--bad-mark); }
.all-head { background: var(--good-mark); }
.side > pre { margin-top: 0.25rem; font-size: 0.78125rem; }
.row.changed .side > pre, .row.gone .side > pre, .row.new .side > pre { background: var(--sheet); }
.note { max-width: none; margin: 0.125rem 0 0.375rem; padding: 0.25rem 0.5rem 0.25rem calc(1.25rem + var(--depth, 0) * 1.125rem); border-left: 3px solid var(--line); background: var(--wash); font-size: 0.875rem; }
.note.bad { border-color: var(--bad); }
.note.open { border-color: var(--open); }
.note.good { border-color: var(--good); }
.note a { text-decoration: none; }
.note a:hover { text-decoration: underline; }
.note .verdict { font-size: 0.8125rem; }
.quiet { max-width: none; margin: 0.125rem 0; border: 0; color: var(--soft); font-size: 0.8125rem; }
details.quiet:last-of-type { border: 0; }
.quiet > summary, p.quiet { padding: 0.25rem 0.5rem 0.25rem calc(0.375rem + var(--depth, 0) * 1.125rem); }
.quiet code { font-size: 0.78125rem; }
.quiet > .row { font-size: 0.9375rem; color: var(--ink); }
.columns-of-code { margin-bottom: 0.75rem; border: 1px solid var(--line); border-radius: 0.25rem; }
.columns-of-code .row { gap: 0; }
.columns-of-code .side { padding: 0 0.5rem; line-height: 1.5; }
.columns-of-code .side.head { border-left: 1px solid var(--line); }
.columns-of-code code { white-space: pre-wrap; font-size: 0.78125rem; }
.declaration { margin-bottom: 0.5rem; }
.patch { padding: 0.25rem 0; line-height: 1.5; }
.line { display: block; padding: 0 0.75rem 0 6.25rem; text-indent: -5.5rem; }
.line i { display: inline-block; width: 3.25rem; margin-right: 0.5rem; padding-right: 0.5rem; color: var(--soft); font-style: normal; text-align: right; text-indent: 0; user-select: none; }
.line.lost { background: var(--bad-wash); }
.line.won { background: var(--good-wash); }
.side > pre .line { padding: 0; text-indent: 0; margin: 0 -0.75rem; padding: 0 0.75rem; }
.skipped { display: block; padding: 0.125rem 0.75rem; color: var(--soft); font: 0.8125rem/1.5 system-ui, sans-serif; }
@media (max-width: 46rem) {
  .row { grid-template-columns: minmax(0, 1fr); --step: 0.625rem; }
  .row.same > .base, .side.empty, .heads { display: none; }
  .columns-of-code .side.head { border-left: 0; }
  .line { padding-left: 3.75rem; text-indent: -3.25rem; }
  .line i { width: 2rem; margin-right: 0.25rem; padding-right: 0.25rem; }
  .operation .marks { margin-left: 0; }
  .prose table, .prose tbody, .prose tr, .prose th, .prose td { display: revert; }
}
`;
