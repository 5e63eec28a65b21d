import type { Endpoint } from '../endpoint.ts';
import { foundPeople, peopleQuery } from '../people.ts';

export const peopleEndpoints = {
  findPeople: {
    method: 'GET',
    path: '/api/people',
    summary:
      'People by anything that whoever searches may see of them: names first, then other fields; without words, everybody by name',
    access: 'employee',
    query: peopleQuery,
    status: 200,
    answer: foundPeople,
  },
} as const satisfies Record<string, Endpoint>;
