/** Paths as people call them. */
import { importing as words } from '../../words/import';

/** The last part of a path of any system. */
export const lastPart = (path: string): string => path.split(/[/\\]+/).findLast(Boolean) ?? path;

/** "linkedin.zip and 2 files more". */
export const named = (paths: readonly string[]): string => words.earlierFiles(paths.map(lastPart));
