/** The only style of the sheets: A4 portrait when printed, one column on a phone. */
export const STYLE = `
@page { size: A4 portrait; margin: 7mm 10mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 18px 24px; max-width: 794px; background: #fffefb; color: #1b2a33; font: 12px/1.35 "Noto Sans", "Segoe UI", system-ui, sans-serif; }
a { color: #0b5568; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #0b5568; outline-offset: 2px; }
h1 { margin: 0; font-size: 24px; line-height: 1.15; }
h2 { margin: 10px 0 4px; font-size: 14px; color: #17414f; }
p { margin: 3px 0; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 16px; border-bottom: 2px solid #17414f; padding-bottom: 5px; }
header p { color: #45525b; font-size: 13px; }
nav { font-size: 11px; white-space: nowrap; }
.haut { display: grid; grid-template-columns: minmax(0, 1fr) 216px; gap: 16px; margin-top: 9px; }
figure { margin: 0; }
figure svg { display: block; width: 100%; height: auto; border: 1px solid #8b949a; }
.cote > h2:first-child { margin-top: 0; }
.legende { margin: 0; padding: 0; list-style: none; }
.legende li { display: flex; align-items: center; gap: 7px; margin: 2px 0; }
.legende svg { flex: none; width: 20px; height: 20px; }
.petit { color: #45525b; font-size: 10px; line-height: 1.3; }
.lien { word-break: break-word; }
.vivant { display: flex; gap: 6px; align-items: flex-start; justify-content: space-between; }
.qr svg { display: block; width: 92px; height: 92px; }
table { width: 100%; border-collapse: collapse; margin-top: 9px; }
caption { text-align: left; font-size: 14px; font-weight: 600; color: #17414f; padding: 0 0 3px; }
th, td { padding: 2.5px 6px; border-bottom: 1px solid #d5d9da; vertical-align: baseline; text-align: left; font-weight: 400; }
thead th { border-bottom: 1.5px solid #17414f; font-weight: 600; font-size: 11px; vertical-align: bottom; }
tbody th[scope="rowgroup"] { background: #e8eff0; font-weight: 600; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
.ici { font-weight: 600; }
.index table { table-layout: fixed; }
.index thead th:first-child { width: 46%; }
.rien { color: #55616a; font-style: italic; font-weight: 400; }
.defile { overflow-x: auto; }
.sources { margin: 0; padding: 0; list-style: none; color: #45525b; font-size: 10px; line-height: 1.4; }
.sources li { display: inline; }
.sources li + li::before { content: " · "; }
.qualite { border-radius: 4px; padding: 0 4px; margin-right: 3px; }
.officiel { background: #e3f0e4; color: #24603a; }
.derive { background: #e2edef; color: #17414f; }
.illustratif { background: #fbf0d2; color: #6f4e00; }
.profil { table-layout: fixed; }
.profil th[scope="col"] { hyphens: manual; overflow-wrap: break-word; }
.profil thead th:first-child { width: 17%; }
.profil th, .profil td { padding: 2px 3px; }
.profil thead th { font-size: 9.5px; font-weight: 400; line-height: 1.1; }
.barre { display: block; width: 100%; height: 5px; margin-top: 1px; }
.plan ul { margin: 2px 0; padding-left: 18px; }
@media (max-width: 620px) {
  body { padding: 14px; font-size: 14px; }
  header { display: block; }
  .haut { grid-template-columns: minmax(0, 1fr); }
  .sources li { display: block; margin-bottom: 5px; }
  .sources li + li::before { content: none; }
  .sources, .petit { font-size: 12px; }
  th, td { padding: 3px 4px; font-size: 12px; overflow-wrap: break-word; }
  thead th { font-size: 11px; }
  nav { margin-top: 6px; font-size: 14px; }
  nav a { display: inline-block; padding: 6px 0; }
}
@media print {
  body { padding: 0; max-width: none; background: #ffffff; font-size: 9.9px; line-height: 1.22; print-color-adjust: exact; }
  h1 { font-size: 19px; }
  header p { font-size: 11.5px; }
  h2, caption { font-size: 11px; }
  h2 { margin: 4px 0 1px; }
  caption { padding-bottom: 1px; }
  header { padding-bottom: 2px; }
  .haut { grid-template-columns: 400px minmax(0, 1fr); margin-top: 5px; }
  .cote { columns: 2; column-gap: 12px; }
  .cote > * { break-inside: avoid; }
  table { margin-top: 4px; }
  th, td { padding: 1px 5px; }
  thead th { font-size: 9px; white-space: nowrap; }
  tbody td { line-height: 1.15; }
  .petit { font-size: 8.2px; line-height: 1.18; margin: 1px 0; }
  .sources { font-size: 7.2px; line-height: 1.22; }
  .legende svg { width: 14px; height: 14px; }
  .qr svg { width: 74px; height: 74px; }
  tbody th { white-space: nowrap; }
  .zones { font-size: 8px; white-space: nowrap; }
  .profil tbody th { white-space: normal; line-height: 1.05; }
  .profil thead th { font-size: 7.4px; white-space: normal; }
  .profil th, .profil td { padding: 0 2px; }
  .barre { height: 3.5px; margin-top: 0; }
  .dits { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 14px; }
  .dits > :only-child { grid-column: 1 / -1; }
  .plan p, .plan li { font-size: 9px; line-height: 1.2; }
  .plan p { margin: 1px 0; }
  .plan .petit { font-size: 7.8px; }
  nav { display: none; }
  tr, figure { break-inside: avoid; }
  .defile { overflow: visible; }
}
`;
