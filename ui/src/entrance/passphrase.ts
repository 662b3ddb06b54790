/** So many letters Rust asks of a passphrase; it is said before it is tried. */
const LEAST = 8;

export const isShort = (passphrase: string): boolean => [...passphrase].length < LEAST;
