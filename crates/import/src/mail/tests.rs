//! Mailboxes as programs write them, and mailboxes as nobody should.

use super::quote::{Parts, take_apart};
use super::{read_eml, read_mbox};
use crate::{Arrival, ArrivingInteraction, Bytes, OwnerHint, OwnerSign, Piece, Snag};
use model::{Channel, InteractionKind, Role};
use proptest::prelude::*;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;

const TAKEOUT: &[u8] = include_bytes!("../../../../tests/fixtures/mail/takeout.mbox");
const LISTS: &[u8] = include_bytes!("../../../../tests/fixtures/mail/lists.mbox");
const EXCHANGE: &[u8] = include_bytes!("../../../../tests/fixtures/mail/exchange.mbox");
const OUTLOOK: &[u8] = include_bytes!("../../../../tests/fixtures/mail/outlook.eml");

#[derive(Default)]
struct Found {
    mails: Vec<ArrivingInteraction>,
    hints: Vec<OwnerHint>,
    snags: Vec<Snag>,
}

impl Found {
    fn take(&mut self, piece: Piece) -> ControlFlow<()> {
        match piece {
            Piece::Arrival(Arrival::Interaction(mail)) => self.mails.push(*mail),
            Piece::Arrival(Arrival::Owner(hint)) => self.hints.push(hint),
            Piece::Snag(snag) => self.snags.push(snag),
            other => panic!("mail brings no {other:?}"),
        }
        ControlFlow::Continue(())
    }

    fn subjects(&self) -> Vec<&str> {
        self.mails.iter().map(|mail| mail.subject.as_str()).collect()
    }
}

fn mbox_from(name: &str, bytes: &mut dyn Bytes) -> Found {
    let mut found = Found::default();
    read_mbox(name, bytes, &mut |piece| found.take(piece));
    found
}

fn mbox(bytes: impl AsRef<[u8]>) -> Found {
    mbox_from("mail.mbox", &mut Cursor::new(bytes.as_ref()))
}

fn eml_from(name: &str, bytes: impl AsRef<[u8]>) -> Found {
    let mut found = Found::default();
    read_eml(name, &mut Cursor::new(bytes.as_ref()), &mut |piece| found.take(piece));
    found
}

/// One mail from Ada to Dora with that body.
fn mail(body: &str) -> String {
    format!(
        "From: Ada King <ada@example.com>\nTo: dora@example.org\n\
         Date: Mon, 4 May 2020 10:00:00 +0200\nSubject: S\n\n{body}"
    )
}

fn parts(body: &str) -> Parts {
    take_apart(body, "Ada King")
}

fn value(mail: &ArrivingInteraction) -> &str {
    mail.from.identities[0].value()
}

mod a_takeout_mailbox {
    use super::*;

    #[test]
    fn gives_each_mail_with_its_people_and_its_text() {
        let found = mbox(TAKEOUT);
        let lunch = &found.mails[0];
        assert_eq!(lunch.subject, "Lunch – Friday?");
        assert_eq!((lunch.from.name.as_str(), value(lunch)), ("Zoë Quill", "zoe@example.net"));
        let others: Vec<(Role, &str, &str)> = lunch
            .others
            .iter()
            .map(|(role, who)| (*role, who.name.as_str(), who.identities[0].value()))
            .collect();
        assert_eq!(
            others,
            [
                (Role::To, "Dora Diaz", "dora@example.org"),
                (Role::To, "Chidi, Chinua", "chinua@example.com")
            ]
        );
        assert_eq!(
            lunch.text,
            "Hi Dora,\n\nthe café by the harbour has a table for three on Friday. Shall we take it?\n\n\
             From the window one sees the ships.\nFrom here it is ten minutes on foot.\n\nZoë"
        );
        assert_eq!(lunch.signature, "--\nZoë Quill\n+44 20 7946 0123");
        assert_eq!(lunch.moment.at.to_rfc3339(), "2016-09-16T22:26:50+00:00");
        assert_eq!(lunch.moment.offset_minutes, Some(120));
        assert!(!lunch.automated);
    }

