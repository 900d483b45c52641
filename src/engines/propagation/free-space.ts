/** Loss and field of a wave that nothing stands in the way of. */

/** m/s (SI). */
const LIGHT = 299_792_458;

/** Metres. @param frequency MHz */
export const wavelength = (frequency: number): number => LIGHT / (frequency * 1e6);

/**
 * Basic transmission loss of free space in dB: 20 log10(4 π d / λ). Source: ITU-R P.525-4, equation (4).
 * @param km
 * @param frequency MHz
 */
export const freeSpaceLoss = (km: number, frequency: number): number =>
  20 * Math.log10((4 * Math.PI * km * 1000) / wavelength(frequency));
