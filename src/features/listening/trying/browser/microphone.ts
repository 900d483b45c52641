/** Hands on what the microphone hears, in pieces of some tenths of a second; it runs where sound is worked on, and keeps nothing. */
interface Port {
  postMessage(samples: Float32Array, transfer: readonly ArrayBuffer[]): void;
}
/** The little that is used of the scope in which it runs. */
interface Scope {
  readonly AudioWorkletProcessor: new () => { readonly port: Port };
  registerProcessor(name: string, processor: new () => object): void;
}
const scope = globalThis as unknown as Scope;
const PIECE = 8192; // samples

class Microphone extends scope.AudioWorkletProcessor {
  held = new Float32Array(PIECE);
  filled = 0;

  process([input]: readonly (readonly Float32Array[])[]): boolean {
    const [samples] = input ?? [];
    if (!samples) return true;
    for (const one of samples) {
      this.held[this.filled++] = one;
      if (this.filled < PIECE) continue;
      this.port.postMessage(this.held, [this.held.buffer]);
      this.held = new Float32Array(PIECE);
      this.filled = 0;
    }
    return true;
  }
}

scope.registerProcessor("microphone", Microphone);
