//! What stands in an object, asked for by name and by sort. Other programs are free with sorts:
//! a number may be a text and the other way round.

use serde_json::{Map, Value};

/// Something with fields; a value that is no object has none.
pub(crate) trait Ask {
    /// What stands under a name.
    fn field(&self, name: &str) -> Option<&Value>;

    /// A text, empty where there is none. A number is its figures.
    fn text(&self, name: &str) -> String {
        match self.field(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// A whole number.
    fn number(&self, name: &str) -> Option<i64> {
        match self.field(name)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// Whether it is told to be so; some databases say 1.
    fn is_true(&self, name: &str) -> bool {
        match self.field(name) {
            Some(Value::Bool(is_so)) => *is_so,
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            _ => false,
        }
    }

    /// The elements of a list.
    fn list(&self, name: &str) -> &[Value] {
        self.field(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    /// An object inside.
    fn inside(&self, name: &str) -> Option<&Map<String, Value>> {
        self.field(name).and_then(Value::as_object)
    }
}

impl Ask for Map<String, Value> {
    fn field(&self, name: &str) -> Option<&Value> {
        self.get(name)
    }
}

impl Ask for Value {
    fn field(&self, name: &str) -> Option<&Value> {
        self.get(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_field_is_what_it_is_asked_to_be_or_nothing() {
        let told = json!({ "a": "x", "b": 7, "c": "8", "d": true, "e": 1, "f": [1], "g": {} });
        assert_eq!(
            (told.text("a"), told.text("b"), told.text("f")),
            ("x".into(), "7".into(), "".into())
        );
        assert_eq!(
            (told.number("b"), told.number("c"), told.number("a")),
            (Some(7), Some(8), None)
        );
        assert!(told.is_true("d") && told.is_true("e") && !told.is_true("b"));
        assert_eq!((told.list("f").len(), told.list("g").len()), (1, 0));
        assert!(told.inside("g").is_some() && told.inside("f").is_none());
        assert_eq!(json!([1]).text("a"), "");
    }
}
