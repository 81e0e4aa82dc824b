/** GitHub's look, as far as a comment and a diff need it. */
export const styleSheet = `
:root {
  --paper: #fff; --wash: #f6f8fa; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --link: #0969da; --code: #818b981f;
  --added: #dafbe1; --added-number: #aceebb; --removed: #ffebe9; --removed-number: #ffcecb; --hunk: #ddf4ff;
  --good: #1a7f37; --bad: #d1242f; --warn: #9a6700; --note: #59636e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0d1117; --wash: #151b23; --ink: #f0f6fc; --soft: #9198a1; --line: #3d444d; --link: #4493f8; --code: #656c7633;
    --added: #2ea04326; --added-number: #3fb9504d; --removed: #f851491a; --removed-number: #f851494d; --hunk: #388bfd1a;
    --good: #3fb950; --bad: #f85149; --warn: #d29922; --note: #9198a1;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 1012px; background: var(--paper); color: var(--ink);
  font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, "DejaVu Sans", sans-serif;
}
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
h1 { font-size: 24px; font-weight: 400; } h2 { font-size: 24px; font-weight: 400; margin: 0; }
article { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
article > h3 { margin: 1.5rem 0 0; font-size: 16px; }
.soft { color: var(--soft); font-weight: 300; }
.box { margin: 1rem 0; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.box > h3, .box > h4 { margin: 0; padding: 8px 16px; background: var(--wash); border-bottom: 1px solid var(--line); font-size: 14px; font-weight: 400; color: var(--soft); }
.box > h3 strong { color: var(--ink); } .box > h4 { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 12px; color: var(--ink); }
.label { padding: 0 6px; border: 1px solid var(--line); border-radius: 1em; font-size: 12px; }
.list { padding: 0; list-style: none; } .list li { padding: 8px 16px; } .list li + li { border-top: 1px solid var(--line); }
.check { font-size: 12px; font-weight: 600; white-space: nowrap; } .passed { color: var(--good); } .failed { color: var(--bad); }
.faults { padding: 8px 16px 8px 32px; border-color: var(--bad); color: var(--bad); overflow-wrap: anywhere; }
code, pre { font-family: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.markdown { padding: 16px; overflow-wrap: break-word; } .markdown > :first-child { margin-top: 0; } .markdown > :last-child { margin-bottom: 0; }
.markdown p, .markdown ul, .markdown details, .markdown table, .markdown pre { margin: 0 0 16px; }
.markdown h2, .markdown h3, .markdown h4 { margin: 24px 0 16px; font-weight: 600; line-height: 1.25; }
.markdown h2 { font-size: 1.5em; padding-bottom: .3em; border-bottom: 1px solid var(--line); } .markdown h3 { font-size: 1.25em; } .markdown h4 { font-size: 1em; }
.markdown code { padding: .2em .4em; border-radius: 6px; background: var(--code); font-size: 85%; white-space: break-spaces; }
.markdown pre { padding: 16px; border-radius: 6px; background: var(--wash); overflow: auto; font-size: 85%; line-height: 1.45; } .markdown pre code { padding: 0; background: none; font-size: 100%; white-space: pre; }
.markdown table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
.markdown th, .markdown td { padding: 6px 13px; border: 1px solid var(--line); } .markdown th { font-weight: 600; }
.markdown tbody tr:nth-child(2n) { background: var(--wash); }
.comment { max-width: 814px; }
.markdown sub { position: relative; bottom: -.25em; font-size: 75%; line-height: 0; vertical-align: baseline; }
.markdown ul { padding-left: 2em; } .markdown summary { cursor: pointer; }
.scroll { overflow-x: auto; }
.file table { width: 100%; border-collapse: collapse; font: 12px/20px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.file td { padding: 0 10px; } .file .number { width: 1%; min-width: 40px; color: var(--soft); text-align: right; } .file .sign { width: 1%; padding: 0 4px 0 10px; }
.file .text { white-space: pre; padding-left: 0; }
.added { background: var(--added); } .added .number { background: var(--added-number); }
.removed { background: var(--removed); } .removed .number { background: var(--removed-number); }
.hunk { background: var(--hunk); color: var(--soft); }
.file .notes { padding: 8px; border-block: 1px solid var(--line); background: var(--paper); font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, "DejaVu Sans", sans-serif; }
.annotation { position: sticky; left: 8px; max-width: min(940px, 100vw - 68px); margin: 8px; padding: 8px 16px; border: 1px solid var(--line); border-left: 4px solid var(--note); border-radius: 6px; background: var(--paper); }
.annotation.error { border-left-color: var(--bad); } .annotation.error .where strong { color: var(--bad); }
.annotation.warning { border-left-color: var(--warn); } .annotation.warning .where strong { color: var(--warn); }
.annotation p { margin: 0; } .annotation .where { color: var(--soft); font-size: 12px; overflow-wrap: anywhere; } .annotation .title { font-weight: 600; }
.annotation pre { margin: 4px 0 0; font-size: 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 600px) { .file .number:first-child { display: none; } .file td { padding: 0 6px; } .annotation { margin: 4px 0; padding: 8px; } }
`;
