import { expect, test } from 'vitest';
import { today } from './today';

const none = { waiting: 0, promises: 0, reminders: 0, days: 0, losingTouch: 0 };

test.each([
  [none, ''],
  [{ ...none, waiting: 1 }, 'One person waits for an answer.'],
  [{ ...none, waiting: 13, promises: 2 }, '13 people wait for an answer, two promises are due.'],
  [{ ...none, promises: 1, reminders: 1 }, 'One promise and one reminder are due.'],
  [{ ...none, losingTouch: 2 }, 'Nobody waits for you. Two people might like to hear from you.'],
  [{ ...none, days: 1 }, 'Nobody waits for you. One day to remember comes soon.'],
])('a morning is summed up in a sentence: %o', (morning, said) => {
  expect(today.sum(morning)).toBe(said);
});