    #[test]
    fn joins_threads_by_their_ids() {
        let found = mbox(TAKEOUT);
        assert_eq!(found.mails[0].native_id, "lunch-1@example.net");
        assert_eq!(found.mails[1].answers, ["lunch-0@example.net", "lunch-1@example.net"]);
        assert_eq!(found.mails[1].text, "Gladly. I bring the map.\n\nDora");
        assert!(found.mails[1].quoted.starts_with("Am Sa., 17. Sept. 2016"));
        assert!(found.mails[1].quoted.ends_with("> the café by the harbour has a table."));
    }

    #[test]
    fn leaves_out_drafts_and_spam_and_says_so() {
        let found = mbox(TAKEOUT);
        assert_eq!(found.mails.len(), 4);
        let why: Vec<&str> = found.snags.iter().map(|snag| snag.why.as_str()).collect();
        assert_eq!(
            why,
            [
                "One mail lies under Spam or Trash: left out.",
                "One mail lies among the drafts, never sent: left out."
            ]
        );
    }

    #[test]
    fn knows_a_chat_and_a_date_from_the_postmark() {
        let found = mbox(TAKEOUT);
        assert_eq!(found.mails[2].channel, Channel::Chat);
        assert_eq!(found.mails[2].conversation, "99");
        assert_eq!(found.mails[3].moment.at.to_rfc3339(), "2016-09-17T10:00:00+00:00");
        assert_eq!(found.mails[3].text, "The postmark knows.");
    }

    #[test]
    fn hints_at_its_owner() {
        let found = mbox(TAKEOUT);
        let hints: Vec<(OwnerSign, &str, u32)> = found
            .hints
            .iter()
            .map(|hint| (hint.sign, hint.identity.as_ref().unwrap().value(), hint.seen))
            .collect();
        assert_eq!(
            hints,
            [
                (OwnerSign::SentFolder, "dora@example.org", 1),
                (OwnerSign::DeliveredTo, "dora@example.org", 2)
            ]
        );
        assert_eq!(found.hints[0].name, "Dora Diaz");
    }

    #[test]
    fn reads_the_same_with_windows_line_ends() {
        let text = String::from_utf8(TAKEOUT.to_vec()).unwrap().replace('\n', "\r\n");
        let (plain, other) = (mbox(TAKEOUT), mbox(text));
        for (a, b) in plain.mails.iter().zip(&other.mails) {
            assert_eq!((&a.text, &a.quoted, &a.signature), (&b.text, &b.quoted, &b.signature));
            assert_eq!((a.moment, &a.subject, &a.from), (b.moment, &b.subject, &b.from));
        }
        assert_eq!(plain.mails.len(), other.mails.len());
    }
}

mod lists_and_machines {
    use super::*;

    #[test]
    fn a_post_to_a_list_belongs_to_its_group() {
        let post = &mbox(LISTS).mails[0];
        assert_eq!((post.kind, post.channel), (InteractionKind::GroupPost, Channel::Group));
        assert_eq!(post.conversation_title, "Engines of every kind");
        assert_eq!(value(post), "ada@example.com");
        assert_eq!(post.text, "Has anybody measured the third bearing?");
        assert!(post.signature.contains("engines mailing list"));
    }

    #[test]
    fn machines_are_told_from_people() {
        let automated: Vec<bool> = mbox(LISTS).mails.iter().map(|mail| mail.automated).collect();
        assert_eq!(automated, [true, true, true, true, false]);
    }
}

mod exchange_and_notes {
    use super::*;

