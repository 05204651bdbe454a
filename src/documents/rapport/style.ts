/** The only style of a report: two A4 pages when printed, where the second part follows the first; two sheets on a screen. `.rapport` is the root, in a page of its own or within the application. */
export const STYLE_RAPPORT = `
.rapport { box-sizing: border-box; margin: 0 auto; max-width: 794px; color: #1b2a33; font: 12px/1.38 "Noto Sans", "Segoe UI", system-ui, sans-serif; overflow-wrap: break-word; }
.rapport * { box-sizing: border-box; }
.page { margin: 0 0 16px; padding: 26px 32px; background: #fffefb; border: 1px solid #d5d9da; }
header { border-bottom: 2px solid #17414f; padding-bottom: 6px; }
h1 { margin: 0; font-size: 23px; line-height: 1.15; }
h2 { margin: 12px 0 4px; font-size: 14px; color: #17414f; }
p { margin: 4px 0; }
.question { color: #45525b; font-size: 14px; }
.reponse { margin: 10px 0 0; padding: 9px 12px; border-left: 4px solid #17414f; background: #e8eff0; font-size: 14px; line-height: 1.4; }
.cartes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px 14px; align-items: end; margin-top: 10px; }
figure { margin: 0; }
figcaption, caption { padding: 0 0 3px; font-weight: 600; text-align: left; }
figure svg { display: block; width: 100%; height: auto; border: 1px solid #8b949a; }
.courbe { margin-top: 10px; }
.courbe svg { border: 0; max-width: 370px; }
.legende { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 6px 0 0; padding: 0; list-style: none; }
.legende li { display: flex; align-items: center; gap: 6px; }
.legende svg { flex: none; width: 20px; height: 13px; }
.regles { columns: 2; column-gap: 22px; margin: 0; font-size: 11px; }
.regles div { display: flex; justify-content: space-between; gap: 10px; break-inside: avoid; border-bottom: 1px dotted #c4cbcd; }
.regles dt { color: #45525b; }
.regles dd { margin: 0; text-align: right; }
table { width: 100%; border-collapse: collapse; margin-top: 10px; font-size: 11px; }
th, td { padding: 2.5px 5px; border-bottom: 1px solid #d5d9da; text-align: left; vertical-align: baseline; font-weight: 400; }
thead th { border-bottom: 1.5px solid #17414f; font-weight: 600; vertical-align: bottom; }
td, thead th + th { text-align: right; font-variant-numeric: tabular-nums; }
ul { margin: 3px 0; padding-left: 18px; }
.petit, .sources { color: #45525b; font-size: 10px; line-height: 1.35; }
.citations { columns: 2; column-gap: 22px; }
.citations li { break-inside: avoid; }
.sources { padding: 0; list-style: none; }
.sources li { display: inline; }
.sources li + li::before { content: " · "; }
.qualite { border-radius: 4px; padding: 0 4px; margin-right: 3px; }
.officiel { background: #e3f0e4; color: #24603a; }
.derive { background: #e2edef; color: #17414f; }
.illustratif { background: #fbf0d2; color: #6f4e00; }
@media (max-width: 620px) {
  .page { padding: 16px 14px; }
  .cartes { grid-template-columns: minmax(0, 1fr); }
  .regles { columns: 1; }
  .defile { overflow-x: auto; }
}
@media print {
  .rapport { max-width: none; font-size: 10.5px; line-height: 1.3; print-color-adjust: exact; }
  .page { margin: 0; padding: 0; border: 0; background: #ffffff; }
  h1 { font-size: 20px; }
  h2 { margin: 8px 0 3px; font-size: 12px; }
  .question, .reponse { font-size: 12px; }
  .regles, table { font-size: 10px; }
  .cartes { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .regles { columns: 2; }
  .petit, .sources { font-size: 8.5px; line-height: 1.28; }
  th, td { padding: 1.5px 4px; }
  .courbe svg { max-width: 250px; }
  tr, figure, li { break-inside: avoid; }
  h2 { break-after: avoid; }
  .defile { overflow: visible; }
}
`;

/** The sheet of paper, for a document of its own. */
export const FEUILLE_RAPPORT = "@page { size: A4 portrait; margin: 10mm 12mm; }\nbody { margin: 0; padding: 12px; background: #ebe8df; }\n@media print { body { padding: 0; background: none; } }\n";
