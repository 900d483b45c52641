/** Sound as samples: of a file that the browser can play, and of the microphone. */
const RATE = 16_000; // samples a second to which a file is brought; the detector needs 8,000

/** @returns one channel, the mean of all @throws where the browser cannot read it */
export async function samplesOf(file: Blob): Promise<{ samples: Float32Array; rate: number }> {
  const context = new OfflineAudioContext(1, 1, RATE);
  const sound = await context.decodeAudioData(await file.arrayBuffer());
  const { length, numberOfChannels, sampleRate } = sound;
  const samples = new Float32Array(length);
  for (let c = 0; c < numberOfChannels; c += 1) {
    const channel = sound.getChannelData(c);
    for (let i = 0; i < length; i += 1) samples[i]! += channel[i]! / numberOfChannels;
  }
  return { samples, rate: sampleRate };
}

export interface Microphone {
  readonly rate: number;
  readonly stop: () => void;
}

/**
 * As it is, nothing taken out of it: what makes voices clear would take the motor away.
 * @throws where the person or the device says no
 */
export async function openMicrophone(
  script: string,
  heard: (samples: Float32Array) => void,
): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: {
      channelCount: 1,
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    },
  });
  const context = new AudioContext();
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  try {
    await context.audioWorklet.addModule(script);
    const node = new AudioWorkletNode(context, "microphone", { numberOfOutputs: 0 });
    node.port.addEventListener("message", ({ data }) => heard(data as Float32Array));
    node.port.start();
    context.createMediaStreamSource(stream).connect(node);
    await context.resume();
    return { rate: context.sampleRate, stop };
  } catch (error) {
    stop();
    throw error;
  }
}