    #[test]
    fn names_kept_apart_go_to_their_addresses() {
        let found = mbox(EXCHANGE);
        let pumps = &found.mails[0];
        assert_eq!(pumps.from.name, "Ada King");
        let names: Vec<(Role, &str)> =
            pumps.others.iter().map(|(role, who)| (*role, who.name.as_str())).collect();
        assert_eq!(names, [(Role::To, "Diaz, Dora"), (Role::To, "Blum, Bea"), (Role::Cc, "")]);
        assert_eq!(pumps.text, "The pumps run.");
        assert!(pumps.quoted.starts_with("Dora Diaz\n03/22/2001"));
        assert_eq!(found.hints[0].sign, OwnerSign::SentFolder);
    }

    #[test]
    fn a_directory_name_is_an_identity_and_an_unset_clock_none() {
        let found = mbox(EXCHANGE);
        let mail = &found.mails[1];
        assert_eq!(value(mail), "exchange/o=example/ou=eu/cn=recipients/cn=bblum");
        assert!(mail.others.is_empty());
        assert_eq!(found.mails.len(), 2);
        let snags: Vec<(Option<u64>, bool)> =
            found.snags.iter().map(|snag| (snag.line, snag.why.contains("date"))).collect();
        assert_eq!(snags, [(Some(23), true), (Some(41), false)]);
    }
}

mod a_single_mail {
    use super::*;

    #[test]
    fn from_outlook_falls_into_text_quotation_and_signature() {
        let found = eml_from("drawings.eml", OUTLOOK);
        let mail = &found.mails[0];
        assert_eq!(
            mail.text,
            "Dear Dora,\n\nthank you for the drawings – they are lovely.\n\nKind regards,\nBea Blum"
        );
        assert_eq!(mail.signature, "Draughtswoman\nBlum & Co\nTel: +49 30 5550 123");
        assert!(
            mail.quoted.starts_with("Von: Dora Diaz") && mail.quoted.ends_with("Here they are.")
        );
        assert_eq!(found.hints[0].sign, OwnerSign::DeliveredTo);
        assert!(found.snags.is_empty());
    }

    #[test]
    fn keeps_its_source_without_attachments() {
        let mail = &eml_from("drawings.eml", OUTLOOK).mails[0];
        let raw = String::from_utf8_lossy(&mail.raw);
        assert!(raw.contains("Subject: RE: Drawings") && raw.contains("secret-plan.pdf"));
        assert!(!raw.contains("QVRUQUNI"));
        let again = eml_from("drawings.eml", &mail.raw);
        assert_eq!(again.mails[0].text, mail.text);
    }

    #[test]
    fn keeps_at_most_64_kib_of_its_source() {
        let found = eml_from("a.eml", mail(&"long words\n".repeat(20_000)));
        assert_eq!(found.mails[0].raw.len(), 64 * 1024);
        assert!(found.mails[0].text.len() > 200_000);
    }

    #[test]
    fn the_source_is_kept_without_the_seals_of_its_way_here() {
        let seal = "DKIM-Signature: v=1; d=example.net;\n b=0123456789\n abcdef\n";
        let source = format!("Received: by mx.example.org\n{seal}{}", mail("Hi Bea"));
        let found = eml_from("a.eml", source);
        let raw = String::from_utf8_lossy(&found.mails[0].raw);
        assert!(raw.starts_with("Received: by mx.example.org\n") && !raw.contains("abcdef"));
        let again = eml_from("a.eml", &found.mails[0].raw);
        assert_eq!(again.mails[0].text, found.mails[0].text);
        assert_eq!(again.mails[0].subject, found.mails[0].subject);
    }

