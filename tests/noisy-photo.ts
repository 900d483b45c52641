/** A JPEG that does not compress. @param side in pixels */
import sharp from "sharp";

export function noisyPhoto(side: number): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: side, height: side, channels: 3, background: "#888", noise } })
    .jpeg()
    .toBuffer();
}
