/** The ways that diffraction is reckoned over, and what is to be known of the wave and the ground. */

export interface DiffractionPath {
  /** km from the transmitter, rising, the first 0 and the last that of the receiver; at least three. */
  readonly distances: Float64Array;
  /** Metres above sea level of what blocks: the ground, and between the ends what stands on it. */
  readonly heights: Float64Array;
  /** Metres above sea level of the bare ground, where `heights` has trees and houses on it. */
  readonly ground?: Float64Array;
  /** Metres above sea level of the antennas. */
  readonly transmitter: number;
  readonly receiver: number;
}

export interface DiffractionOptions {
  /** MHz. */
  readonly frequency: number;
  readonly polarisation: "horizontal" | "vertical";
  /** Relative permittivity of the ground. */
  readonly permittivity: number;
  /** Conductivity of the ground, S/m. */
  readonly conductivity: number;
  /** km: the Earth's radius as the bent ray sees it. */
  readonly radius: number;
  /** The share of the way that is over sea, 0 to 1; 0 by default. */
  readonly sea?: number;
}

/** Metres from MHz, with the speed of light rounded as P.1812 and its logs do: 0.0001 dB from the exact one. */
export const roundedWavelength = (frequency: number): number => 299.8 / frequency;
