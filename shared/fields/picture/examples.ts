import type { FieldExamples } from '../field-kind.ts';
import { mostUploadedBytes, type Picture } from './picture.ts';
import type { PictureSettings } from './schema.ts';

const sha256 = '4f'.repeat(32);

export const pictureExamples: FieldExamples<Picture, PictureSettings> = {
  context: { settings: { maxBytes: 102_400, maxEdge: 648 } },
  accepted: [{ input: { sha256 }, value: { sha256 }, written: [sha256] }],
  refused: [
    { input: '/9j/', rule: 'notPicture' },
    { input: null, rule: 'notPicture' },
    { input: {}, rule: 'notPicture' },
    { input: { sha256: 'ABC' }, rule: 'notPicture' },
    { input: { sha256, base64: '/9j/' }, rule: 'notPicture' },
    { input: { base64: '/9j/!' }, rule: 'notPicture' },
    { input: { base64: '' }, rule: 'notPicture' },
    { input: { base64: 'iVBORw0KGgo=' }, rule: 'notJPEG' },
    { input: { base64: 'PGh0bWw+' }, rule: 'notJPEG' },
    { input: { base64: '/9j/'.repeat(mostUploadedBytes / 3 + 1) }, rule: 'tooManyBytes' },
  ],
  found: [
    { values: [], value: undefined },
    { values: [sha256, '00'.repeat(32)], value: { sha256 } },
  ],
  faultySettings: [{ maxBytes: 1 }, { maxBytes: '1 MB' }, { maxEdge: 100_000 }, { options: [] }],
};
