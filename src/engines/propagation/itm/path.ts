/**
 * One path on its way through ITM: a sheet that each step reads and fills. Whoever predicts many paths keeps one sheet,
 * so that a prediction allocates nothing. All lengths are metres, angles radians, losses dB.
 */
export class ItmPath {
  distance = Number.NaN; // NaN, not 0: V8 then keeps a double in the field from the start

  /** At sea level's refractivity and the path's mean height, N-units. */
  surfaceRefractivity = Number.NaN;
  /** Of the effective Earth. */
  radius = Number.NaN;

  /** Elevation of the horizon as seen from each end, its distance, and the effective height of the antenna. */
  angleTx = Number.NaN;
  angleRx = Number.NaN;
  horizonTx = Number.NaN;
  horizonRx = Number.NaN;
  effectiveTx = Number.NaN;
  effectiveRx = Number.NaN;
  /** Terrain irregularity. */
  deltaH = Number.NaN;

  /** Heights at the two ends of the last line that was fitted to the ground. */
  fitTx = Number.NaN;
  fitRx = Number.NaN;

  /** How far two antennas see over the smooth Earth; how far over this ground; and the angular distance of that. */
  smoothSight = Number.NaN;
  sight = Number.NaN;
  angleOfSight = Number.NaN;
  /** Of diffraction, what every distance shares: clutter; the way to both horizons as numerical distance, and the gain there. */
  clutter = Number.NaN;
  stretchOfEnds = Number.NaN;
  gainOfEnds = Number.NaN;
  /** The line of diffraction loss over distance: dB/m, and dB at 0. */
  slope = Number.NaN;
  intercept = Number.NaN;
  /** The frequency gain H_0 that troposcatter found last. */
  gain = Number.NaN;

  /** Attenuation beyond free space at the median of all. */
  reference = Number.NaN;
  /** 0 not set, 1 line of sight, 2 diffraction, 3 troposcatter. */
  mode = 0;
  warnings = 0;
  /** 0, or why ITM refused: one of ITM_CODES. */
  code = 0;
}
