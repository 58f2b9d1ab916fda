//! The agreements of all tables in one table, and by name what lacks somebody who pulls it or a day.

use super::Telling;
use crate::{
    document::{Block, Item, Run, Table},
    harvest::verdicts::Agreed,
    words::dates,
};

/// How wide the columns are beside one another.
const WIDTHS: [u16; 5] = [15, 9, 8, 6, 4];

/// The agreements; nothing where there are none.
pub fn agreements(telling: Telling<'_>, all: &[Agreed]) -> Vec<Block> {
    let (words, teller) = (telling.words, telling.teller());
    if all.is_empty() {
        return Vec::new();
    }
    let plain = |text: String| if text.is_empty() { Vec::new() } else { vec![Run::plain(text)] };
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
        vec![what, who, when, plain(one.board.told(words)), plain(teller.table(one.table()))]
    };
    let head = ["verdicts-what", "verdicts-who", "verdicts-when", "verdicts-board", "verdicts-table"];
    let caption = words.tell("verdicts-agreements-count", &[("count", all.len().into())]).replace('\n', " ");
    let rows = all.iter().map(row).collect();
    let table =
        Table { widths: WIDTHS.into(), ..Table::new(head.map(|key| words.say(key)).into(), rows).named(caption) };
    let lacking = |key: &str, lacks: &dyn Fn(&Agreed) -> bool| {
        let of: Vec<&Agreed> = all.iter().filter(|one| lacks(one)).collect();
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
