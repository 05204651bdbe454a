import proj4 from "proj4";
import { type NumberColumn, numberValues, type Table } from "../domain/table";

/** EPSG:2154, RGF93 / Lambert-93 (IGN). RGF93 and WGS84 agree to better than a metre. */
const LAMBERT_93 = "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs";
const toWgs84 = proj4(LAMBERT_93, "WGS84");

/** Side of a cell of the fine grid, metres. */
export const CELL_SIDE = 500;

function degrees(name: string, values: Float64Array): NumberColumn {
  return { name, label: name, type: "nombre", unit: "degres", digits: 5, values };
}

/**
 * The cells table (`x`, `y`: lower-left corner, Lambert-93 metres) with `lon` and `lat` of each centre added,
 * EPSG:4326 degrees. Done once, when the table is read.
 */
export function addCellCentres(table: Table): Table {
  const x = numberValues(table, "x");
  const y = numberValues(table, "y");
  const lon = new Float64Array(table.length);
  const lat = new Float64Array(table.length);
  for (let row = 0; row < table.length; row++) {
    const [east, north] = toWgs84.forward([(x[row] ?? Number.NaN) + CELL_SIDE / 2, (y[row] ?? Number.NaN) + CELL_SIDE / 2]);
    lon[row] = east ?? Number.NaN;
    lat[row] = north ?? Number.NaN;
  }
  return { ...table, columns: [...table.columns, degrees("lon", lon), degrees("lat", lat)] };
}
