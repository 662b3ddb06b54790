//! Letters in a mailbox: sixteen bits each, or one of Windows' code pages.

use mail_parser::decoders::charsets::map::charset_decoder;

/// Text of sixteen bits a letter.
pub(super) fn wide(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|pair| {
            u16::from_le_bytes([
                pair.first().copied().unwrap_or(0),
                pair.last().copied().unwrap_or(0),
            ])
        })
        .collect();
    String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned()
}

/// Text in a code page; UTF-8 where it is that, whatever is said of it.
pub(super) fn narrow(bytes: &[u8], page: i64) -> String {
    let name = match page {
        874 => "windows-874".to_owned(),
        932 => "shift_jis".to_owned(),
        936 | 54936 => "gb18030".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        1250..=1258 => format!("windows-{page}"),
        20866 => "koi8-r".to_owned(),
        21866 => "koi8-u".to_owned(),
        28591..=28605 => format!("iso-8859-{}", page - 28590),
        50220..=50222 => "iso-2022-jp".to_owned(),
        51932 => "euc-jp".to_owned(),
        _ => "windows-1252".to_owned(),
    };
    let text = match (std::str::from_utf8(bytes), charset_decoder(name.as_bytes())) {
        (Ok(text), _) if !name.starts_with("iso-2022") => text.to_owned(),
        (_, Some(decode)) => decode(bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    text.trim_end_matches('\0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_by_their_code_page() {
        assert_eq!(wide(b"Z\0o\0\xEB\0\0\0"), "Zoë");
        assert_eq!(narrow(b"Zo\xEB\0", 1252), "Zoë");
        assert_eq!(narrow(b"\xC6\xE5\xED\xFF", 1251), "Женя");
        assert_eq!(narrow("Zoë".as_bytes(), 1252), "Zoë");
        assert_eq!(narrow(b"\x8E\x52", 932), "山");
        assert_eq!(narrow(b"Zo\xEB", 77), "Zoë");
    }
}