    #[test]
    fn the_source_is_kept_with_its_transfer_encodings_undone() {
        let part = |kind: &str, how: &str, body: &str| {
            format!("--b\nContent-Type: {kind}\nContent-Transfer-Encoding: {how}\n\n{body}\n")
        };
        let parts = [
            part("text/plain; charset=iso-8859-1", "quoted-printable", "Gr=FC=DFe, and so =\nlong"),
            part("text/html; charset=utf-8", "base64", "PHA+R3LDvMOfZSwgYW5kIHNvIGxvbmc8L3A+"),
        ];
        let head = "From: ada@example.org\nDate: Tue, 2 Jan 2024 10:00:00 +0000\n\
                    MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n";
        let mail = &eml_from("a.eml", format!("{head}{}--b--\n", parts.concat())).mails[0];
        assert_eq!(mail.text, "Grüße, and so long");
        let raw = String::from_utf8_lossy(&mail.raw);
        assert!(
            raw.contains("and so long\n") && raw.contains("<p>Grüße, and so long</p>"),
            "{raw}"
        );
        assert!(!raw.contains("Transfer-Encoding"), "{raw}");
        assert_eq!(eml_from("a.eml", &mail.raw).mails[0].text, mail.text);
    }

    #[test]
    fn of_the_servers_it_passed_the_first_is_kept() {
        let passed = |by: &str, day: u32| {
            format!("Received: by {by}.example.org;\n\tTue, {day} Jan 2024 10:00:00 +0000\n")
        };
        let source =
            format!("{}{}From: ada@example.org\n\nHi", passed("last", 3), passed("first", 2));
        let mail = &eml_from("a.eml", source).mails[0];
        let raw = String::from_utf8_lossy(&mail.raw);
        assert!(raw.contains("by first") && !raw.contains("by last"), "{raw}");
        assert_eq!(eml_from("a.eml", &mail.raw).mails[0].moment, mail.moment);
    }

    #[test]
    fn in_a_maildir_is_known_by_its_folder_and_flags() {
        let sent = eml_from("Maildir/.Sent/cur/1.M2P3.host:2,S", mail("Hi"));
        assert_eq!(sent.hints[0].sign, OwnerSign::SentFolder);
        let draft = eml_from("Maildir/cur/1.M2P3.host:2,D", mail("Hi"));
        assert_eq!((draft.mails.len(), draft.snags.len()), (0, 1));
    }

    #[test]
    fn without_letters_told_is_read_as_windows_would() {
        let source = [mail("caf").as_bytes(), &[0xE9, b'\n']].concat();
        assert_eq!(eml_from("a.eml", source).mails[0].text, "café");
    }

    #[test]
    fn that_is_none_is_a_snag() {
        let found = eml_from("a.eml", "Dear diary,\n\ntoday it rained.\n");
        assert_eq!((found.mails.len(), found.snags.len()), (0, 1));
    }
}

mod dates {
    use super::*;

    fn when(headers: &str) -> Option<String> {
        let source = format!("From: ada@example.com\n{headers}\n\nHi\n");
        let found = eml_from("a.eml", source);
        found.mails.first().map(|mail| mail.moment.at.to_rfc3339())
    }

    #[test]
    fn without_sense_give_way_to_the_first_server() {
        let received = "Received: from b by c; Tue, 5 May 2020 10:00:01 +0000\n\
                        Received: from a by b; Tue, 5 May 2020 10:00:00 +0000\n";
        for date in [
            "",
            "Date: Thu, 1 Jan 1970 00:00:00 +0000",
            "Date: soon",
            "Date: Fri, 5 May 2090 10:00:00 +0000",
        ] {
            assert_eq!(
                when(&format!("{received}{date}")).as_deref(),
                Some("2020-05-05T10:00:00+00:00"),
                "{date}"
            );
        }
        assert_eq!(when("Date: soon"), None);
    }

    #[test]
    fn whose_zone_is_unknown_say_so() {
        let source = "From: ada@example.com\nDate: Tue, 5 May 2020 10:00:00 -0000\n\nHi\n";
        assert_eq!(eml_from("a.eml", source).mails[0].moment.offset_minutes, None);
    }
}

mod a_mailbox_file {
    use super::*;

    const MARK: &str = "From ada@example.com Mon May  4 10:00:00 2020\n";

    #[test]
    fn of_nothing_says_nothing() {
        for bytes in ["", "\n\n", "\r\n"] {
            let found = mbox(bytes);
            assert_eq!((found.mails.len(), found.snags.len()), (0, 0));
        }
    }

