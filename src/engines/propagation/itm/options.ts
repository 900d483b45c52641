/** What ITM asks to know besides the path. Names and ranges are NTIA's (ITM v1.4). */

export interface ItmOptions {
  /** MHz, 20 to 20,000. */
  readonly frequency: number;
  readonly polarisation: "horizontal" | "vertical";
  /** 1 equatorial, 2 continental subtropical, 3 maritime subtropical, 4 desert, 5 continental temperate, 6 maritime temperate over land, 7 over sea. */
  readonly climate: number;
  /** Surface refractivity reduced to sea level, N-units, 250 to 400. */
  readonly refractivity: number;
  /** Relative permittivity of the ground. */
  readonly permittivity: number;
  /** Conductivity of the ground, S/m. */
  readonly conductivity: number;
  /**
   * Mode of variability: 0 single message, 1 accidental, 2 mobile, 3 broadcast. Plus 10: places do not vary, since the
   * path is known; plus 20: nor do situations, as for interference; plus 30: neither.
   */
  readonly mdvar: number;
  /** Per cent, over 0 and below 100. */
  readonly time: number;
  readonly location: number;
  readonly situation: number;
}

export const ITM_DEFAULTS = {
  polarisation: "vertical",
  climate: 5,
  refractivity: 301,
  permittivity: 15,
  conductivity: 0.005,
  mdvar: 12,
  time: 50,
  location: 50,
  situation: 50,
} as const satisfies Omit<ItmOptions, "frequency">;
