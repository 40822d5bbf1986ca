import type { VaultRow } from '#src/store/step-rows.ts';
import type { CaseKey, Vault } from '#src/vault/vault.ts';
import type { TakenOut } from '#src/workflow/prepare-payload.ts';

/** Seals what was taken out of a payload, each under its own id, so that no row opens in another's place. */
export function vaultRowsOf(
  vault: Vault,
  key: CaseKey,
  trackId: string | null,
  takenOut: readonly TakenOut[],
): VaultRow[] {
  return takenOut.map((value) => ({
    id: value.id,
    trackId,
    class: value.class,
    field: value.field,
    sealed: vault.sealEntry(key, value.id, value.text),
  }));
}