    #[test]
    fn separates_only_at_postmarks_behind_an_empty_line() {
        let inside = format!(
            "One.\n{MARK}Two: three\n\nFrom here on\n\nFrom Monday 10:00 we sing.\n\n{MARK}no header here\n"
        );
        let found = mbox(format!("{MARK}{}\n{MARK}{}", mail(&inside), mail("Last")));
        assert_eq!(found.mails.len(), 2);
        assert!(found.mails[0].text.ends_with("no header here"));
    }

    #[test]
    fn believes_a_length_that_is_borne_out() {
        let body = format!("An example of a mailbox:\n\n{MARK}Subject: inner\n\nInner\n");
        let first =
            mail(&body).replace("\n\nAn", &format!("\nContent-Length: {}\n\nAn", body.len()));
        let found = mbox(format!("{MARK}{first}\n{MARK}{}", mail("Second")));
        assert_eq!(found.mails.len(), 2);
        assert!(found.mails[0].text.contains("Subject: inner"));
        let wrong = first.replace("Content-Length: ", "Content-Length: 9");
        assert_eq!(mbox(format!("{MARK}{wrong}\n{MARK}{}", mail("Second"))).mails.len(), 3 - 1);
    }

    #[test]
    fn begins_without_a_postmark_or_with_garbage() {
        let found = mbox(format!("{}\n\n{MARK}{}", mail("First"), mail("Second")));
        assert_eq!(found.subjects(), ["S", "S"]);
        let found = mbox(format!("garbage\n\n{MARK}{}", mail("Second")));
        assert_eq!((found.mails.len(), found.snags[0].line), (1, Some(1)));
    }

    #[test]
    fn may_end_in_the_middle() {
        let whole = format!("{MARK}{}\n{MARK}{}", mail("First\n"), mail("Second and last"));
        for end in 0..whole.len() {
            let found = mbox(&whole.as_bytes()[..end]);
            assert!(found.mails.len() <= 2, "{end}");
        }
        assert_eq!(mbox(whole.strip_suffix("last").unwrap()).mails[1].text, "Second and");
    }

    #[test]
    fn keeps_a_mark_that_belongs_to_a_quotation() {
        let found = mbox(format!(
            "{MARK}{}",
            mail(">From the sea\n>>From the hills\n> From you\n>From me, quoted\n")
        ));
        assert!(
            found.mails[0].text.contains("From the sea\n")
                || found.mails[0].quoted.contains(">From the hills")
        );
        assert!(found.mails[0].quoted.contains(">From me, quoted"));
    }

    #[test]
    fn stops_when_it_is_told_to() {
        let mut seen = 0;
        read_mbox("m", &mut Cursor::new(TAKEOUT), &mut |_| {
            seen += 1;
            ControlFlow::Break(())
        });
        assert_eq!(seen, 1);
    }

