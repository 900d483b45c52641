/** What a dish gains. */

const LIGHT = 299.792458; // m/µs, so that MHz give metres

/**
 * dBi of a parabolic dish: 10 log10(η (π D / λ)²), the gain of an aperture (for example ITU-R F.699, where η is about 0.55).
 * @param diameter m
 * @param mhz MHz
 */
export const dishGain = (diameter: number, mhz: number, efficiency = 0.55): number =>
  10 * Math.log10(efficiency * ((Math.PI * diameter * mhz) / LIGHT) ** 2);

/**
 * dBm that a receiver needs: thermal noise of the channel, the receiver's own noise, and the ratio that the modulation asks for.
 * @param bandwidth MHz
 * @param noiseFigure dB
 * @param snr dB
 */
export const sensitivityOf = (bandwidth: number, noiseFigure: number, snr: number): number =>
  -174 + 10 * Math.log10(bandwidth * 1e6) + noiseFigure + snr;
