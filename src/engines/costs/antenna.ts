/** What a dish gains. */

const LIGHT = 299.792458; // m/µs, so that MHz give metres

/**
 * dBi of a parabolic dish: 10 log10(η (π D / λ)²), the gain of an aperture. ITU-R F.699 estimates 20 log10(D / λ) + 7.7,
 * which is η = 0.6; 0.55 is an assumption that gives 0.4 dB less.
 * @param diameter m
 * @param mhz MHz
 */
export const dishGain = (diameter: number, mhz: number, efficiency = 0.55): number =>
  10 * Math.log10(efficiency * ((Math.PI * diameter * mhz) / LIGHT) ** 2);

/**
 * Degrees between the directions in which a dish of this gain loses 3 dB: 70 λ / D (ITU-R F.699), the figure for a dish
 * that is lit less towards its rim; one lit evenly has 58 λ / D.
 * @param gain dBi
 */
export const dishBeam = (gain: number, efficiency = 0.55): number =>
  Math.min(360, (70 * Math.PI) / Math.sqrt(10 ** (gain / 10) / efficiency));

/**
 * dBm that a receiver needs: thermal noise of the channel, the receiver's own noise, and the ratio that the modulation asks for.
 * @param bandwidth MHz
 * @param noiseFigure dB
 * @param snr dB
 */
export const sensitivityOf = (bandwidth: number, noiseFigure: number, snr: number): number =>
  -174 + 10 * Math.log10(bandwidth * 1e6) + noiseFigure + snr;
