/** A voice, recorded here at a rate that a minute of it is some 120 kB. */
const RATE = 16_000; // bits a second; speech stays clear
const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

interface Recording {
  readonly stop: () => void;
  readonly whole: Promise<Blob>;
}

/** @throws Error where the person or the device says no */
export async function startRecording(): Promise<Recording> {
  const sound = await navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, noiseSuppression: true },
  });
  const kind = KINDS.find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(sound, {
    audioBitsPerSecond: RATE,
    ...(kind !== undefined && { mimeType: kind }),
  });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const whole = new Promise<Blob>((done) =>
    recorder.addEventListener("stop", () => {
      for (const track of sound.getTracks()) track.stop();
      done(new Blob(parts, { type: recorder.mimeType }));
    }),
  );
  recorder.start(1000);
  return { stop: () => recorder.stop(), whole };
}
