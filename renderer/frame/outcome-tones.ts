import type { NewsTone } from '../../shared/ipc/news.ts';

/** Two short, soft notes each: rising where it is paid, falling where somebody is needed. No file, and so nothing to load. */
const notes: Record<NewsTone, readonly number[]> = { paid: [523.25, 783.99], 'needs-you': [523.25, 392] };
const APART_S = 0.16;
const LASTS_S = 0.32;
const LOUDNESS = 0.16;

let context: AudioContext | null = null;

/** A PC without a sound device plays nothing, and that is no fault. */
export function playTone(tone: NewsTone): void {
  try {
    context ??= new AudioContext();
    void context.resume();
    const begin = context.currentTime + 0.02;
    for (const [index, pitch] of notes[tone].entries()) note(context, pitch, begin + index * APART_S);
  } catch {
    context = null;
  }
}

function note(audio: AudioContext, pitch: number, at: number): void {
  const sound = new OscillatorNode(audio, { type: 'sine', frequency: pitch });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  // No click at the beginning and the end.
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + LASTS_S);
  sound.connect(volume).connect(audio.destination);
  sound.start(at);
  sound.stop(at + LASTS_S);
}
