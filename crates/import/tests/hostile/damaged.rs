//! Cut off, with lines ended in several ways, in several encodings, with postmarks in bodies.

use super::kinds::{KINDS, count, letter};
use super::support::read;

const ROWS: usize = 60;

/// Kinds that tell by themselves where something has its end.
const TOLD: &[&str] = &[
    "cards.vcf",
    "result.json",
    "general/2024-01-16.json",
    "message_1.json",
    "monica.json",
    "meetings.ics",
];

#[test]
fn a_file_that_is_cut_off_gives_every_row_before_the_cut() {
    for kind in KINDS {
        let whole = kind.written(ROWS, "");
        for cut in (0..whole.len()).step_by(whole.len() / 97) {
            let Some(cut) = whole.get(..cut) else { continue };
            let rows =
                (0..ROWS).take_while(|n| cut.contains((kind.row)(*n, "").trim_end())).count();
            let brought = read(kind.file, cut.as_bytes());
            let came = count(&brought);
            assert!((rows..=rows + 1).contains(&came), "{}: {came} of {rows}: {cut}", kind.file);
            for snag in &brought.snags {
                assert_eq!(snag.file, kind.file);
                assert!(snag.why.ends_with('.') && snag.why.contains(' '), "{snag:?}");
            }
        }
    }
}

#[test]
fn a_cut_within_a_row_is_told_where_the_file_shows_it() {
    for kind in KINDS.iter().filter(|kind| TOLD.iter().any(|told| kind.file.ends_with(told))) {
        let row = (kind.row)(ROWS - 1, "");
        let whole = kind.written(ROWS, "");
        let cut = &whole.as_bytes()[..whole.find(row.trim()).unwrap() + row.len() * 2 / 3];
        let brought = read(kind.file, cut);
        assert!(!brought.snags.is_empty(), "{} is silent", kind.file);
    }
}

/// Half an address is another's address.
#[test]
fn half_a_row_at_the_end_of_a_table_is_left_out_and_told_with_its_line() {
    for kind in KINDS.iter().filter(|kind| kind.file.ends_with(".csv")) {
        let row = (kind.row)(ROWS - 1, "");
        let whole = kind.written(ROWS, "");
        let cut = &whole.as_bytes()[..whole.len() - row.len() + row.find(',').unwrap() + 3];
        let brought = read(kind.file, cut);
        assert_eq!(count(&brought), ROWS - 1, "{}", kind.file);
        assert_eq!(brought.snags.len(), 1, "{}: {:?}", kind.file, brought.snags);
        let snag = &brought.snags[0];
        assert_eq!(snag.line, Some(ROWS as u64 + 1), "{}: {snag:?}", kind.file);
        assert!(snag.why.contains("ends within"), "{snag:?}");
    }
}

#[test]
fn lines_may_end_in_several_ways_in_one_file() {
    for kind in KINDS {
        let plain = kind.written(ROWS, "");
        let expected = count(&read(kind.file, plain.as_bytes()));
        assert_eq!(expected, ROWS, "{}", kind.file);
        let mut windows = false;
        let lines = plain.split_inclusive('\n').map(|line| {
            windows = !windows;
            if windows { line.replace('\n', "\r\n") } else { line.to_owned() }
        });
        let brought = read(kind.file, lines.collect::<String>().as_bytes());
        assert_eq!(count(&brought), ROWS, "{}: {:?}", kind.file, brought.snags);
        let brought = read(kind.file, plain.replace('\n', "\r\n").as_bytes());
        assert_eq!(count(&brought), ROWS, "{}: {:?}", kind.file, brought.snags);
    }
}

#[test]
fn two_encodings_in_one_file_cost_no_row_and_no_letter_beside() {
    for kind in KINDS {
        let mut bytes = Vec::new();
        for part in kind.around("Zoë").split_inclusive('ë') {
            match part.strip_suffix('ë') {
                Some(before) => bytes.extend([before.as_bytes(), &[0xEB]].concat()),
                None => bytes.extend(part.as_bytes()),
            }
        }
        let brought = read(kind.file, &bytes);
        assert_eq!(count(&brought), 3, "{}: {:?}", kind.file, brought.snags);
    }
}

#[test]
fn a_file_in_utf_16_comes_in_or_is_told_to_be_none_that_is_read() {
    for kind in KINDS {
        let units = std::iter::once('\u{FEFF}')
            .chain(kind.written(ROWS, "Zoë").chars().collect::<Vec<_>>());
        let units: Vec<u16> = units.collect::<String>().encode_utf16().collect();
        let bytes: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let brought = read(kind.file, &bytes);
        let came = count(&brought);
        let is_read = came == ROWS || (came == 0 && !brought.snags.is_empty());
        assert!(is_read, "{}: {came}, {:?}", kind.file, brought.snags);
    }
}

#[test]
fn a_sentence_that_begins_with_from_ends_no_letter() {
    let sentences = [
        "\n\nFrom now on we meet at four.\n",
        "\nFrom: Ada\nFrom the beach\n",
        "\n\nFrom ada@example.org Mon Jan  1 10:00:00 2024\nis how a mailbox begins, she wrote.\n",
        "\n>From the beach\n",
    ];
    for sentence in sentences {
        let mailbox: String = (0..3)
            .map(|n| {
                let postmark = "From ada@example.org Mon Jan  1 10:00:00 2024\n";
                format!("{postmark}{}", letter(n, sentence))
            })
            .collect();
        let brought = read("mail.mbox", mailbox.as_bytes());
        assert_eq!(brought.interactions.len(), 3, "{sentence}");
        assert!(brought.interactions.iter().all(|it| it.text.contains("Which lens")));
    }
    // In every other kind it is a sentence like others.
    for kind in KINDS.iter().filter(|kind| kind.file != "mail.mbox") {
        assert_eq!(count(&read(kind.file, kind.around("From now on").as_bytes())), 3);
    }
}