    /// A head, then one byte again and again, then a tail; never in memory.
    struct Endless {
        head: Vec<u8>,
        middle: u64,
        tail: Vec<u8>,
        at: u64,
        most_asked: usize,
    }

    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            self.most_asked = self.most_asked.max(buffer.len());
            let (head, middle) = (self.head.len() as u64, self.middle);
            let count = if self.at < head {
                (&self.head[self.at as usize..]).read(buffer)?
            } else if self.at < head + middle {
                let left = usize::try_from(head + middle - self.at).unwrap().min(buffer.len());
                buffer[..left].fill(b'x');
                left
            } else {
                (&self.tail[(self.at - head - middle) as usize..]).read(buffer)?
            };
            self.at += count as u64;
            Ok(count)
        }
    }

    impl Seek for Endless {
        fn seek(&mut self, _: SeekFrom) -> std::io::Result<u64> {
            Ok(self.at)
        }
    }

    #[test]
    fn with_an_endless_line_is_cut_and_read_on() {
        let mut file = Endless {
            head: format!("{MARK}{}\n\n{MARK}{}", mail("First"), mail("Second ")).into_bytes(),
            middle: 96 * 1024 * 1024,
            tail: format!("\n\n{MARK}{}", mail("Third")).into_bytes(),
            at: 0,
            most_asked: 0,
        };
        let found = mbox_from("m", &mut file);
        assert_eq!(found.mails.len(), 3);
        assert_eq!(found.mails[2].text, "Third");
        assert!(found.mails[1].text.len() <= super::super::LONGEST_MAIL);
        assert_eq!(found.snags.len(), 1);
        assert!(found.snags[0].why.contains("16 MiB"));
        assert!(file.most_asked < 32 * 1024 * 1024);
    }

    #[test]
    fn with_a_large_attachment_loses_nothing_that_is_told() {
        let head = "From: ada@example.com\nDate: Mon, 4 May 2020 10:00:00 +0200\nMIME-Version: 1.0\n\
                    Content-Type: multipart/mixed; boundary=b\n\n--b\n\nThe text\n--b\n\
                    Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n";
        let body = "QUJD".repeat(19).to_owned() + "\n";
        let source = format!("{MARK}{head}{}--b--\n\n{MARK}{}", body.repeat(250_000), mail("Next"));
        let found = mbox(source);
        assert_eq!(found.mails.len(), 2);
        assert_eq!((found.mails[0].text.as_str(), found.snags.len()), ("The text", 0));
    }
}

mod quoted_history {
    use super::*;

    #[test]
    fn is_introduced_in_many_tongues() {
        for line in [
            "On Mon, May 4, 2020 at 9:00 AM Dora Diaz <dora@example.org> wrote:",
            "Am Mo., 4. Mai 2020 um 09:00 Uhr schrieb Dora Diaz <dora@example.org>:",
            "Am 04.05.2020 um 09:00 schrieb Dora Diaz:",
            "Le lun. 4 mai 2020 à 09:00, Dora Diaz <dora@example.org> a écrit :",
            "El lun, 4 may 2020 a las 9:00, Dora Diaz (<dora@example.org>) escribió:",
            "Il giorno lun 4 mag 2020 alle ore 09:00 Dora Diaz <dora@example.org> ha scritto:",
            "Em seg., 4 de mai. de 2020 às 09:00, Dora Diaz <dora@example.org> escreveu:",
            "Op ma 4 mei 2020 om 09:00 schreef Dora Diaz <dora@example.org>:",
            "On Mon, May 4, 2020 at 9:00 AM Dora Diaz\n<dora@example.org> wrote:",
            "-----Original Message-----",
            "-----Ursprüngliche Nachricht-----",
            "-----Message d'origine-----",
            "-----Mensaje original-----",
            "-----Messaggio originale-----",
            "-----Mensagem original-----",
            "-----Oorspronkelijk bericht-----",
            "---------- Forwarded message ---------",
            "Begin forwarded message:",
            "Anfang der weitergeleiteten Nachricht:",
            "From: Dora Diaz <dora@example.org>\nSent: Monday, May 4, 2020 9:00 AM\nTo: Ada\nSubject: S",
            "Von: Dora Diaz\nGesendet: Montag, 4. Mai 2020 09:00\nAn: Ada\nBetreff: S",
            "De : Dora Diaz\nEnvoyé : lundi 4 mai 2020 09:00\nÀ : Ada\nObjet : S",
            "De: Dora Diaz\nEnviado el: lunes, 4 de mayo de 2020 9:00\nPara: Ada\nAsunto: S",
            "Da: Dora Diaz\nInviato: lunedì 4 maggio 2020 09:00\nA: Ada\nOggetto: S",
            "De: Dora Diaz\nEnviada em: segunda-feira, 4 de maio de 2020 09:00\nPara: Ada\nAssunto: S",
            "Van: Dora Diaz\nVerzonden: maandag 4 mei 2020 09:00\nAan: Ada\nOnderwerp: S",
            "________________________________\nFrom: Dora <dora@example.org>\nSent: Monday, May 4, 2020 9:00 AM\nTo: Ada\nSubject: S",
            "Dora Diaz\n05/04/2020 09:00 AM\nTo:\tAda\ncc:\t\nSubject:\tS",
            "Dora Diaz <dora@example.org> on 05/04/2020 09:00:00 AM\nTo: Ada\ncc:\nSubject: S",
        ] {
            let found = parts(&format!("Yes, gladly.\n\n{line}\n\nShall we?\n"));
            assert_eq!(found.text, "Yes, gladly.", "{line}");
            assert!(found.quoted.ends_with("Shall we?"), "{line}");
            assert!(found.quoted.contains(line.lines().next().unwrap()), "{line}");
        }
    }

