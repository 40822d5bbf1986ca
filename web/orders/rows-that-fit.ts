import { useSyncExternalStore } from 'react';

/** What stands above the cards of a wall, and how high a card is at the most, with what its lane says below. */
const HEAD_PX = 180;
const CARD_PX = 214;

/** How many cards of a lane the screen holds without anybody scrolling; one at least. */
export function useRowsThatFit(): number {
  return useSyncExternalStore(subscribe, rowsNow);
}

function rowsNow(): number {
  return Math.max(1, Math.floor((window.innerHeight - HEAD_PX) / CARD_PX));
}

function subscribe(tell: () => void): () => void {
  window.addEventListener('resize', tell);
  return () => window.removeEventListener('resize', tell);
}
