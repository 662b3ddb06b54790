/** Initials and a hue from a name: the same name looks the same everywhere. */
export function initials(name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => /\p{L}/u.test(word));
  const first = letter(words.at(0));
  const last = words.length > 1 ? letter(words.at(-1)) : '';
  return (first + last).toLocaleUpperCase() || '?';
}

function letter(word: string | undefined): string {
  return word?.match(/\p{L}/u)?.[0] ?? '';
}

/** 0 to 359; FNV-1a, because neighbours in the alphabet should not look alike. */
export function hue(name: string): number {
  let hash = 0x811c9dc5;
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % 360;
}