    #[test]
    fn leaves_answers_between_its_blocks() {
        let found = parts(
            "On 4 May 2020, Dora wrote:\n> One?\n>\n> Really one?\n\nYes.\n\n> Two?\n\nNo.\n",
        );
        assert_eq!(found.text, "Yes.\n\nNo.");
        assert_eq!(found.quoted, "On 4 May 2020, Dora wrote:\n> One?\n>\n> Really one?\n\n> Two?");
    }

    #[test]
    fn without_marks_at_the_top_does_not_take_the_answer_along() {
        let found = parts("On 4 May 2020 at 9:00, Dora wrote:\n\nShall we?\n\nYes!\n");
        assert_eq!(found.text, "Shall we?\n\nYes!");
    }

    #[test]
    fn is_not_what_only_looks_like_it() {
        for body in [
            "To: everybody\nFrom: the office of the chair\nDate: May 4\nSubject: Tea\n\nTea is at four.",
            "From: here to there it is far.\nI wrote:",
            "On Monday I wrote to Bea:\nshe has not answered.",
            "A -- B -- C\noriginal message of the day",
            "->from left to right",
            ">>>>>>>>>>>>>>> offers <<<<<<<<<<<<<<",
            "Subject: to change",
        ] {
            assert_eq!(parts(body).quoted, "", "{body}");
        }
    }
}

mod signatures {
    use super::*;

    #[test]
    fn go_where_their_marks_say() {
        for signature in [
            "-- \nAda King\nEngine Ltd.",
            "--\nAda King\n+44 20 7946 0000",
            "Sent from my iPhone",
            "Von meinem iPhone gesendet",
            "Envoyé de mon iPhone",
            "Enviado desde mi iPhone",
            "Inviato da iPhone",
            "Enviado do meu iPhone",
            "Verstuurd vanaf mijn iPhone",
            "Get Outlook for iOS <https://aka.example.com>",
            "_______________________________________________\nengines mailing list\nengines@lists.example.org",
            "This e-mail is confidential and intended only for the addressee. If you are not the \
             intended recipient, please notify the sender and delete it; any disclosure is prohibited.",
            "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind oder \
             diese E-Mail irrtümlich erhalten haben, informieren Sie bitte den Absender. Das unbefugte Kopieren ist verboten.",
        ] {
            let found = parts(&format!("See you on Friday.\n\nAda\n\n{signature}\n"));
            assert_eq!(found.text, "See you on Friday.\n\nAda", "{signature}");
            assert_eq!(
                found.signature.lines().next().map(str::trim_end),
                signature.lines().next().map(str::trim_end)
            );
        }
    }

    #[test]
    fn below_a_closing_or_the_own_name_leave_the_name_in() {
        for closing in ["Best regards,\nAda", "Viele Grüße\n\nAda King", "Best, Ada", "Ada King"]
        {
            let found = parts(&format!(
                "See you.\n\n{closing}\n\nAnalyst | Engine Ltd.\n+44 20 7946 0000\nwww.engine.example.org\n"
            ));
            assert_eq!(found.text, format!("See you.\n\n{closing}"), "{closing}");
            assert!(found.signature.starts_with("Analyst"));
        }
    }

