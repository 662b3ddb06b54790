//! The tables of an archive that hold nothing to read, so that nobody is troubled with them.

/// Their names in small letters, without spaces, underscores and ending.
const UNUSED: &[&str] = &[
    "adstargeting",
    "adtargeting",
    "adsclicked",
    "advertisersyouviewed",
    "articles",
    "causesyoucareabout",
    "certifications",
    "coachmessages",
    "comments",
    "companyfollows",
    "courses",
    "education",
    "endorsementlist",
    "events",
    "eventsattended",
    "groups",
    "guidemessages",
    "hashtagfollows",
    "honors",
    "identityverificationassets",
    "identityverifications",
    "importedcontacts",
    "inferencesaboutyou",
    "instantreposts",
    "interests",
    "jobapplicantsavedanswers",
    "jobapplicantsavedscreeningquestionresponses",
    "jobapplications",
    "jobpostings",
    "jobseekerpreferences",
    "languages",
    "lanadsengagement",
    "learning",
    "learningcoachaimessages",
    "learningcoachmessages",
    "learningroleplaymessages",
    "likes",
    "logins",
    "marketplaceengagements",
    "marketplaceopportunities",
    "marketplaceplatforms",
    "marketplaceproviders",
    "mediauploads",
    "memberfollows",
    "namechanges",
    "openbadges",
    "organizations",
    "patents",
    "phonenumbers",
    "pollvotes",
    "privateidentityasset",
    "profilesummary",
    "projects",
    "providers",
    "publications",
    "reactions",
    "receipts",
    "receiptsv2",
    "registration",
    "richmedia",
    "saveditems",
    "savedjobalerts",
    "savedjobs",
    "savedanswers",
    "savedscreeningquestions",
    "searchqueries",
    "securitychallenges",
    "services",
    "servicesmarketplace",
    "shares",
    "skills",
    "testscores",
    "verifications",
    "videos",
    "volunteering",
    "volunteeringexperiences",
    "votes",
    "whatsappphonenumbers",
];

/// Whether a file of this name is a table of a LinkedIn archive that Requite passes over on
/// purpose. The caller that walks an unpacked folder need not bring it.
pub fn holds_nothing_to_read(name: &str) -> bool {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let lower = file.to_lowercase();
    let Some(stem) = lower.strip_suffix(".csv") else {
        return false;
    };
    let letters: String = stem.chars().filter(|c| c.is_alphabetic()).collect();
    let letters_and_digits: String = stem.chars().filter(|c| c.is_alphanumeric()).collect();
    UNUSED.contains(&letters.as_str()) || UNUSED.contains(&letters_and_digits.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_of_a_name_are_known() {
        assert!(holds_nothing_to_read("Company Follows.csv"));
        assert!(holds_nothing_to_read("x.zip/Company_Follows.csv"));
        assert!(holds_nothing_to_read("Receipts_v2.csv"));
        assert!(holds_nothing_to_read("Education (1).csv"));
    }

    #[test]
    fn what_is_read_is_not_passed_over() {
        for name in ["Connections.csv", "messages.csv", "reactions.html", ""] {
            assert!(!holds_nothing_to_read(name), "{name}");
        }
    }
}
