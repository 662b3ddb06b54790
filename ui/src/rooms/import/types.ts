/** The values of this room, by the deeds that answer them. */
import type { Desk } from '../../bridge/desk';

type Answer<K extends keyof Desk> = Awaited<ReturnType<Desk[K]>>;

export type ImportPlan = Answer<'planImport'>;
export type ImportChoices = Parameters<Desk['settleImport']>[1];
export type ImportSummary = Answer<'settleImport'>['value'];
export type ImportRow = Answer<'listImports'>[number];
export type Snag = Answer<'importSnags'>[number];
export type DayOrderAsked = ImportPlan['day_order'][number];
export type DayOrder = NonNullable<Parameters<Desk['planImport']>[2]>;
export type Unsure = ImportPlan['unsure'][number];
export type OwnerFound = ImportPlan['owner'];
export type Identity = OwnerFound['known'][number];
export type SampleRow = ImportPlan['sample'][number];
export type PlannedFile = ImportPlan['files'][number];
export type Counts = Pick<ImportSummary, 'contacts' | 'interactions' | 'notes' | 'automated'>;