    #[test]
    fn stand_above_what_is_quoted_too() {
        let found = parts("Yes.\n\nSent from my iPhone\n\n> On 4 May Dora wrote:\n> Shall we?\n");
        assert_eq!(
            (found.text.as_str(), found.signature.as_str()),
            ("Yes.", "Sent from my iPhone")
        );
    }

    #[test]
    fn never_take_words_along() {
        for body in [
            "Thanks,\n\nbut please call me before Friday on +44 20 7946 0000, or write if that is easier for you.",
            "Best,\nAda\n\nP.S. I forgot to ask: have you seen the second engine, the one in London?",
            "Two things:\n--\nFirst, the engine must be measured again before the end of the month.\n--\nSecond, call me.",
            "Please keep this confidential.",
            "Ada King\nis what they call me.",
            "Thank you\nfor the book.",
            "Read this first.\n\n____________________\nThen write to engines@lists.example.org, please.",
            "One\n----------\nTwo: https://two.example.org\n----------\nThree: +44 20 7946 0000, ask for Bea.",
        ] {
            let found = parts(body);
            assert_eq!((found.text.as_str(), found.signature.as_str()), (body, ""), "{body}");
        }
    }
}

fn lines_of(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> =
        text.lines().map(str::trim_end).filter(|line| !line.trim().is_empty()).collect();
    lines.sort_unstable();
    lines
}

/// Lines of bodies.
const LINES: [&str; 20] = [
    "",
    "",
    "Hello Dora,",
    "> quoted",
    ">> deeper",
    "On 4 May 2020 at 9:00, Dora wrote:",
    "-- ",
    "--",
    "-----Original Message-----",
    "From: Dora <d@example.org>",
    "Sent: Monday 9:00",
    "To: Ada",
    "Subject: S",
    "Best regards,",
    "Ada King",
    "+44 20 7946 0000",
    "Sent from my iPhone",
    "____________________",
    "It is confidential, privileged; delete it when received in error.",
    "é…>",
];

/// Bits of mailboxes.
const SOUP: [&[u8]; 16] = [
    b"From a Mon May  4 10:00:00 2020\n",
    b"\n",
    b"\r\n",
    b"From: ada@example.com\n",
    b"Date: Mon, 4 May 2020 10:00:00 +9999\n",
    b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Type: text/html; charset=utf-7\n",
    b"Content-Transfer-Encoding: base64\n",
    b"--b\n",
    b"--b--\n",
    b"Content-Length: 99999999999999999999\n",
    b"Content-Length: 7\n",
    b"Content-Type: message/rfc822\n",
    b"X-Gmail-Labels: =?utf-8?q?",
    b"\xFF\x00<p>",
    b"To: \"a, <b@c>; :;,\n",
];

proptest! {
    #[test]
    fn no_line_is_lost_or_doubled(
        lines in proptest::collection::vec(proptest::sample::select(LINES.to_vec()), 0..30)
    ) {
        let body = lines.join("\n");
        let found = parts(&body);
        let all = [found.text, found.quoted, found.signature].join("\n");
        prop_assert_eq!(lines_of(&all), lines_of(&body));
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        mbox(&bytes);
        eml_from("a.eml", &bytes);
    }

    #[test]
    fn any_soup_of_mail_is_read_without_panic(
        bits in proptest::collection::vec(proptest::sample::select(SOUP.to_vec()), 0..40)
    ) {
        mbox(bits.concat());
        eml_from("a.eml", bits.concat());
    }

    #[test]
    fn any_text_is_taken_apart_without_panic(body in "(\\PC{0,30}\n){0,12}") {
        let found = parts(&body);
        let all = [found.text, found.quoted, found.signature].join("\n");
        prop_assert_eq!(lines_of(&all), lines_of(&body));
    }
}
