//! What came of it, as rows: votes over all tables, agreements, themes.
//!
//! Reckoned by the harvest; here is only laid in rows what is told. Called by the data of a report only.

use super::{AgreementRow, Asked, Ground, ShareRow, ThemeRow, VoteRow};
use crate::{
    form::vote::Lot,
    harvest::verdicts::{self, Board, Choice, Trace, Verdicts},
    report::{carried::Stands, wash},
};

/// What the verdicts say was asked.
fn asked(ground: &Ground<'_>, asked: &verdicts::Asked) -> Asked {
    let round = ground.told.session.head.workshop.rounds.get(asked.round);
    Asked {
        round: Some(asked.round + 1),
        round_title: round.map(|round| wash::line(&round.title)).unwrap_or_default(),
        question: wash::line(&asked.question),
        block: wash::line(asked.block.as_str()),
        title: wash::line(&asked.title),
        case: wash::line(&asked.case),
    }
}

/// The codes of what something rests on, each once.
fn codes(ground: &Ground<'_>, traces: &[Trace]) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    let entries = traces.iter().filter(|trace| ground.chosen(trace.table)).filter_map(|trace| trace.entry.as_ref());
    for code in entries.filter_map(|id| ground.codes.get(id)) {
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }
    codes
}

pub(super) fn votes(ground: &Ground<'_>, verdicts: &Verdicts) -> Vec<VoteRow> {
    let mut rows = Vec::new();
    for vote in &verdicts.votes {
        let asked = asked(ground, &vote.asked);
        let mut options: Vec<VoteRow> =
            vote.options.iter().filter_map(|option| option_row(ground, asked.clone(), option)).collect();
        if ground.options.table.is_some() {
            options.sort_by_key(|option| option.place.unwrap_or(usize::MAX));
        }
        rows.extend(options);
    }
    rows
}

/// An option; nothing where it rests on what is not told, or was not on the list of the table that was asked for.
fn option_row(ground: &Ground<'_>, asked: Asked, option: &Choice) -> Option<VoteRow> {
    let mut entries = option.traces.iter().filter_map(|trace| trace.entry.as_ref()).peekable();
    if entries.peek().is_some() && !entries.any(|id| ground.codes.contains_key(id)) {
        return None;
    }
    let shares: Vec<_> = option.tables.iter().filter(|share| ground.chosen(share.table)).collect();
    let one = match ground.options.table {
        Some(_) => Some(*shares.first()?),
        None => None,
    };
    Some(VoteRow {
        asked,
        option: wash::line(&option.label),
        codes: codes(ground, &option.traces),
        place: one.map_or(option.place, |share| share.place),
        chosen: option.lot == Lot::Chosen,
        score: one.map_or(option.score, |share| share.score),
        voters: one.map_or(option.voters, |share| share.voters),
        tables: shares.iter().map(|share| ShareRow { table: share.table.0, score: share.score }).collect(),
    })
}

pub(super) fn agreements(ground: &Ground<'_>, verdicts: &Verdicts) -> Vec<AgreementRow> {
    let mut rows = Vec::new();
    for one in verdicts.agreements.iter().filter(|one| ground.chosen(one.table())) {
        let Some((id, code)) = one.trace.entry.as_ref().and_then(|id| ground.codes.get_key_value(id)) else { continue };
        let point = ground.harvest.points.at(id);
        let stands = Stands::of(&ground.told.session, one);
        let lacks = [("who", one.lacks_who()), ("when", one.lacks_when())];
        rows.push(AgreementRow {
            code: code.clone(),
            table: one.table().0,
            asked: asked(ground, &one.asked),
            what: wash::line(&one.what),
            who: one.who.as_deref().map(wash::line),
            when: one.when,
            about_when: one.about_when.as_deref().map(wash::line),
            board: Some(wash::line(&one.board.told(ground.words))).filter(|told| !told.is_empty()),
            confirmed: one.board == Board::Confirmed,
            since: one.since,
            state: stands.state.key(),
            stands: stands.told(ground.words),
            moved: stands.moved,
            key: point.map_or(one.key, |at| ground.harvest.themes.key[at]),
            lacks: lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(what, _)| what).collect(),
        });
    }
    rows
}

pub(super) fn themes(ground: &Ground<'_>) -> Vec<ThemeRow> {
    let points = &ground.harvest.points;
    let told = |at: &usize| {
        let point = points.all.get(*at)?;
        let code = ground.codes.get(&point.id).filter(|_| ground.chosen(point.table))?;
        Some((point.table, code.clone()))
    };
    let row = |theme: &crate::harvest::Theme| {
        let members: Vec<_> = theme.members.iter().filter_map(told).collect();
        let mut tables: Vec<ShareRow> = Vec::new();
        for (table, _) in &members {
            match tables.iter_mut().find(|share| share.table == table.0) {
                Some(share) => share.score += 1,
                None => tables.push(ShareRow { table: table.0, score: 1 }),
            }
        }
        tables.sort_by_key(|share| share.table);
        ThemeRow {
            name: wash::line(&theme.name),
            conclusion: wash::lines(&theme.conclusion).into_owned(),
            entries: members.len(),
            codes: members.into_iter().map(|(_, code)| code).collect(),
            evidence: theme.evidence.iter().filter_map(told).map(|(_, code)| code).collect(),
            tables,
        }
    };
    // of one table, a theme under which it brought nothing says nothing; nor does one that was made of what is not told
    let says = |row: &ThemeRow| row.entries > 0 || ground.options.table.is_none() && !row.conclusion.is_empty();
    ground.harvest.themes.all.iter().map(row).filter(says).collect()
}
