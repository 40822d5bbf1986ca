import { copyFile, open, stat, truncate } from 'node:fs/promises';

/** The server's log, `DATA_DIR/postgres.log`, kept below about 10 MB: the older half is `postgres.log.1`. */
export type ServerLog = Disposable & {
  readonly path: string;
  /** A descriptor to hand to a child; the caller closes it. */
  readonly open: () => ReturnType<typeof open>;
  readonly sizeBytes: () => Promise<number>;
  /** What was written after a size, at most 64 KiB. */
  readonly readFrom: (sizeBytes: number) => Promise<string>;
};

const LIMIT_BYTES = 5_000_000;
// The server writes a few lines an hour; a minute's flood stays far below what a disk holds.
const LOOK_EVERY_MS = 60_000;

/** Opens the log and looks at its size now and then. */
export function openServerLog(path: string): ServerLog {
  const look = setInterval(() => void shorten(path).catch(() => undefined), LOOK_EVERY_MS);
  look.unref();
  return {
    path,
    open: async () => {
      await shorten(path);
      return open(path, 'a', 0o600);
    },
    sizeBytes: () => sizeOf(path),
    readFrom: (sizeBytes) => readFrom(path, sizeBytes),
    [Symbol.dispose]: () => clearInterval(look),
  };
}

/** The server keeps its descriptor, which appends: the file is copied and emptied, not renamed. */
async function shorten(path: string): Promise<void> {
  if ((await sizeOf(path)) <= LIMIT_BYTES) return;
  await copyFile(path, `${path}.1`);
  await truncate(path);
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function readFrom(path: string, position: number): Promise<string> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(65_536), position });
  return buffer.toString('utf8', 0, bytesRead);
}
