//! The walls, checked.
