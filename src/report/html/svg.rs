//! A drawing as SVG inside the page; its colours are those of the style sheet, so it turns dark with the page.

use crate::report::drawing::{Drawing, Shape, Side, WIDTH};
use maud::{Markup, html};

pub(super) fn draw(drawing: &Drawing, nth: usize, title: &str, told: &str) -> Markup {
    let (name, about) = (format!("t{nth}"), format!("d{nth}"));
    let title = if title.is_empty() { "–" } else { title };
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {:.1}", drawing.height)) role="img" aria-labelledby=(name) aria-describedby=(about) {
            title id=(name) { (title) }
            desc id=(about) { (told) }
            @for shape in &drawing.shapes { (self::shape(shape)) }
        }
    }
}

fn shape(shape: &Shape) -> Markup {
    let short = |value: f32| format!("{value:.1}");
    match shape {
        Shape::Area { x, y, width, height, tone } => html! {
            rect.{"f-" (tone.name())} x=(short(*x)) y=(short(*y)) width=(short(*width)) height=(short(*height)) rx="1.5";
        },
        Shape::Line { from, to, weight, tone } => html! {
            line.{"s-" (tone.name())} x1=(short(from.0)) y1=(short(from.1)) x2=(short(to.0)) y2=(short(to.1))
                stroke-width=(short(*weight));
        },
        Shape::Dot { x, y, radius, tone } => html! {
            circle.{"f-" (tone.name())} cx=(short(*x)) cy=(short(*y)) r=(short(*radius));
        },
        Shape::Words(label) => {
            let anchor = match label.side {
                Side::Start => "start",
                Side::End => "end",
            };
            html! {
                text.{"f-" (label.tone.name())} x=(short(label.x)) y=(short(label.y)) font-size=(short(label.size))
                    text-anchor=(anchor) font-weight=[label.strong.then_some("bold")] { (label.text) }
            }
        }
    }
}
