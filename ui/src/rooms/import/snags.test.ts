import { expect, test } from 'vitest';
import { grouped } from './snags';

const date = 'the date makes no sense';

test('snags of a file stand together, and in it those of the same kind', () => {
  const groups = grouped([
    { file: 'a.csv', line: 3, why: date },
    { file: 'b.csv', line: null, why: 'it ends in the middle' },
    { file: 'a.csv', line: 9, why: date },
    { file: 'a.csv', line: 4, why: 'an unknown column' },
  ]);
  expect(groups).toEqual([
    {
      file: 'a.csv',
      count: 3,
      whys: [
        { why: date, lines: [3, 9], count: 2 },
        { why: 'an unknown column', lines: [4], count: 1 },
      ],
    },
    { file: 'b.csv', count: 1, whys: [{ why: 'it ends in the middle', lines: [], count: 1 }] },
  ]);
});
