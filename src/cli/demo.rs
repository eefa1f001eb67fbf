//! `demo`: a worked example to look round in.

use super::{Context, Exit, Failure, open};
use crate::walk::Walk;
use std::path::PathBuf;

pub(super) fn run(context: &mut Context) -> Result<(), Failure> {
    open::lead(context, |context, library| {
        let folder = PathBuf::from(".");
        Walk::demo(context.lang, folder, library, context.world.outside)
            .map_err(|complaint| Failure::new(Exit::File, complaint.message, complaint.hint))
    })
}
