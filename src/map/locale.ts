/** MapLibre's own strings, in French: labels of the controls that the map draws itself. */
export const LOCALE: Readonly<Record<string, string>> = {
  "AttributionControl.ToggleAttribution": "Sources de la carte",
  "Map.Title": "Fond de carte",
  "ScaleControl.Meters": "m",
  "ScaleControl.Kilometers": "km",
};
