//! Families of words that several cues share.

/// Families by name; a pattern says `@name`. The words stand with blanks between them.
pub(super) const FAMILIES: &[(&str, &str)] = &[
    ("me", "me us"),
    ("i", "i we"),
    ("them", "him her them someone somebody anyone everyone"),
    ("the", "a an the this that these those it them some any my our your all"),
    ("what", "what which who whom when where why how"),
    ("whether", "whether if"),
    (
        "day",
        "today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday \
         asap week weekend noon morning afternoon evening lunch eod",
    ),
    // Orders that ask for work, an answer or a thing; each is rarely anything else at a clause's head.
    (
        "order",
        "add advise answer arrange ask attend book bring buy call cancel change check \
         collect complete confirm consider contact coordinate copy correct delete deliver \
         describe discuss drop email ensure explain fax fill find fix follow forward get \
         give help hold include inform introduce invite join keep leave let mail make meet \
         message move notify order pass pay phone pick plan post prepare print provide pull \
         put read recommend refer remind remove reply reserve respond resend return review \
         ring run schedule select sell send set share ship show sign speak stop submit \
         suggest swing take talk tell test text try update upload use verify visit vote \
         wait work write",
    ),
    // Of those, the ones that are an order even bare ("Send it tomorrow"), not a habit of speech.
    (
        "plain-order",
        "add advise arrange ask book bring call cancel change check confirm contact \
         coordinate email ensure explain fax fill forward include introduce invite join \
         message notify pass pay phone plan prepare print provide remember remind remove \
         reply resend respond return review schedule send ship submit tell text update \
         upload verify visit write",
    ),
    // What a writer binds themselves to.
    (
        "deed",
        "add arrange ask book bring buy call check collect contact discuss drop email \
         finish fix follow forward get give handle help introduce join look mail meet \
         message organise organize pass pay phone pick post prepare print provide put read \
         reply resend respond return review ring schedule send set share show sort speak \
         submit take talk tell text try update work write",
    ),
    // Things a deed hands over.
    (
        "thing",
        "address agenda article book contact contract copy cv deck details document \
         documents draft feedback figures file files form guide info information invoice \
         link list minutes name note notes number numbers paper photo photos pictures plan \
         presentation proposal recipe recording reference report resume schedule slides \
         spreadsheet summary template version",
    ),
    ("praise", "admire admired enjoyed impressed liked loved inspired inspiring moved"),
    (
        "good",
        "amazing awesome beautiful brilliant excellent fantastic fine good great impressive \
         lovely nice outstanding superb terrific thoughtful wonderful",
    ),
    (
        "work",
        "answers article book essay job keynote lecture paper piece podcast post \
         presentation project report speech talk team thread work workshop",
    ),
    (
        "problem",
        "question questions problem problems concern concerns comment comments difficulties \
         issue issues trouble",
    ),
    ("feast", "birthday christmas year holidays easter anniversary thanksgiving diwali hanukkah"),
];
