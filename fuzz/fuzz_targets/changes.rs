#![no_main]

fuzz::target!("changes");
