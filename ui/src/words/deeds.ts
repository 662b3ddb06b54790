/** Every deed in the owner's words: after it was done, and as the thing that is taken back. */
const said: Record<string, readonly [done: string, name: string]> = {
  import: ['Brought in', 'import'],
  'add-contact': ['Contact added', 'adding a contact'],
  'edit-contact': ['Contact changed', 'changing a contact'],
  'delete-contact': ['Contact deleted', 'deleting'],
  'merge-contacts': ['Merged into one', 'merging two contacts'],
  'unmerge-contact': ['Two contacts again', 'taking contacts apart'],
  'tell-apart': ['Kept apart', 'keeping two people apart'],
  'log-interaction': ['Logged', 'logging'],
  'remove-interaction': ['Removed from the timeline', 'removing from the timeline'],
  'mark-interaction': ['Marked', 'marking'],
  'edit-note': ['Note saved', 'saving a note'],
  'remove-note': ['Note removed', 'removing a note'],
  'edit-promise': ['Reminder saved', 'saving a reminder'],
  'remove-promise': ['Reminder removed', 'removing a reminder'],
  'edit-draft': ['Draft saved', 'saving a draft'],
  'remove-draft': ['Draft thrown away', 'throwing away a draft'],
  'mark-sent': ['Marked as sent', 'marking as sent'],
  'correct-act': ['Corrected', 'correcting'],
  'forget-learnt': ['Forgotten', 'forgetting what was learnt'],
  'mean-campaign': ['Campaign marked', 'what is meant to be the same'],
  'edit-circle': ['Circle saved', 'changing a circle'],
  'edit-group': ['Group saved', 'changing a group'],
  'edit-settings': ['Setting saved', 'changing a setting'],
  'edit-owner': ['Saved', 'changing your details'],
  'leave-out-of-review': ['Review changed', 'leaving somebody out of review'],
  'keep-automated': ['Sender moved', 'moving a sender'],
};

/** "Note saved". */
export const doneWords = (deed: string): string => said[deed]?.[0] ?? 'Done';

/** "Undone: saving a note". */
export const undoneWords = (deed: string): string =>
  said[deed] ? `Undone: ${said[deed][1]}` : 'Undone';

/** "Done again: saving a note". */
export const redoneWords = (deed: string): string =>
  said[deed] ? `Done again: ${said[deed][1]}` : 'Done again';
