/** What is judged together, and in which pieces it is looked at. */

export const RATE = 8000; // samples a second
export const WINDOW = 2 * RATE; // samples that are judged together
export const STEP = RATE / 2; // samples from one window of a stream to the next
export const BANDS = 24;
export const LOWEST = 60; // Hz, of the bands
export const HIGHEST = 3900;

export const SHORT = 256; // samples of a frame of the bands: 32 ms
export const SHORT_HOP = 125; // so that windows of a stream share their frames
export const LONG = 2048; // of a frame of the comb: 256 ms, 3.9 Hz a bin
export const LONG_HOP = 1000;
export const FRAMES = Math.floor((WINDOW - SHORT) / SHORT_HOP) + 1;
export const LONG_FRAMES = Math.floor((WINDOW - LONG) / LONG_HOP) + 1;

export const FLOOR = 1e-9; // of full scale, as power: what a recorder's own noise is at the least

export const decibels = (power: number): number => 10 * Math.log10(power);
