//! "Argue the other side": who prepares alone has nobody who sees it
//! otherwise, so the second round begins with the best reason that such a
//! person would give.

use super::{
    live::{Ctx, Live},
    page::{Complaint, Page, Value, line},
    spot::{self, Place, Spot},
};
use crate::{
    lang,
    memo::words,
    method::Assessment,
    msg,
    session::{self, HostView, Note, Round, result},
    t,
    text::Clean,
};

/// What there are two sides of in a step: need and support.
fn sides(view: &HostView, spot: &Spot) -> Vec<Assessment> {
    let mut group = spot::group(view, spot);
    group.retain(|one| matches!(one, Assessment::Need | Assessment::Support));
    group
}

/// Whether it is asked: of one person, on need and support, once.
pub(super) fn is_asked(view: &HostView, spot: &Spot) -> bool {
    spot::alone(view)
        && !sides(view, spot).is_empty()
        && !spot::is_revealed(view, spot, Round::Second)
}

pub(super) fn page(ctx: &Ctx) -> Page {
    let lang = ctx.lang;
    let given = ctx.option().map(|option| {
        let now = result(ctx.view, option, Round::First);
        let score = |assessment| {
            let grade = now.scored(assessment)?.0.grade?.get();
            let name = words::assessment_inside(assessment);
            Some(t!(
                lang,
                "other-side-score",
                assessment = name,
                score = grade
            ))
        };
        let sides = sides(ctx.view, &ctx.spot);
        let scores: Vec<String> = sides.into_iter().filter_map(score).collect();
        lang::join_and(lang, &scores)
    });
    let given = given.filter(|given| !given.is_empty());
    let lead = match given {
        Some(given) => t!(lang, "other-side-lead", given = given),
        None => t!(lang, "other-side-lead-none"),
    };
    let mut page = ctx.page(t!(lang, "other-side-title"), lead, t!(lang, "enter-on"));
    page.fields = vec![ctx.line(
        format!("other-side/{}/{}", ctx.spot.step as u8, ctx.spot.option),
        t!(lang, "other-side-label"),
        t!(lang, "other-side-help"),
        "",
    )];
    page
}

pub(super) fn submit(live: &mut Live, values: &[Value]) -> Result<(), Complaint> {
    let text = line(values, 0);
    if text.is_empty() {
        return live.go_on();
    }
    let spot = live.spot();
    let Some(&assessment) = sides(&live.view, &spot).first() else {
        return live.go_on();
    };
    let text = msg!("other-side-note", text = text.as_str()).text(live.view.info.lang);
    live.command(session::Action::AddNote(Note {
        option: spot.option.clone(),
        assessment,
        text: Clean::line(&text),
    }))?;
    live.go_place(Place::Again)
}
