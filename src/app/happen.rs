//! What an event does to the program.
//!
//! Not for keys and choices (that is the head of this folder). Called by [`App::on`].

use super::{App, Door, Doorway, Event, Over, Seat, Tafel, over};
use crate::{
    text::width,
    ui::{Command, theme::Ink},
};
use crossterm::event::KeyEventKind;
use ratatui::layout::Rect;

impl App {
    pub(super) fn happen(&mut self, event: Event) {
        let was_stale = std::mem::replace(&mut self.stale, true);
        match event {
            Event::Key(key, now) => {
                self.take_time(now);
                if key.kind != KeyEventKind::Release {
                    self.key(key);
                }
            }
            Event::Paste(text, now) => {
                self.take_time(now);
                self.paste(&text);
            }
            Event::Resize(width, height) => {
                self.desk.area = Rect::new(0, 0, width, height);
                self.resized = true;
            }
            Event::Tick(now) => {
                self.take_time(now);
                if self.desk.notice.as_ref().is_some_and(|notice| notice.until < now.millis) {
                    self.desk.notice = None;
                }
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.tick(&mut self.desk);
                }
                if let Door::Begin(begin) = &self.door {
                    self.stale = begin.is_of_another_day(&self.desk);
                }
            }
            Event::Idle => self.stale = was_stale,
            Event::Listed(listed) => {
                if let Door::Begin(begin) = &mut self.door {
                    begin.list(*listed, &self.desk);
                }
            }
            Event::Recalled(recall) => {
                if let Door::Begin(begin) = &mut self.door {
                    begin.recalled(*recall, &self.desk);
                }
            }
            Event::Lessons(shelf) => {
                if let Some(Over::Form(form)) = &mut self.over {
                    form.offer(shelf);
                }
            }
            Event::Opened(opened, table, doubts) => {
                let parts: Vec<(String, String)> = doubts.into_iter().map(|doubt| (String::new(), doubt)).collect();
                let card = over::Card { title: self.desk.words.say("tafel-doubts"), parts, at: 0 };
                self.over = (!card.parts.is_empty()).then_some(Over::Card(card));
                self.door = Door::Tafel(Box::new(Tafel::open(*opened, table, &mut self.desk)));
                if let Some(goal) = self.desk.goal.take() {
                    let of_harvest = self.session().is_some_and(|open| open.harvest.records.entry(&goal).is_some());
                    let deed = if of_harvest { over::Deed::Command(Command::Oogst) } else { over::Deed::Entry(goal) };
                    self.act(deed);
                }
            }
            Event::Enter(Doorway::Tafel) => {}
            Event::Enter(Doorway::Regie) => self.act(over::Deed::Command(Command::Regie)),
            Event::Enter(Doorway::Oogst) => self.act(over::Deed::Command(Command::Oogst)),
            Event::Enter(Doorway::Verslag) => self.act(over::Deed::Command(Command::Verslag)),
            Event::Loose(words) => {
                self.desk.loose.clone_from(&words);
                self.desk.held = words;
            }
            Event::Made(id) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.session.head.id = id;
                }
            }
            Event::Past(table, about, past) => {
                if let Door::Tafel(tafel) = &mut self.door
                    && (tafel.table == table || about.is_some())
                {
                    let shown = tafel.past(table, about, *past, &mut self.desk);
                    self.over = shown.or(self.over.take());
                }
            }
            Event::Seated(table, seat) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    // what was being typed in front of a table that is free now goes onto its line
                    let free = seat == Seat::Ours && table == tafel.table;
                    if let Some(Over::Looking(looking)) =
                        self.over.take_if(|over| free && matches!(over, Over::Looking(_)))
                    {
                        self.desk.held = looking.typed();
                    }
                    self.stale = tafel.seated(table, seat, &mut self.desk);
                }
            }
            Event::News(news) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.take_in(*news, &self.desk);
                    tafel.report_anew(&mut self.desk);
                }
            }
            Event::Codebook(codebook) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.shared(*codebook);
                }
            }
            Event::TakenOver(table, left) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    tafel.taken_over(table, *left, &mut self.desk);
                }
            }
            Event::Saved(at) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    self.stale = tafel.saved(at);
                }
            }
            Event::NotSaved(unsaved) => {
                if let Door::Tafel(tafel) = &mut self.door {
                    self.stale = tafel.not_saved(unsaved, self.desk.now);
                }
            }
            Event::Places(places) => self.over = Some(over::places(&places, &self.desk)),
            Event::Moved(path) => {
                let text = self.desk.words.tell("tafel-moved-to", &[("path", path.display().to_string().into())]);
                self.over = Some(over::told(self.desk.words.say("tafel-moved-title"), text));
            }
            Event::Report(reported) => match &mut self.door {
                Door::Tafel(tafel) => tafel.reported(*reported, &mut self.desk),
                Door::Begin(_) => reported.tell(&mut self.desk),
            },
            Event::Told(text) => self.desk.tell(Ink::Good, text),
            // what does not fit on the row of the footer is put where all of it can be read
            Event::Trouble(text) if self.over.is_none() && width(&text) + 4 > usize::from(self.desk.area.width) => {
                self.over = Some(over::told(self.desk.words.say("tafel-doubts"), text));
            }
            Event::Trouble(text) => self.desk.tell(Ink::Bad, text),
        }
        self.lay_out();
    }
}
