//! Days as cards write them.

use model::Day;

/// Apple writes this year where none is known.
const NO_YEAR: i32 = 1604;

/// `1985-04-12`, `19850412`, `1985-04-12T00:00:00Z`, `--0412`, `--04-12`; `omitted` is the
/// year that the card says means none.
pub(super) fn read(text: &str, omitted: Option<&str>) -> Option<Day> {
    let date = text.trim().split(['T', ' ']).next()?;
    let digits = date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit());
    let day = if digits {
        let (year, rest) = date.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        let year: i32 = year.parse().ok()?;
        Day::new((year != 0).then_some(year), month.parse().ok()?, day.parse().ok()?)?
    } else {
        Day::parse(date)?
    };
    let omitted = omitted.and_then(|year| year.trim().parse().ok());
    let unknown = day.year.is_some_and(|year| year == NO_YEAR || Some(year) == omitted);
    if unknown { Day::new(None, day.month, day.day) } else { Some(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_day_is_read() {
        let day = Day::new(Some(1985), 4, 12);
        for text in ["1985-04-12", "19850412", "1985-04-12T00:00:00Z", "1985-04-12 00:00:00"] {
            assert_eq!(read(text, None), day, "{text}");
        }
        for text in ["--0412", "--04-12", "1604-04-12", "0000-04-12"] {
            assert_eq!(read(text, None), Day::new(None, 4, 12), "{text}");
        }
        assert_eq!(read("1700-04-12", Some("1700")), Day::new(None, 4, 12));
    }

    #[test]
    fn half_a_day_is_none() {
        for text in ["1985", "1985-04", "---12", "in spring", "", "é9850412"] {
            assert_eq!(read(text, None), None, "{text}");
        }
    }
}
