//! Circles: people to keep in touch with at one pace.

use crate::done::done;
use crate::view::contact::CircleView;
use crate::view::deed::Done;
use crate::{App, Trouble, parse};
use model::{Circle, CircleId};
use store::Deed;

impl App {
    /// All circles, by name.
    ///
    /// # Errors
    /// Only of the store.
    pub fn list_circles(&self) -> Result<Vec<CircleView>, Trouble> {
        let circles = self.store().read(|reader| reader.circles())?;
        Ok(circles.iter().map(CircleView::from).collect())
    }

    /// Makes a circle (empty id) or changes one.
    ///
    /// # Errors
    /// Where it has no name or no cadence.
    pub fn save_circle(&self, circle: &CircleView) -> Result<Done<CircleView>, Trouble> {
        let name = parse::some_text(&circle.name, "the name")?;
        let id: Option<CircleId> = parse::id_if_any(Some(&circle.id), "circle")?;
        if circle.cadence_days == 0 {
            return Err(parse::not_understood("a circle's cadence is at least one day"));
        }
        let cadence_days = circle.cadence_days;
        let saved = self.store().transact(Deed::EditCircle, self.now(), move |writer| {
            let id = match id {
                Some(id) => id,
                None => writer.new_circle_id(),
            };
            let circle = Circle { id, name, cadence_days };
            writer.save_circle(&circle)?;
            Ok(circle)
        })?;
        Ok(done(saved, Deed::EditCircle, |circle| CircleView::from(&circle)))
    }

    /// Takes a circle away; its people stay.
    ///
    /// # Errors
    /// Where there is none by that id.
    pub fn remove_circle(&self, id: &str) -> Result<Done<()>, Trouble> {
        let id: CircleId = parse::id(id, "circle")?;
        let removed = self
            .store()
            .transact(Deed::EditCircle, self.now(), move |writer| writer.remove_circle(id))?;
        Ok(done(removed, Deed::EditCircle, |_| ()))
    }
}
