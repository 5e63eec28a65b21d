import type { NumberingPlans } from './plans-on-server.ts';

let plans: NumberingPlans | undefined;

export function numberingPlans(): NumberingPlans | undefined {
  return plans;
}

/** They weigh as much as the rest of the editor, so a page shows itself before it has them. */
export async function loadNumberingPlans(): Promise<void> {
  plans ??= await import('./numbering-plans.ts');
}
