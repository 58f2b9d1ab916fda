//! The program.
use aantafel::{
    record::DeviceId,
    run,
    store::{Data, Store},
    ui::Theme,
    words::{Lang, Words},
};
fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let data = args.next().expect("data dir");
    let lang = if args.next().as_deref() == Some("en") { Lang::En } else { Lang::Nl };
    let look = match std::env::var("LOOK").as_deref() {
        Ok("light") => aantafel::ui::Look::Light,
        Ok("mono") => aantafel::ui::Look::Mono,
        Ok("contrast") => aantafel::ui::Look::Contrast,
        _ => run::look(),
    };
    let store = Store::new(Data::new(data), DeviceId::new("laptop-1"));
    run::run(run::Start { store, words: Words::new(lang), theme: Theme::new(look, run::depth(), false), open: None })
}
