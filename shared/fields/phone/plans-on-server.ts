import * as plans from './numbering-plans.ts';

export type NumberingPlans = typeof plans;

/** The numbering plans of all countries; undefined while a page does not have them yet. */
export function numberingPlans(): NumberingPlans | undefined {
  return plans;
}

/** A server always has them. */
export async function loadNumberingPlans(): Promise<void> {}
