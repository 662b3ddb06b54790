/**
 * What the room "Today" asks of the desk, until `bindings.ts` says it: name each deed like its
 * command in Rust, so that the generated type can take this one's place.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by its room
export interface TodayDeeds {}
