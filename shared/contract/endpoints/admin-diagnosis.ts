import { keyParams } from '../admin.ts';
import {
  attributesQuery,
  diagnosis,
  directoryTestRequest,
  doctorQuery,
  doctorReport,
  schemaAttributes,
  writeTestRequest,
} from '../diagnosis.ts';
import type { Endpoint } from '../endpoint.ts';

/** What a directory can do, and what is wrong where it does not. */
export const adminDiagnosisEndpoints = {
  listAttributes: {
    method: 'GET',
    path: '/api/admin/directories/:key/attributes',
    summary: "The attributes of the directory's own schema, with the field types that they fit",
    access: 'admin',
    params: keyParams,
    query: attributesQuery,
    status: 200,
    answer: schemaAttributes,
  },
  testDirectory: {
    method: 'POST',
    path: '/api/admin/directories/:key/test',
    summary: 'Test the connection to a directory step by step, also of a definition that is not saved; writes nothing',
    access: 'systemAdmin',
    params: keyParams,
    body: directoryTestRequest,
    bodyIsOptional: true,
    status: 200,
    answer: diagnosis,
  },
  testWrite: {
    method: 'POST',
    path: '/api/admin/write-test',
    summary:
      'Test step by step whether attributes of a person can be written, by a real write that leaves them as they are',
    access: 'systemAdmin',
    body: writeTestRequest,
    status: 200,
    answer: diagnosis,
  },
  runDoctor: {
    method: 'POST',
    path: '/api/admin/doctor',
    summary: 'All tests for every directory and every mapped field',
    access: 'systemAdmin',
    query: doctorQuery,
    status: 200,
    answer: doctorReport,
  },
} as const satisfies Record<string, Endpoint>;
