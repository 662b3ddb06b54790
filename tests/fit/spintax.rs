//! Invented templates in which nearly every phrase has alternatives, as mailing programs spin
//! them: two letters of one template share few words in a row, and are the same letter.

/// `{a|b}` is one of a and b.
const TEMPLATES: &[&str] = &[
    "{Hi|Hello|Dear} Ada,\n\n{hope you're well|trust all is good|I hope this finds you well}. {I came across|I stumbled upon|I was reading} {your page|your profile|what you wrote} {and noticed|and saw} that {you're growing|you are expanding|you keep adding to} {the team|your crew}. {We help|We support|We work with} {workshops|small makers|craft studios} {find|discover|hire} {skilled weavers|trained weavers|people who can weave} {within weeks|in under a month|quickly}. {Would you be open to|Could we have|Are you free for} {a short call|a quick chat|fifteen minutes} {this week|on Thursday|in the coming days}?\n\n{Best|Cheers|Regards},\nDora",
    "{Hey|Hi} Bea, {quick question|just a quick one|a short question}: {who handles|who looks after|who is in charge of} {heating|the boilers|warm rooms} {at your place|in your house|over there}? {Our new valves|The valves we build|These new valves} {cut|lower|reduce} {gas bills|the bill for gas|heating costs} by {a third|thirty percent|nearly a third} {without any drilling|and nobody has to drill|with no building work}. {Happy to|Glad to|I would gladly} {send|mail|pass on} {figures|a few numbers|some results} from {three bakeries|bakers we know|two bakeries nearby}. {Worth a look|Interested|Shall I}?",
    "{Dear|Hello|Good morning} Chidi,\n\n{every spring|each spring|once a year} {we open|we throw open} {our garden|the garden|the nursery} {to friends|to people we like|for a few guests}, and {this time|this year} {there will be|we are having|you can expect} {music by the pond|a band beside the pond|players at the water}. {I'd love to see you|It would be lovely to have you|You would be very welcome} {there|among us}. {Bring|Do bring|Feel free to bring} {a friend|somebody along|whoever you like} and {an old jar|a jar|an empty jar}: {we'll fill it|it gets filled} with {quince jam|jam from our quinces|jelly of quince}. {Let me know|Tell me|Drop me a line} {by Sunday|before the weekend ends|until Sunday}.",
    "{Hi|Hello} Emre, {as a fellow|being a fellow|from one} {bookbinder|binder of books} {to another|like you are}, {I thought|I figured|it struck me} {you may|you might|perhaps you} {enjoy|like|find useful} {our spring course|the course we run in spring|this season's course}. {Two days|A weekend|Two full days} of {gilding|gold tooling|work with gold leaf}, {eight seats|no more than eight people|a group of eight}, {lunch included|we cook lunch|with lunch on us}. {Early birds|Whoever signs up early|Those who book soon} {save|keep|pay} {forty euros|40 less|a good bit less}. {Here is|This is|You find} {the page|the link|all of it}: {www.example.com/gold|www.example.com/course}. {See you there|Hope to meet you|Until soon}!",
    "Fay, {I noticed|I saw|somebody told me} {your fleet|your lorries|the trucks you run} {still uses|still has|keeps} {paper logs|logs on paper|handwritten logs}. {Most carriers|Nearly all hauliers|Many firms} {we talk to|we meet|in our region} {lose|waste|give away} {five hours|half a day|four to five hours} {a week|every week|weekly} {on that|over it|with those}. {Our little box|The box we make|A small device of ours} {does it|fills them in|writes them} {by itself|on its own|automatically} and {pays for itself|costs nothing in the end|is paid off} {by autumn|within a season|after six months}. {May I|Could I|Can I} {show you|demonstrate it|bring one} {next Tuesday|on Tuesday|one day next week}? {If not|Otherwise|If that is nothing for you}, {no hard feelings|just tell me|a short no is fine}.",
    "{Dear|Hello} Gus,\n\n{thank you for|many thanks for|thanks again for} {stopping by|visiting|your visit to} {our stand|the booth|our table} {at the fair|during the fair|in the great hall}. {You asked about|You were curious about|We spoke of} {oak floors|floors made of oak|oak boards}; {I put together|I've made|attached is} {a small offer|an offer|a first estimate} {for the hall|for your hall|to cover the hall}. {It holds|The price holds|It is good} {until|up to|through} {the end of June|June 30|midsummer}. {Our fitters|The people who lay it|My crew} {have|still have|could find} {a free week|room|an opening} {in August|late in summer|before September}. {Shall we fix a date|Want me to reserve it|Do you want that week}?",
    "{Hi|Hey|Hello} Hana - {congrats on|well done with|I loved} {the new album|your record|the record}! {I run|I host|I make} {a small radio show|a late show|a weekly programme} {about|on|devoted to} {harp music|the harp|harps of all sorts} and {would like to|want to|would be thrilled to} {have you on|interview you|invite you}. {It takes|We need|Count on} {half an hour|thirty minutes|about thirty minutes}, {by phone is fine|you can stay at home|no studio needed}. {Past guests|People before you|Earlier guests} {sold|reported|saw} {more tickets|fuller rooms|a better crowd} {afterwards|in the weeks after|the month after}. {Which day|What evening|When} {suits you|works|would fit}?",
    "{Good day|Hello|Dear} Ines, {your council|the council you sit on|your town} {is planning|wants to build|has decided on} {a cycle bridge|a bridge for bicycles|a new bridge for riders}. {We have built|Our yard made|Three of ours stand in} {eleven of them|a dozen such|many like it} {along the river|up and down the river|between here and the sea}, {in timber|all of larch|from local wood}. {They last|Ours stand for|Expect} {sixty years|two generations|more than fifty years} and {go up|are set up|stand} {in a weekend|over one weekend|within three days}. {I'd gladly|Let me|I could} {walk you through|explain|take you to see} {one of them|the nearest|the drawings}. {Who else|Whom else|Is there anybody else who} {should join|ought to be there|I should ask}?",
];

/// Letters of one template, spun differently.
const LETTERS: u64 = 8;

/// Every letter, and the number of its template.
pub(crate) fn letters() -> Vec<(u64, String)> {
    let numbered = (0..).zip(TEMPLATES);
    numbered
        .flat_map(|(number, template)| {
            (0..LETTERS).map(move |turn| (number, spun(template, turn + 1)))
        })
        .collect()
}

/// One letter: each alternative by a throw that depends on the turn alone.
fn spun(template: &str, turn: u64) -> String {
    let mut letter = String::new();
    let mut throw = turn.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for (place, part) in template.split(['{', '}']).enumerate() {
        if place % 2 == 0 {
            letter.push_str(part);
            continue;
        }
        // The linear congruential generator of Knuth's MMIX.
        throw =
            throw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let choices: Vec<&str> = part.split('|').collect();
        letter.push_str(choices[(throw >> 33) as usize % choices.len()]);
    }
    letter
}
