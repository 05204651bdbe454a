interface Courbe {
  readonly nom: string;
  /** Both positive: the scales are logarithmic. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

interface Panneau {
  readonly titre: string;
  readonly courbes: readonly Courbe[];
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM, RIGHT] = [470, 340, 56, 44, 96, 34];
/** Told apart by the mark as much as by the colour (Okabe-Ito, dark enough on white). */
const STYLES = [
  { colour: "#0072b2", mark: "M-4,-4h8v8h-8z" },
  { colour: "#a34700", mark: "M0,-5L5,4L-5,4z" },
  { colour: "#00694d", mark: "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0" },
  { colour: "#7b2d6b", mark: "M0,-5L5,0L0,5L-5,0z" },
] as const;

const number = new Intl.NumberFormat("fr-FR", { maximumSignificantDigits: 2 });
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

interface Axe {
  readonly ticks: readonly number[];
  place(value: number): number;
}

/** Whole powers of ten around the values, laid between two places of the page. */
function logAxis(values: readonly number[], start: number, end: number): Axe {
  if (values.length === 0 || values.some((value) => !(value > 0))) throw new Error(`log scale of ${JSON.stringify(values)}`);
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(Math.ceil(Math.log10(Math.max(...values))), low + 1);
  const ticks = Array.from({ length: high - low + 1 }, (_, k) => 10 ** (low + k));
  return { ticks, place: (value) => Number((start + ((Math.log10(value) - low) / (high - low)) * (end - start)).toFixed(1)) };
}

function panel({ titre, courbes }: Panneau, abscisses: string, at: number): readonly string[] {
  const x = logAxis(courbes.flatMap((c) => c.points.map(([value]) => value)), at + LEFT, at + WIDTH - RIGHT);
  const y = logAxis(courbes.flatMap((c) => c.points.map(([, value]) => value)), HEIGHT - BOTTOM, TOP);
  const lines = [
    ...x.ticks.flatMap((tick) => [`<path class="grille" d="M${x.place(tick)},${TOP}V${HEIGHT - BOTTOM}"/>`, `<text x="${x.place(tick)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${number.format(tick)}</text>`]),
    ...y.ticks.flatMap((tick) => [`<path class="grille" d="M${at + LEFT},${y.place(tick)}H${at + WIDTH - RIGHT}"/>`, `<text x="${at + LEFT - 6}" y="${y.place(tick) + 4}" text-anchor="end">${number.format(tick)}</text>`]),
  ];
  const curves = courbes.flatMap(({ nom, points }, k) => {
    const { colour, mark } = STYLES[k % STYLES.length]!;
    const places = points.map(([a, b]) => `${x.place(a)},${y.place(b)}`);
    const [keyX, keyY] = [at + LEFT + (k % 2) * 190, HEIGHT - BOTTOM + 56 + 18 * Math.floor(k / 2)];
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${places.join(" ")}"/>`,
      ...places.map((place) => `<path fill="${colour}" transform="translate(${place})" d="${mark}"/>`),
      `<path fill="${colour}" transform="translate(${keyX},${keyY - 4})" d="${mark}"/><text x="${keyX + 12}" y="${keyY}">${escaped(nom)}</text>`,
    ];
  });
  return [
    `<text class="titre" x="${at + LEFT}" y="30">${escaped(titre)}</text>`,
    ...lines,
    `<text x="${at + (LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - BOTTOM + 34}" text-anchor="middle">${escaped(abscisses)}</text>`,
    ...curves,
  ];
}

/** Curves on logarithmic scales, one panel beside the other: a whole SVG document. Throws on a value that is not positive. */
export function tracer(titre: string, abscisses: string, panneaux: readonly Panneau[]): string {
  const width = WIDTH * panneaux.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" font-family="Noto Sans, sans-serif" font-size="12">`,
    `<title>${escaped(titre)}</title>`,
    "<style>.grille{stroke:#ccc;fill:none}.titre{font-weight:bold}</style>",
    `<rect width="${width}" height="${HEIGHT}" fill="#fff"/>`,
    ...panneaux.flatMap((each, k) => panel(each, abscisses, k * WIDTH)),
    "</svg>",
    "",
  ].join("\n");
}
