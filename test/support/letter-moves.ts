/** Payloads of a warning letter, shared by its promises and the proof of its paths. */
export const CALL = { relation: 'spouse', reporter: 'survivor', priorReports: 0, fragile: [] } as const;
export const SCENE = { separated: true, injured: true, wontStop: false, publicPlace: false } as const;

const sealed = { sealed: 's' };
export const LETTER = {
  letterNo: sealed,
  identities: true,
  facts: sealed,
  admits: true,
  victimStatement: true,
  witness: false,
  evidence: [],
  lawBasis: ['advl_16'],
  ban: true,
  consequence: true,
} as const;
export const DELIVERED = {
  readAloud: true,
  signed: true,
  refusalNoted: false,
  recorded: false,
  victimCopy: true,
  orderRightTold: true,
} as const;

export const EDUCATED = { ground: 'trivial' } as const;
export const MEDIATED = { agreedAlone: true, rightsTold: true } as const;
export const CLEAN = {
  finding: 'clean',
  victimApart: true,
  offenderSeen: true,
  withCommittee: true,
} as const;
