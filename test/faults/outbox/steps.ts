import type { CallOptions } from '#test/api/start-api.ts';

/** Where the server can be made to die, in the order in which a save passes it. */
export const steps = ['beforeJournal', 'journalled', 'planned', 'answered', 'settled', 'claimed'] as const;
export type Step = (typeof steps)[number];

export interface ServerOptions {
  readonly folder: string;
  readonly definition: Readonly<Record<string, unknown>>;
  readonly bindPassword: string;
  /** How far the clock is ahead, so that no lease of a dead server is waited for. */
  readonly secondsAhead: number;
}

export type Request = { readonly id: number } & (
  | { readonly kind: 'call'; readonly method: string; readonly path: string; readonly options: CallOptions }
  | { readonly kind: 'deliver' | 'history' | 'forgetTroubles' }
  | { readonly kind: 'dieAt'; readonly step: Step }
);
