//! What both judgements need of a text: its sentences, its words, its language.
