import { Type } from 'typebox';
import { strict } from './strict.ts';
import { caseKeys, instant } from './view-schemas.ts';

const { id, status, risk, ownerAgency, tracks } = caseKeys;

/** How a case stood at a moment. */
export const pastView = strict({
  id,
  at: instant,
  seq: Type.Integer({ description: 'the last line of the log that had been recorded by then' }),
  status,
  risk,
  ownerAgency,
  tracks,
});
