#![no_main]

fuzz::target!("exports");
