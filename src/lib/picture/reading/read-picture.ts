import { MOST_BYTES } from './limits';
import { failed, type PictureReading } from './reading';
import { drawSvg, isSvg } from './svg';

/**
 * Reads a learner's picture from a file. Nothing is sent anywhere: the file is unpacked in this browser, in a
 * worker. What is too large to work with is scaled down; whatever was done to the picture is in the notes.
 *
 * @param signal gives the reading up: the promise is rejected with its reason
 */
export async function readPicture(file: Blob, signal?: AbortSignal): Promise<PictureReading> {
  if (file.size === 0) return failed({ code: 'empty' });
  if (file.size > MOST_BYTES) return failed({ code: 'too-many-bytes' });
  if (!(await isSvg(file))) return askWorker(file, [], signal);
  const drawn = await drawSvg(file);
  return drawn ? askWorker(drawn, [drawn], signal) : failed({ code: 'unsupported', format: 'SVG' });
}

/** A worker for one picture: when it ends, the memory that a large photograph took is free again. */
function askWorker(
  source: Blob | ImageBitmap,
  transfer: Transferable[],
  signal: AbortSignal | undefined
): Promise<PictureReading> {
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PictureReading>((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('message', (event: MessageEvent<PictureReading>) => resolve(event.data));
    // A script that did not arrive gives an event without a message; one that failed says why.
    worker.addEventListener('error', (event) =>
      resolve(failed({ code: event.message ? 'unreadable' : 'reader-missing' }))
    );
    worker.postMessage(source, transfer);
  }).finally(() => worker.terminate());
}
