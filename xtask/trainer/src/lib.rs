//! What the trainers of all weights share.

pub mod logistic;
pub mod steps;
