/** The style of a report: ink on paper, one warm line; made to be printed. */
export const STYLE = `
:root{color-scheme:light;--ink:#1a2e28;--dim:#5c6b65;--warm:#c2350a;--paper:#fff;--rule:#c9d1cc}
body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:2rem;line-height:1.15;margin:0 0 .5rem}h2{font-size:1.25rem;margin:2rem 0 .5rem;border-top:2px solid var(--ink);padding-top:.4rem}
.lead{font-size:1.15rem}.note{border-inline-start:4px solid var(--warm);padding-inline-start:.8rem}.small,figcaption{font-size:.85rem;color:var(--dim)}
.figures{font-size:1.15rem}figure{margin:1rem 0}svg{display:block;width:100%;height:auto}
details summary{cursor:pointer}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.85rem}th,td{text-align:start;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--rule)}
.n{text-align:end;font-variant-numeric:tabular-nums}td.n{white-space:nowrap}
svg path{stroke:var(--ink)}:where(svg path:not([fill])){fill:none}svg text{font-size:15px;fill:var(--dim)}
path.thread{stroke:var(--warm);stroke-width:2}path.reach{stroke:var(--warm);stroke-width:1;stroke-dasharray:2 4}
path.axis{stroke:var(--rule)}path.ground{fill:#dfe6e1;stroke:var(--ink)}path.zone{fill:#c2350a22;stroke:none}
circle{fill:none;stroke:var(--ink)}circle.cell{fill:var(--ink)}circle.ring{stroke-dasharray:2 2}
circle.pin{fill:var(--warm);stroke:var(--paper)}circle.pin.open{fill:var(--paper);stroke:var(--warm)}circle.halo{stroke:var(--warm)}
@media print{body{margin:0;font-size:11pt}details>summary{display:none}details::details-content{content-visibility:visible;block-size:auto}h2{break-after:avoid}figure,tr{break-inside:avoid}}
`;
