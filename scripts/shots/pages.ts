import type { District } from './district.ts';

/** A page of the console as somebody sees it. */
export type ShotPage = {
  /** Begins the name of its pictures. */
  readonly name: string;
  /** The pattern of `web/<work>/routes.ts` that it shows, `/` for the index; null for what stands outside of them. */
  readonly route: string | null;
  /** A login of the demo district; null: nobody is logged in. */
  readonly as: string | null;
  readonly path: (district: District) => string;
  /** Looks it has beside the usual ones. */
  readonly also?: readonly ('big' | 'print')[];
};

/**
 * Every page there is, for pictures (`npm run shots`), accessibility and weight. A house test asks that no route is
 * missing here.
 */
export const SHOT_PAGES: readonly ShotPage[] = [
  { name: 'login', route: null, as: null, path: () => '/' },
  { name: 'no-such-page', route: null, as: 'auditor1', path: () => '/nowhere' },
  { name: 'work', route: '/', as: 'manager1', path: () => '/' },
  { name: 'work-lawyer', route: '/', as: 'lawyer1', path: () => '/' },
  {
    name: 'consultation',
    route: 'consultations/:trackId',
    as: 'lawyer1',
    path: ({ consultationId }) => `/consultations/${consultationId}`,
  },
  {
    name: 'consultation-offer',
    route: 'consultations/:trackId/answer',
    as: 'lawyer1',
    path: ({ offerId }) => `/consultations/${offerId}/answer`,
  },
  {
    name: 'consultation-session',
    route: 'consultations/:trackId/session',
    as: 'lawyer1',
    path: ({ consultationId }) => `/consultations/${consultationId}/session`,
  },
  {
    name: 'consultation-application',
    route: 'consultations/:trackId/application',
    as: 'lawyer1',
    path: ({ consultationId }) => `/consultations/${consultationId}/application`,
    also: ['print'],
  },
  { name: 'call', route: '/call/:draftId?', as: 'operator1', path: () => '/call' },
  { name: 'call-kept', route: null, as: 'operator1', path: ({ draftId }) => `/call/${draftId}` },
  { name: 'callbacks', route: '/callbacks', as: 'operator1', path: () => '/callbacks' },
  {
    name: 'callback',
    route: '/callbacks',
    as: 'operator1',
    path: ({ trackId }) => `/callbacks?call=${trackId}`,
  },
  { name: 'shift', route: '/shift', as: 'operator2', path: () => '/shift' },
  { name: 'handoffs', route: '/handoffs', as: 'police1', path: () => '/handoffs' },
  { name: 'handoffs-out', route: '/handoffs', as: 'manager1', path: () => '/handoffs?box=out' },
  { name: 'cases', route: '/cases', as: 'manager1', path: () => '/cases' },
  {
    name: 'case',
    route: '/cases/:caseId',
    as: 'manager1',
    path: ({ caseId }) => `/cases/${caseId}`,
  },
  {
    name: 'case-track',
    route: '/cases/:caseId/tracks/:trackId',
    as: 'operator1',
    path: ({ caseId, trackId }) => `/cases/${caseId}/tracks/${trackId}`,
  },
  {
    name: 'case-order',
    route: '/cases/:caseId/tracks/:trackId',
    as: 'court1',
    path: ({ caseId, orderId }) => `/cases/${caseId}/tracks/${orderId}`,
  },
  {
    name: 'case-begin',
    route: '/cases/:caseId',
    as: 'manager1',
    path: ({ caseId }) => `/cases/${caseId}?open=protection-order`,
  },
  {
    name: 'case-form',
    route: '/cases/:caseId/tracks/:trackId',
    as: 'court1',
    path: ({ caseId, orderId }) => `/cases/${caseId}/tracks/${orderId}?event=document.served`,
  },
  { name: 'orders', route: '/orders', as: 'court1', path: () => '/orders', also: ['big', 'print'] },
  {
    name: 'orders-screen',
    route: '/orders/screen',
    as: 'court1',
    path: () => '/orders/screen',
    also: ['big'],
  },
  {
    name: 'orders-meeting',
    route: '/orders/meeting',
    as: 'court1',
    path: () => '/orders/meeting',
    also: ['print'],
  },
  { name: 'orders-corridor', route: '/orders/corridor', as: 'court1', path: () => '/orders/corridor' },
  {
    name: 'order-corridor',
    route: '/orders/corridor/:trackId',
    as: 'court1',
    path: ({ orderId }) => `/orders/corridor/${orderId}`,
  },
  {
    name: 'order',
    route: '/orders/:trackId',
    as: 'court1',
    path: ({ orderId }) => `/orders/${orderId}`,
    also: ['print'],
  },
  { name: 'work-operator', route: '/', as: 'operator1', path: () => '/?box=agency' },
  { name: 'rules', route: 'rules', as: 'court1', path: () => '/rules' },
  { name: 'rule', route: 'rules/:code', as: 'court1', path: () => '/rules/C2' },
  { name: 'deadlines', route: 'deadlines', as: 'court1', path: () => '/deadlines?box=agency' },
  { name: 'workflows', route: 'workflows', as: 'court1', path: () => '/workflows' },
  { name: 'workflow', route: 'workflows/:id', as: 'court1', path: () => '/workflows/protection-order' },
  { name: 'notices', route: 'notices', as: 'manager1', path: () => '/notices' },
];
