import type { Vault } from '#src/vault/vault.ts';
import type { TakenOut } from '#src/workflow/prepare-payload.ts';

/** The tokens of the telephone numbers among sealed values; what is no number has none. */
export function phoneTokensOf(vault: Pick<Vault, 'phoneToken'>, takenOut: readonly TakenOut[]): Buffer[] {
  return takenOut.flatMap(({ isPhone, text }) => (isPhone ? (vault.phoneToken(text) ?? []) : []));
}
