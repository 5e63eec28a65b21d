import type { Endpoint } from '#shared/contract/endpoint.ts';
import { endpoints } from '#shared/contract/endpoints.ts';
import { type AdminCall, alsoForAdmins } from '../admin-calls.ts';
import type { Result } from '../messages.ts';
import type { Account } from './account.ts';

/** Calls of the options page: by name, and of nothing but what is there for admins. */
export function createAdminCalls(account: Pick<Account, 'call'>) {
  return {
    async call({ name, parts }: AdminCall): Promise<Result<unknown>> {
      if (!mayCall(name)) throw new Error(`The options page does not call ${name}`);
      return account.call(endpoints[name] as Endpoint, parts);
    },
  };
}
export type AdminCalls = ReturnType<typeof createAdminCalls>;

function mayCall(name: string): boolean {
  if (!Object.hasOwn(endpoints, name)) return false;
  const { path } = endpoints[name as keyof typeof endpoints];
  return path.startsWith('/api/admin/') || alsoForAdmins.some((also) => also === name);
}
