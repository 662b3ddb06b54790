import { expect, test } from 'vitest';
import { answering, type Told } from './answering';
import { Troubled } from './troubled';

const commands = {
  double: async (n: number): Promise<Told<number>> => ({ status: 'ok', data: 2 * n }),
  open: async (): Promise<Told<null>> => ({ status: 'error', error: { kind: 'busy' } }),
  version: async (): Promise<string> => '1.0',
};

test('a deed answers with the data alone', async () => {
  expect(await answering(commands).double(21)).toBe(42);
});

test('a trouble is thrown with its kind', async () => {
  const refused = answering(commands).open();
  await expect(refused).rejects.toBeInstanceOf(Troubled);
  await expect(refused).rejects.toMatchObject({ trouble: { kind: 'busy' } });
});

test('a command that cannot fail answers as it is', async () => {
  expect(await answering(commands).version()).toBe('1.0');
});
