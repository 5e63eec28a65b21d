import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';

export const pictureEndpoints = {
  getPicture: {
    method: 'GET',
    path: '/api/people/:id/pictures/:sha256',
    summary: 'A picture that a field of this person shows, by its hash',
    access: 'employee',
    params: z.strictObject({
      id: z.string().check(z.minLength(1), z.maxLength(64)),
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/u, { error: 'is no SHA-256 in hexadecimal' })),
    }),
    status: 200,
    answer: z.custom<Uint8Array>((answer) => answer instanceof Uint8Array),
    mediaType: 'image/jpeg',
    cacheSeconds: 86_400,
  },
} as const satisfies Record<string, Endpoint>;
