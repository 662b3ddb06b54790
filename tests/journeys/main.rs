//! Journeys through `app`.
