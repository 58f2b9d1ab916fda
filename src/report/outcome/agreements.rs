//! The agreements of all tables in one table, and by name what lacks somebody who pulls it or a day.

use super::Telling;
use crate::{
    document::{Block, Item, Run, Table},
    harvest::verdicts::Agreed,
    report::carried::Stands,
    words::dates,
};

/// How wide the columns are beside one another.
const WIDTHS: [u16; 5] = [15, 9, 8, 6, 4];

/// How wide that is of how they stand, before the last.
const STANDS: u16 = 6;

/// The agreements; nothing where there are none.
pub fn agreements(telling: Telling<'_>, all: &[Agreed]) -> Vec<Block> {
    let (words, teller) = (telling.words, telling.teller());
    if all.is_empty() {
        return Vec::new();
    }
    let plain = |text: String| if text.is_empty() { Vec::new() } else { vec![Run::plain(text)] };
    // where nothing came along every one was only just made
    let came_along = all.iter().any(|one| one.since.is_some());
    let row = |one: &Agreed| {
        let mut what = vec![if one.key { Run::strong(&one.what) } else { Run::plain(&one.what) }];
        let since = one.since.map(|day| dates::date_long(day, words.lang()));
        what.extend(since.map(|day| Run::aside(words.tell("verdicts-since", &[("date", day.into())]))));
        what.extend(telling.links(std::slice::from_ref(&one.trace)));
        let who = match &one.who {
            Some(who) => plain(who.clone()),
            None if one.asks_who => vec![Run::aside(words.say("verdicts-no-who"))],
            None => Vec::new(),
        };
        let when = match (one.when, &one.about_when) {
            (Some(day), _) => plain(dates::date_long(day, words.lang())),
            (None, Some(about)) => vec![Run::plain(about), Run::aside(words.say("verdicts-no-when"))],
            (None, None) if one.asks_when => vec![Run::aside(words.say("verdicts-no-when"))],
            (None, None) => Vec::new(),
        };
        let stands = came_along.then(|| plain(Stands::of(telling.session, one).told(words)));
        let row = [what, who, when, plain(one.board.told(words))].into_iter().chain(stands);
        row.chain([plain(teller.table(one.table()))]).collect()
    };
    let mut head = vec!["verdicts-what", "verdicts-who", "verdicts-when", "verdicts-board", "verdicts-table"];
    let mut widths = WIDTHS.to_vec();
    if came_along {
        head.insert(4, "verdicts-stands");
        widths.insert(4, STANDS);
    }
    let head = head.into_iter().map(|key| words.say(key)).collect();
    let caption = words.tell("verdicts-agreements-count", &[("count", all.len().into())]).replace('\n', " ");
    let rows = all.iter().map(row).collect();
    let table = Table { widths, ..Table::new(head, rows).named(caption) };
    let is_open = |one: &Agreed| Stands::of(telling.session, one).state.is_open();
    let lacking = |key: &str, lacks: &dyn Fn(&Agreed) -> bool| {
        let of: Vec<&Agreed> = all.iter().filter(|one| lacks(one) && is_open(one)).collect();
        let item = |one: &&Agreed| {
            let runs = [Run::plain(&one.what), Run::aside(teller.table(one.table()))];
            let runs = runs.into_iter().chain(telling.links(std::slice::from_ref(&one.trace))).collect();
            Item { runs, below: Vec::new() }
        };
        let title = words.tell(key, &[("count", of.len().into())]);
        (!of.is_empty()).then(|| Item { runs: vec![Run::strong(title)], below: of.iter().map(item).collect() })
    };
    let lists = [
        lacking("verdicts-lacks-who", &|one| one.lacks_who()),
        lacking("verdicts-lacks-when", &|one| one.lacks_when()),
        lacking("verdicts-board-ask", &|one| one.board == crate::harvest::verdicts::Board::ToAsk),
    ];
    let lists: Vec<Item> = lists.into_iter().flatten().collect();
    std::iter::once(Block::Table(table)).chain((!lists.is_empty()).then_some(Block::List(lists))).collect()
}
