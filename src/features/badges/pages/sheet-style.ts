/** How certificates look on paper: black on white, one line in the campaign's colour, from the edge of the sheet to the code. */
export const SHEET_STYLE = `
@page{margin:0}
@page a4{size:297mm 210mm}
@page cards{size:210mm 297mm}
*{box-sizing:border-box;margin:0}
html{font-family:Seravek,"Gill Sans Nova",Ubuntu,"Segoe UI","Noto Sans",Roboto,system-ui,sans-serif;color:#000;background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h2,.what{font-family:"Iowan Old Style","Palatino Linotype","Noto Serif",Georgia,serif;font-weight:400;text-wrap:balance}
.bar{padding:1rem 1.25rem;background:#f4f4ee;display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline}
.bar h1{font-size:1.1rem}
.bar a{color:#000}
.a4{page:a4;position:relative;inline-size:297mm;block-size:210mm;padding:20mm 22mm 16mm 40mm;padding-inline:40mm 22mm;display:grid;grid-template-rows:auto 1fr auto;overflow:hidden;break-after:page;break-inside:avoid}
.a4::before{content:"";position:absolute;inset-block:0 0;inset-inline-start:22mm;border-inline-start:.7mm solid #c2350a}
.a4::after{content:"";position:absolute;inset-block-start:80mm;inset-inline-start:20.1mm;inline-size:4.5mm;block-size:4.5mm;border-radius:50%;background:#c2350a}
.a4 .issuer{font-size:15pt;letter-spacing:.02em}
.a4 .kind{font-size:11pt;color:#333}
.a4 .mid{align-self:center;max-inline-size:205mm}
.a4 h2{font-size:48pt;line-height:1.12}
.a4 h2.long{font-size:30pt}
.a4 .has{font-size:16pt;margin-block:5mm 3mm;color:#333}
.a4 .what{font-size:28pt;line-height:1.2}
.a4 .foot{display:flex;gap:12mm;align-items:flex-end;justify-content:space-between}
.a4 .text{display:grid;gap:3mm;font-size:10.5pt;line-height:1.4;max-inline-size:130mm}
.a4 .criteria{font-size:11.5pt}
.a4 .day{font-size:13pt}
.a4 .hand{margin-block-start:11mm;inline-size:70mm;border-block-start:.2mm solid #000;padding-block-start:1mm;font-size:9pt;color:#333}
.address{font-size:8.5pt;overflow-wrap:anywhere;color:#222}
svg{display:block;flex:none}
.cards{page:cards;inline-size:210mm;padding:8mm 19.4mm}
.cards p.fold{font-size:9pt;block-size:7mm}
.pair{display:flex;inline-size:171.2mm;block-size:54mm;break-inside:avoid;outline:.2mm dashed #777;margin-block-end:1.2mm}
.side{position:relative;inline-size:85.6mm;block-size:54mm;overflow:hidden}
.front{padding:5mm 5mm 4mm;padding-inline-start:11mm;display:flex;flex-direction:column}
.front::before{content:"";position:absolute;inset-block:0;inset-inline-start:6mm;border-inline-start:.5mm solid #c2350a}
.front .issuer{font-size:8.5pt}
.front h2{font-size:15pt;line-height:1.1;margin-block-start:auto}
.front h2.long{font-size:11pt}
.front .has{font-size:8pt;color:#333;margin-block:1.2mm .6mm}
.front .what{font-size:11.5pt;line-height:1.15}
.front .what.long{font-size:9pt}
.front .day{font-size:8pt;margin-block-start:auto}
.rear{border-inline-start:.2mm dotted #777;display:flex;align-items:center;gap:2mm;padding:1mm}
.rear p{font-size:6.5pt;line-height:1.3;overflow-wrap:anywhere}
@media screen{.a4,.pair{outline:1px solid #c6cabf}.stage{overflow-x:auto}}
@media print{.bar{display:none}.a4:last-child{break-after:auto}}
`;
