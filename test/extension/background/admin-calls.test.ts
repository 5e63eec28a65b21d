import { describe, expect, test } from 'vitest';
import { endpoints } from '#shared/contract/endpoints.ts';
import type { AdminEndpoint } from '../../../extension/admin-calls.ts';
import { createAdminCalls } from '../../../extension/background/admin-calls.ts';

const called: string[] = [];
const calls = createAdminCalls({
  call: async ({ path }) => {
    called.push(path);
    return { ok: true, value: undefined as never };
  },
});

const own = Object.entries(endpoints).filter(([, { path }]) => path.startsWith('/api/admin/'));
const also = ['getHealth', 'getSession', 'findPeople'];
const foreign = Object.keys(endpoints).filter((name) => !own.some(([admin]) => admin === name) && !also.includes(name));

describe('P3 the options page calls what is there for admins', () => {
  test.each([...own.map(([name]) => name), ...also])('%s is called', async (name) => {
    await calls.call({ name: name as AdminEndpoint, parts: {} });
    expect(called.at(-1)).toBe(endpoints[name as AdminEndpoint].path);
  });

  test.each([...foreign, 'constructor', 'noSuchEndpoint', ''])('%s is refused', async (name) => {
    const before = called.length;
    await expect(calls.call({ name: name as AdminEndpoint, parts: {} })).rejects.toThrow('does not call');
    expect(called).toHaveLength(before);
  });
});
