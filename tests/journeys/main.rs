//! Journeys through `app`: what an owner does over days, each on a store of its own.

// The attribute tells the linters that helpers, too, may unwrap here.
#[cfg(test)]
mod address_books;
#[cfg(test)]
mod backups;
#[cfg(test)]
mod bad_files;
#[cfg(test)]
mod broken_off;
#[cfg(test)]
mod check;
#[cfg(test)]
mod closed;
#[cfg(test)]
mod contacts;
#[cfg(test)]
mod drafts;
#[cfg(test)]
mod export;
#[cfg(test)]
mod import_again;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod learning;
#[cfg(test)]
mod linkedin;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod one_person;
#[cfg(test)]
mod past;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod review;
#[cfg(test)]
mod search;
#[cfg(test)]
mod sources;
#[cfg(test)]
mod store_file;
#[cfg(test)]
mod today;
#[cfg(test)]
mod watched;
#[cfg(test)]
mod what_works;
