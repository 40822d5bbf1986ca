import { createHash } from 'node:crypto';
import type { VaultRow } from '#src/store/step-rows.ts';
import type { CaseKey, Vault } from '#src/vault/vault.ts';
import type { TakenOut } from '#src/workflow/prepare-payload.ts';

/** Seals the values of one command. The log holds the digest of the sealed bytes, so that the chain covers them. */
export type Sealer = {
  /** Seals a value under its own id; gives SHA-256 of the sealed bytes, in hex. */
  readonly seal: (id: string, text: string) => string;
  /** What was sealed, as rows; `author` is who wrote it. */
  readonly rowsFor: (trackId: string | null, author: string, takenOut: readonly TakenOut[]) => VaultRow[];
};

/** A sealer under the key of one case. */
export function createSealer(vault: Pick<Vault, 'sealEntry'>, key: CaseKey): Sealer {
  const sealedById = new Map<string, Buffer>();
  return {
    seal: (id, text) => {
      const sealed = vault.sealEntry(key, id, text);
      sealedById.set(id, sealed);
      return digestOf(sealed);
    },
    rowsFor: (trackId, author, takenOut) =>
      takenOut.map(({ id, class: sealedClass, field }) => {
        const sealed = sealedById.get(id);
        if (sealed === undefined) throw new Error(`${field} was taken out and never sealed`);
        return { id, trackId, author, class: sealedClass, field, sealed };
      }),
  };
}

/** SHA-256 of sealed bytes, in hex: what a reference in the log carries. */
export function digestOf(sealed: Buffer): string {
  return createHash('sha256').update(sealed).digest('hex');
}
