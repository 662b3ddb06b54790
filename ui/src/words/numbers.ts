/** Numbers as one says them. */
const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "three"; from thirteen on "13". */
export const inWords = (count: number): string => SMALL[count] ?? count.toLocaleString();

/** "three people", "one promise". */
export const counted = (count: number, one: string, many: string): string =>
  `${inWords(count)} ${count === 1 ? one : many}`;

/** "never", "once", "twice", "5 times". */
export const times = (count: number): string =>
  ['never', 'once', 'twice'][count] ?? `${inWords(count)} times`;

/** With a capital, as a sentence begins. */
export const begin = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
